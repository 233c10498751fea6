import Experiments
import Numerics
import Testing
import Tuning

@testable import Simulations

enum BowlSearchTies: FigureTies {
  static let simulation: any Simulation.Type = BowlSearch.self
  static let settings = [
    ["dimensions": "1", "looks": "5"], ["dimensions": "4", "ripples": "0.2", "looks": "12"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let (dimensions, looks) = (try run.count("dimensions"), try run.count("looks"))
    var stream = RandomStream(seed: run.seed, "bowl")
    let bowl = Bowl(
      dimensions: dimensions, ripples: try run.number("ripples"), &stream)
    let search = BayesianSearch(
      Search(Cube(dimensions: dimensions), budget: looks, seed: run.seed))
    var seen: [Observation] = []
    while seen.count < looks {
      seen += search.propose(after: seen).map { Observation($0.point, loss: bowl.value($0.point)) }
    }
    let values = seen.prefix(looks).map { $0.loss ?? .nan }
    return [
      run.frame("looks", .line, "looks", .linear, "regret", .log),
      run.points(
        "looks", "model", x: (1...looks).map(Double.init),
        y: (1...looks).map { values.prefix($0).min() ?? .nan }),
      run.curve("looks", "random, mean of 64", "random-regret", along: "looks"),
    ]
  }
}

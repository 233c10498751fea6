import Experiments
import Testing
import Tuning

@testable import Simulations

enum BraninSearchTies: FigureTies {
  static let simulation: any Simulation.Type = BraninSearch.self
  static let settings = [
    ["search": "grid", "looks": "30"], ["search": "random", "searches": "4"],
    ["search": "lower-bound", "searches": "3", "looks": "12", "exploration": "0"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let trails = BraninRace(run.settings, seed: run.seed).trails
    let points = trails[0].points.map { (x1: 15 * $0[0] - 5, x2: 15 * $0[1]) }
      .sorted { ($0.x1, $0.x2) < ($1.x1, $1.x2) }
    let count = Double(trails[0].points.count)
    /// The best so far of each search, found anew from its points.
    func best(_ looks: Double) -> [Double] {
      trails.map { trail in
        trail.points.prefix(Int(looks)).map { BraninSurface.value($0[0], $0[1]) }.min() ?? .nan
      }.map { $0 - 0.39788735772973816 }.sorted()
    }
    return [
      run.frame("looks", .line, "looks", .linear, "regret", .log),
      run.values("looks", "median", floor: 1e-3) { looks in
        let sorted = best(looks)
        let half = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
      },
      run.end("looks", "worst", x: count, try run.metric("worst-regret")),
      run.values("looks", "random, mean", .theory) { looks in
        looks < 5
          ? BraninSurface.randomRegret(after: Int(looks))
          : (try? run.metric(
            "random-regret", "looks", at: looks, with: ["search": "grid"]))
            .flatMap { $0 } ?? .nan
      },
      run.frame("map", .scatter, "x1", "x2"),
      run.points("map", "looks", x: points.map(\.x1), y: points.map(\.x2)),
      run.field("map", label: "value", levels: [3, 10, 30, 100]) {
        BraninSurface.value(($0 + 5) / 15, $1 / 15)
      },
    ]
  }
}

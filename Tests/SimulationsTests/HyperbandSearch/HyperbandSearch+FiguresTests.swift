import Experiments
import Testing

@testable import Simulations

enum HyperbandSearchTies: FigureTies {
  static let simulation: any Simulation.Type = HyperbandSearch.self
  static let settings = [
    ["epochs": "100", "factor": "2", "slow-start": "0.3", "noise": "0.7"],
    ["formula": "table", "epochs": "27", "factor": "3", "noise": "3"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let (most, factor) = (try run.number("epochs"), try run.number("factor"))
    let steps = (0...20).last { pow(factor, $0) <= most } ?? 0
    let first = (0...steps).reversed().map { most / pow(factor, $0) }
    let (best, worst) = (
      try run.metric("best-bracket-loss"), try run.metric("worst-bracket-loss")
    )
    var ties = [
      run.frame("bets", .scatter, "first look", .log, "final loss"),
      run.tie("bets", "one bracket alone") { drawn in
        #expect(drawn.x.count == first.count)
        for (found, wanted) in zip(drawn.x, first) {
          TiedRun.expect(found, wanted, 1e-12, "first look")
        }
        #expect(drawn.y.min() == best && drawn.y.max() == worst)
      },
      run.level("bets", "Hyperband", try run.metric("loss")),
      run.frame("brackets", .line, "epochs", .log, "trainings", .log),
    ]
    let isTable = try run.text("formula") == "table"
    for step in 0...steps {
      // As the paper's algorithm has it, or its table.
      let arms =
        isTable
        ? Double((steps + 1) / (step + 1)) * pow(factor, step)
        : (Double(steps + 1) * pow(factor, step) / Double(step + 1)).rounded(.up)
      let start = most / pow(factor, step)
      let name = "from \(NumberText.shortest(NumberText.rounded(start, digits: 3)))"
      ties.append(
        run.points(
          "brackets", name, x: (0...step).map { start * pow(factor, $0) },
          y: (0...step).map { (arms / pow(factor, $0)).rounded(.down) }))
    }
    return ties
  }

  private static func pow(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }
}

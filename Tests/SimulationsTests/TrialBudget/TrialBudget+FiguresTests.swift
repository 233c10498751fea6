import Experiments
import Testing

@testable import Simulations

enum TrialBudgetTies: FigureTies {
  static let simulation: any Simulation.Type = TrialBudget.self
  static let settings = [["trials": "300", "evaluations": "7000"]]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    [
      run.frame("trials", .scatter, "trials", .log, "quality"),
      run.curve("trials", "measured", "quality", along: "trials"),
      run.curve("trials", "theory", .theory, "predicted-quality", along: "trials"),
      run.marker("trials", "this run", x: try run.number("trials")),
    ]
  }
}

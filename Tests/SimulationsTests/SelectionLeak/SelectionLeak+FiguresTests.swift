import Experiments
import Testing

@testable import Simulations

enum SelectionLeakTies: FigureTies {
  static let simulation: any Simulation.Type = SelectionLeak.self
  static let settings = [["features": "33", "chosen": "3"]]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    [
      run.frame("error", .scatter, "features", .log, "share called wrong"),
      run.curve("error", "chosen by all rows", "leaky-error", along: "features"),
      run.curve("error", "chosen in every fold", "honest-error", along: "features"),
      run.level("error", "chance", try run.metric("chance-error")),
      run.marker("error", "this run", x: try run.number("features")),
    ]
  }
}

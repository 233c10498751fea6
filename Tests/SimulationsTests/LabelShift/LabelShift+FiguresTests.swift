import Experiments
import Testing

@testable import Simulations

enum LabelShiftTies: FigureTies {
  static let simulation: any Simulation.Type = LabelShift.self
  static let settings = [["positive-share": "0.5", "threshold": "-1.3"], ["rows": "100"]]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    [
      run.frame("thresholds", .scatter, "threshold", "accuracy"),
      run.curve("thresholds", "now", "accuracy", along: "threshold", at: 9),
      run.curve(
        "thresholds", "now, theory", .theory, "predicted-accuracy", along: "threshold", at: 9),
      run.curve(
        "thresholds", "half positive, theory", .theory, "predicted-accuracy", along: "threshold",
        with: ["positive-share": "0.5"], at: 9),
      run.marker("thresholds", "this run", x: try run.number("threshold")),
    ]
  }
}

import Experiments
import Testing

@testable import Simulations

enum PromisedQualityTies: FigureTies {
  static let simulation: any Simulation.Type = PromisedQuality.self
  static let settings = [["trials": "3", "rows": "7"]]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    [
      run.frame("trials", .scatter, "trials", .log, "score, quality"),
      run.curve("trials", "promise", "promise", along: "trials"),
      run.curve("trials", "quality", "quality", along: "trials"),
      run.curve("trials", "promise, theory", .theory, "predicted-promise", along: "trials"),
      run.curve("trials", "quality, theory", .theory, "predicted-quality", along: "trials"),
      run.marker("trials", "this run", x: try run.number("trials")),
    ]
  }
}

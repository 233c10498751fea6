import Experiments
import Testing

@testable import Simulations

enum FairComparisonTies: FigureTies {
  static let simulation: any Simulation.Type = FairComparison.self
  static let settings = [["runs": "5", "pairing": "same", "gap": "0.05", "correlation": "0.3"]]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let pairs = ["same", "different"]
    return [
      run.frame("runs", .scatter, "runs", "chance"),
      run.marker("runs", "this run", x: try run.number("runs")),
    ]
      + pairs.map {
        run.curve("runs", "\($0) splits", "right-share", along: "runs", with: ["pairing": $0])
      }
      + pairs.map {
        run.curve(
          "runs", "\($0), theory", .theory, "predicted-right-share", along: "runs",
          with: ["pairing": $0])
      }
  }
}

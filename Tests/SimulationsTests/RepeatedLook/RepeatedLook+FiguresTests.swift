import Experiments
import Testing

@testable import Simulations

enum RepeatedLookTies: FigureTies {
  static let simulation: any Simulation.Type = RepeatedLook.self
  static let settings = [["looks": "5", "assumed-noise": "0.09"], ["noise": "0.01"]]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    [
      run.frame("looks", .scatter, "looks", .log, "error", .log),
      run.curve("looks", "error", "error", along: "looks"),
      run.curve("looks", "error, theory", .theory, "predicted-error", along: "looks"),
      run.curve("looks", "claimed", .theory, "predicted-claimed-error", along: "looks"),
      run.marker("looks", "this run", x: try run.number("looks")),
    ]
  }
}

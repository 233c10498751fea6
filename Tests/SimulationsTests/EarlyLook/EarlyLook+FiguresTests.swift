import Experiments
import Testing

@testable import Simulations

enum EarlyLookTies: FigureTies {
  static let simulation: any Simulation.Type = EarlyLook.self
  static let settings = [["epochs": "3", "gap": "1", "slow-start": "1.3", "noise": "0.7"]]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    [
      run.frame("look", .scatter, "epochs", .log, "share kept"),
      run.curve("look", "pairs", "kept-share", along: "epochs"),
      run.curve("look", "theory", .theory, "predicted-kept-share", along: "epochs"),
      run.level("look", "a coin", 0.5),
      run.marker("look", "this look", x: try run.number("epochs")),
    ]
  }
}

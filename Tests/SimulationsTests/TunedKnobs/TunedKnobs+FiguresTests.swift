import Experiments
import Testing

@testable import Simulations

enum TunedKnobsTies: FigureTies {
  static let simulation: any Simulation.Type = TunedKnobs.self
  static let settings = [["trials": "25", "knobs": "3", "weights": "alike"]]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    [
      run.frame("knobs", .scatter, "knobs", "loss"),
      run.curve("knobs", "random", "loss", along: "knobs", at: 8),
      run.curve("knobs", "random, theory", .theory, "predicted-loss", along: "knobs", at: 8),
      run.curve("knobs", "grid", .theory, "grid-loss", along: "knobs", at: 8),
      run.curve("knobs", "nothing tuned", .theory, "untuned-loss", along: "knobs"),
      run.marker("knobs", "this run", x: try run.number("knobs")),
      run.frame("trials", .scatter, "trials", .linear, "loss", .log),
      run.curve("trials", "random", "loss", along: "trials"),
      run.curve("trials", "random, theory", .theory, "predicted-loss", along: "trials"),
      run.curve("trials", "nothing tuned", .theory, "untuned-loss", along: "trials"),
      run.marker("trials", "this run", x: try run.number("trials")),
    ]
  }
}

import Experiments
import Testing

@testable import Simulations

enum ExpectedImprovementTies: FigureTies {
  static let simulation: any Simulation.Type = ExpectedImprovement.self
  static let settings = [["mean": "-1", "deviation": "0.2", "margin": "0.3"], ["mean": "2"]]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let margin = try run.number("margin")
    return [
      run.frame("deviation", .scatter, "deviation", .log, "improvement, probability"),
      run.curve("deviation", "improvement", "improvement", along: "deviation"),
      run.curve("deviation", "probability", "probability", along: "deviation"),
      run.curve(
        "deviation", "improvement, theory", .theory, "predicted-improvement", along: "deviation"),
      run.curve(
        "deviation", "probability, theory", .theory, "predicted-probability", along: "deviation"),
      run.marker("deviation", "this run", x: try run.number("deviation")),
      run.frame("mean", .scatter, "mean", "improvement"),
      run.curve("mean", "measured", "improvement", along: "mean"),
      run.curve("mean", "theory", .theory, "predicted-improvement", along: "mean"),
      run.values("mean", "theory, deviation near 0", .theory, within: 1e-5, floor: 1) {
        max(0, -margin - $0)
      },
      run.marker("mean", "this run", x: try run.number("mean")),
    ]
  }
}

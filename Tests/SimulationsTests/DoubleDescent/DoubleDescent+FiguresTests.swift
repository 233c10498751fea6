import Experiments
import Testing

@testable import Simulations

enum DoubleDescentTies: FigureTies {
  static let simulation: any Simulation.Type = DoubleDescent.self
  static let settings = [
    ["features": "40"], ["features": "10", "strengths": "fading", "examples": "20"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let (features, examples) = (try run.number("features"), try run.number("examples"))
    let (median, mean) = (try run.metric("median-error"), try run.metric("mean-error"))
    var ties = [
      run.frame("curve", .scatter, "features", .log, "excess squared error", .log),
      run.curve("curve", "median of 25", "median-error", along: "features"),
      run.curve(
        "curve", "theory of the mean", .theory, "predicted-error", along: "features", at: 5),
      run.marker("curve", "features = examples", x: examples),
      run.marker("curve", "chosen: \(Int(features))", x: features),
      run.frame("models", .scatter, "model, from the best", "excess squared error", .log),
      run.tie("models", "measured") { drawn in
        #expect(drawn.x == (1...25).map(Double.init) && drawn.y == drawn.y.sorted())
        TiedRun.expect(drawn.y[12], median, 1e-12, "median")
        TiedRun.expect(drawn.y.reduce(0, +) / 25, mean, 1e-12, "mean")
      },
    ]
    if let risk = run.outcome["predicted-error"] {
      ties.append(run.level("models", "theory of the mean", risk))
    }
    return ties
  }
}

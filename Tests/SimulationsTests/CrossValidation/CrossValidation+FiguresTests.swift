import Experiments
import Testing

@testable import Simulations

enum CrossValidationTies: FigureTies {
  static let simulation: any Simulation.Type = CrossValidation.self
  static let settings = [
    ["folds": "12"], ["folds": "2", "rows": "97", "features": "3"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let (folds, features) = (try run.number("folds"), try run.count("features"))
    let rows = try run.count("rows")
    let estimates = FoldEstimates(
      folds: Int(folds), rows: rows, features: features, seed: run.seed)
    let pairs = zip(estimates.trueErrors, estimates.estimates).sorted { $0 < $1 }
    TiedRun.expect(
      pairs.map(\.1).reduce(0, +) / 256, try run.metric("cv-error"), 1e-12, "mean of the dots")
    TiedRun.expect(
      pairs.map(\.0).reduce(0, +) / 256, try run.metric("true-error"), 1e-12, "mean of the dots")
    let bounds = [("a deviation above", 1.0), ("a deviation below", -1.0)].map { name, sign in
      run.tie("error", name) { drawn in
        for place in [0, 3, 11] {
          let folds = drawn.x[place]
          let mean = try #require(try run.metric("cv-error", "folds", at: folds))
          let spread = try #require(try run.metric("spread", "folds", at: folds))
          TiedRun.expect(drawn.y[place], mean + sign * spread, 1e-12, name)
        }
      }
    }
    return bounds + [
      run.frame("error", .scatter, "folds", .log, "squared error"),
      run.curve("error", "mean", "cv-error", along: "folds"),
      run.curve("error", "theory", .theory, "predicted-cv-error", along: "folds"),
      run.level("error", "the model of all rows", try run.metric("predicted-true-error")),
      run.marker("error", "this run", x: folds),
      run.frame("spread", .scatter, "folds", .log, "standard deviation"),
      run.curve("spread", "spread", "spread", along: "folds"),
      run.marker("spread", "this run", x: folds),
      run.frame("models", .scatter, "true error of its model", "its estimate"),
      run.points("models", "data set", x: pairs.map(\.0), y: pairs.map(\.1)),
    ]
  }
}

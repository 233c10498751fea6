import Experiments
import Testing

@testable import Simulations

enum RepeatedFoldsTies: FigureTies {
  static let simulation: any Simulation.Type = RepeatedFolds.self
  static let settings = [
    ["repeats": "20"], ["folds": "7", "repeats": "2", "rows": "97"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let (folds, repeats) = (try run.number("folds"), try run.number("repeats"))
    let bounds = [("a deviation above", 1.0), ("a deviation below", -1.0)].map { name, sign in
      run.tie("folds", name, .theory) { drawn in
        for place in [0, 3, 22] {
          let folds = drawn.x[place]
          let mean = try #require(try run.metric("predicted-cv-error", "folds", at: folds))
          let spread = try #require(try run.metric("predicted-spread", "folds", at: folds))
          TiedRun.expect(drawn.y[place], mean + sign * spread, 1e-12, name)
        }
      }
    }
    return bounds + [
      run.frame("repeats", .scatter, "repeats", .log, "standard deviation", .log),
      run.curve("repeats", "spread", "spread", along: "repeats"),
      run.curve("repeats", "error bar", "error-bar", along: "repeats"),
      run.curve("repeats", "spread by theory", .theory, "predicted-spread", along: "repeats"),
      run.curve("repeats", "error bar by theory", .theory, "predicted-error-bar", along: "repeats"),
      run.level("repeats", "endless repeats", try run.metric("spread-floor")),
      run.marker("repeats", "this run", x: repeats),
      run.frame("folds", .line, "folds", .log, "squared error"),
      run.curve("folds", "expected", .theory, "predicted-cv-error", along: "folds"),
      run.marker("folds", "the mean of all rows", y: try run.metric("target-error")),
      run.points("folds", "this run", x: [folds], y: [try run.metric("cv-error")]),
    ]
  }
}

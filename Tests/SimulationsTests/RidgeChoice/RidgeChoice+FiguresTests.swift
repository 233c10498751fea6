import Experiments
import Testing

@testable import Simulations

enum RidgeChoiceTies: FigureTies {
  static let simulation: any Simulation.Type = RidgeChoice.self
  static let settings = [["features": "7", "rows": "50", "nested": "yes"]]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let (features, rows) = (try run.count("features"), try run.count("rows"))
    let data = (0..<RidgeChoice.sets).map {
      ChoiceSample.data($0, features: features, rows: rows, seed: run.seed)
    }
    let choices = data.map { PenaltyChoice($0, isNested: false) }
    let pairs = choices.map { ($0.score, $0.error) }.sorted { $0 < $1 }
    for (values, metric) in [(pairs.map(\.0), "chosen-score"), (pairs.map(\.1), "true-error")] {
      let mean = values.reduce(0, +) / Double(values.count)
      TiedRun.expect(mean, try run.metric(metric), 1e-12, "mean of the dots")
    }
    // Two places of the curves, by other fits.
    let curves = [("score in the folds", true), ("true error", false)].map { name, isScore in
      run.tie("penalties", name) { drawn in
        #expect(drawn.x == RidgeChoice.penalties)
        for place in [0, 17] {
          let mean = choices.reduce(0) {
            $0 + (isScore ? $1.scores : $1.errors)[place] / Double(choices.count)
          }
          TiedRun.expect(drawn.y[place], mean, 1e-12, name)
        }
        let long = try LongChoice(data[9])
        let error = try LongChoice.fit(data[9], drawn.x[17]).error
        TiedRun.expect(
          (isScore ? choices[9].scores : choices[9].errors)[17],
          isScore ? long.scores[17] : error, 1e-9, "\(name) of a data set")
      }
    }
    return curves + [
      run.frame("penalties", .line, "penalty", .log, "squared error"),
      run.frame(
        "promises", .scatter, "score of the chosen penalty", "true error of its model"),
      run.points("promises", "data set", x: pairs.map(\.0), y: pairs.map(\.1)),
    ]
  }
}

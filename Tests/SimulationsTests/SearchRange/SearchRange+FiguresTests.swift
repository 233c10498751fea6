import Experiments
import Numerics
import Testing

@testable import Simulations

enum SearchRangeTies: FigureTies {
  static let simulation: any Simulation.Type = SearchRange.self
  static let settings = [
    ["low": "0.002", "high": "0.05", "scale": "uniform", "doubt": "0.2"],
    ["low": "0.1", "high": "0.1", "trials": "3"], ["guess": "0.3", "doubt": "0", "factor": "3"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let (low, high) = (try run.number("low"), try run.number("high"))
    let guess = try run.number("guess")
    let trials = try run.count("trials")
    let lines = [3, 10, 30, 100].map { draws in
      run.tie("width", "\(draws) draws", .theory) { drawn in
        // Ranges of these widths are also ranges that can be chosen.
        for place in [0, 8, 16] {
          let reach = Elementary.exp(drawn.x[place] / 2 * Elementary.log(10))
          guard guess * reach <= 1 else { continue }
          let chance = try run.outcome(with: [
            "low": "\(guess / reach)", "high": "\(guess * reach)", "trials": "\(draws)",
          ])["hit-chance"]
          TiedRun.expect(drawn.y[place], try #require(chance), 1e-9, floor: 1e-3, "\(draws) draws")
        }
      }
    }
    let factor = try run.number("factor")
    /// The chance of a draw between two places, by how many equal parts of the range lie there.
    func chance(_ best: Double, _ isByRatio: Bool) -> Double {
      guard low < high else { return 0 }
      let (from, to) = (max(low, best / factor), min(high, best * factor))
      guard from < to else { return 0 }
      let part =
        isByRatio
        ? (Elementary.log(to) - Elementary.log(from)) / (Elementary.log(high) - Elementary.log(low))
        : (to - from) / (high - low)
      return 1 - Elementary.exp(Double(trials) * Elementary.log(1 - min(part, 1)))
    }
    let width = low < high ? Elementary.log(high / low) / Elementary.log(10) : 0
    return lines + [
      run.frame("width", .scatter, "width in decades", "share of searches"),
      run.points("width", "this run", x: [width], y: [try run.metric("hit-share")]),
      run.frame("place", .line, "best value", .log, "chance"),
      run.values("place", "by ratio", .theory, floor: 1e-3) { chance($0, true) },
      run.values("place", "by difference", .theory, floor: 1e-3) { chance($0, false) },
      run.marker("place", "guess", x: guess),
    ]
  }
}

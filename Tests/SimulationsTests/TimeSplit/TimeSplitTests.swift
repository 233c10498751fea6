import Experiments
import Testing

@testable import Simulations

@Suite struct TimeSplitTests {
  static func theory(
    _ correlation: Double, horizon: Int = 50, share: Double = 0.2,
    _ model: TimeSplit.Model = .nearest
  ) -> SplitTheory {
    SplitTheory(correlation: correlation, testShare: share, horizon: horizon, model: model)
  }

  // The figures of the ground truth

  @Test(
    arguments: [
      (0, 2, 2), (0.5, 1.0204, 1.9600), (0.9, 0.2075, 1.6419), (0.99, 0.0208, 0.4358),
    ] as [(Double, Double, Double)])
  func errorsAreTheGroundTruths(correlation: Double, random: Double, future: Double) {
    let theory = Self.theory(correlation)
    #expect(abs(theory.randomError - random) < 0.00006)
    #expect(abs(theory.futureError - future) < 0.00006)
  }

  @Test func shorterHorizonsAndShrunkenValues() {
    #expect(abs(Self.theory(0.9, horizon: 10).futureError - 0.8276) < 0.00006)
    let shrunken = Self.theory(0.9, .shrunken)
    #expect(abs(shrunken.randomError - 0.1964) < 0.00006)
    #expect(abs(shrunken.futureError - 0.9147) < 0.00006)
    let mean = Self.theory(0.9, .mean)
    #expect(mean.randomError == 1 && mean.futureError == 1)
  }

  // Found otherwise

  /// The mean over distances, one by one.
  @Test(arguments: [(0.9, 0.2, 50), (0.5, 0.5, 3), (0.99, 0.05, 200), (0, 0.3, 1)])
  func distancesOneByOne(correlation: Double, share: Double, horizon: Int) {
    for model in TimeSplit.Model.allCases {
      func error(_ distance: Int) -> Double {
        let kept = correlation.raised(to: distance)
        return switch model {
        case .nearest: 2 - 2 * kept
        case .shrunken: 1 - kept * kept
        case .mean: 1
        }
      }
      let theory = Self.theory(correlation, horizon: horizon, share: share, model)
      var (random, left) = (0.0, 1.0)
      for distance in 1...200 {
        // Neither neighbour at this distance was trained on.
        random += left * (1 - share * share) * error(distance)
        left *= share * share
      }
      let future = (1...horizon).map(error).reduce(0, +) / Double(horizon)
      #expect(abs(theory.randomError - random) < 1e-12)
      #expect(abs(theory.futureError - future) < 1e-9)
    }
  }

  /// The mean over seeds is what theory says, and near what the ground truth measured.
  @Test(
    arguments: [
      ["correlation": "0.9"], ["correlation": "0.99", "model": "shrunken", "test-share": "0.5"],
      ["correlation": "0.5", "horizon": "3"], ["correlation": "0", "model": "mean"],
    ] as [[String: String]])
  func measuredIsWhatTheorySays(turned: [String: String]) throws {
    let outcomes = try (1...16).map { try TimeSplit.outcome(turned, seed: $0) }
    for name in ["random-error", "future-error"] {
      let values = outcomes.compactMap { $0[name] }
      let predicted = try #require(outcomes[0]["predicted-\(name)"])
      let mean = values.reduce(0, +) / 16
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let error = (squares / 15 / 16).squareRoot()
      #expect(abs(mean - predicted) < 4 * error && error < 0.06 * predicted, "\(name)")
    }
  }

  /// The series has variance 1 and the correlation that it should have.
  @Test func theSeriesIsWhatItSays() throws {
    var settings = TimeSplit.defaults
    try settings.turn("correlation", to: "0.7")
    let series = SplitSeries(settings, seed: 3)
    let all = (0..<200).map { series.values($0) }
    let count = Double(all.reduce(0) { $0 + $1.count })
    let variance = all.joined().reduce(0) { $0 + $1 * $1 } / count
    let product = all.reduce(0) { sum, values in
      zip(values, values.dropFirst()).reduce(sum) { $0 + $1.0 * $1.1 }
    }
    #expect(abs(variance - 1) < 0.04 && abs(product / count - 0.7) < 0.04)
  }

  // What a run says

  @Test(
    arguments: [
      ([:], ["leak", "wrong-choice"]), (["correlation": "0"], ["honest"]),
      (["model": "mean"], ["honest"]), (["model": "shrunken"], ["leak"]),
      (["correlation": "0.99"], ["leak"]), (["horizon": "1"], ["honest"]),
    ] as [([String: String], [String])])
  func findsWhatItIs(turned: [String: String], codes: [String]) throws {
    let outcome = try TimeSplit.outcome(turned)
    #expect(outcome.findings.map(\.code) == codes)
    #expect(outcome.findings[0].measured == outcome["random-error"])
    #expect(outcome.findings[0].predicted == outcome["predicted-future-error"])
  }

  @Test(arguments: ["0", "0.99"], ["1", "200"]) func holdsAtAllCorners(
    correlation: String, horizon: String
  ) throws {
    for model in TimeSplit.Model.allCases {
      for share in ["0.05", "0.5"] {
        let outcome = try TimeSplit.outcome([
          "correlation": correlation, "horizon": horizon, "model": model.rawValue,
          "test-share": share,
        ])
        #expect(outcome.metrics.values.allSatisfy { $0.isFinite })
        FigureCheck.check(outcome.figures, of: TimeSplit.self)
      }
    }
  }

  // Bounds, tried on both sides

  @Test func verdictsTurnAtTheirBounds() {
    #expect(TimeSplit.verdict(random: 0.9, future: 1).code == "honest")
    #expect(TimeSplit.verdict(random: 0.9.nextDown, future: 1).code == "leak")
    for (random, future, isWrong) in [
      (1.0.nextDown, 1.0.nextUp, true), (1, 1.0.nextUp, false), (1.0.nextDown, 1, false),
    ] {
      #expect(TimeSplit.isWrongChoice(random: random, future: future) == isWrong)
    }
  }
}

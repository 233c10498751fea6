import Experiments
import Testing

@testable import Simulations

@Suite struct CrossValidationTests {
  /// Five folds, two and forty fail the exercise, each for one of its two reasons.
  @Test func theBandLeavesOutTheUsualValues() throws {
    func metrics(_ folds: Int) throws -> (bias: Double, fits: Double) {
      let outcome = try CrossValidation.outcome(["folds": .integer(folds)])
      return (try #require(outcome["bias"]), try #require(outcome["fits"]))
    }
    #expect(CrossValidation.defaults[CrossValidation.folds] == 5)
    for folds in [2, 5, 8] { #expect(try metrics(folds).bias > 0.07) }
    for folds in [9, 12] {
      let (bias, fits) = try metrics(folds)
      #expect(bias <= 0.07 && fits <= 12)
    }
    for folds in [13, 40] { #expect(try metrics(folds).fits > 12) }
  }

  /// On the same data sets more folds spread less, and leaving one out least of all.
  @Test(arguments: 1...5) func leavingOneOutSpreadsLeast(seed: UInt64) throws {
    let spreads = try [2, 5, 10, 40].map { folds in
      try #require(try CrossValidation.outcome(["folds": .integer(folds)], seed: seed)["spread"])
    }
    #expect(zip(spreads, spreads.dropFirst()).allSatisfy { $0 > $1 }, "\(spreads)")
  }

  /// What is estimated from the fitted rows themselves is as much too low as the model is too bad.
  @Test func trainingErrorIsTooLow() throws {
    let outcome = try CrossValidation.outcome([String: SettingValue]())
    #expect(outcome["predicted-training-error"] == 0.75)
    #expect(try #require(outcome["training-error"]) < 0.8)
  }

  @Test(arguments: [(5, "pessimistic"), (9, "nearly-unbiased"), (40, "nearly-unbiased")])
  func findsWhatItIs(folds: Int, code: String) throws {
    let outcome = try CrossValidation.outcome(["folds": .integer(folds)])
    #expect(outcome.findings.map(\.code) == [code, "not-this-model"])
    let message = outcome.findings[0].message
    for metric in ["cv-error", "predicted-cv-error", "predicted-true-error"] {
      let value = NumberText.significant(try #require(outcome[metric]), digits: 4)
      #expect(message.contains(value), "\(message)")
    }
    let left = folds == 5 ? 32 : folds == 9 ? 35 : 39
    #expect(message.hasSuffix("as few as \(left) rows are fitted."), "\(message)")
    #expect(outcome.findings[1].measured == outcome["correlation"])
  }

  @Test(arguments: [2, 40], [40, 200]) func holdsAtAllCorners(folds: Int, rows: Int) throws {
    for features in [1, 16] {
      let outcome = try CrossValidation.outcome([
        "folds": .integer(folds), "rows": .integer(rows), "features": .integer(features),
      ])
      #expect(Set(outcome.metrics.keys) == Set(CrossValidation.metrics.map(\.name)))
      #expect(outcome.metrics.values.allSatisfy { $0.isFinite })
      #expect(outcome.cost.multiplyAdds > 0 && outcome.cost.bytes > 0)
      FigureCheck.check(outcome.figures, of: CrossValidation.self)
    }
  }
}

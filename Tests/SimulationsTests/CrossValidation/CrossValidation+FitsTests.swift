import Learning
import Numerics
import Testing

@testable import Simulations

@Suite struct FoldEstimatesTests {
  /// Every fold fitted from nothing, by another least squares.
  @Test(arguments: [(5, 40, 10), (7, 40, 3), (40, 40, 16), (2, 101, 16)])
  func foldsFittedAnew(folds: Int, rows: Int, features: Int) throws {
    let estimates = FoldEstimates(folds: folds, rows: rows, features: features, seed: 2)
    let deal = try #require(Folds(neighboursOf: rows, count: folds))
    for number in [0, 100, 255] {
      var stream = RandomStream(seed: 2, "rows", number)
      let data = RegressionRows(drawing: rows, columns: features, from: &stream)
      var error = 0.0
      for fold in 0..<folds {
        let training = deal.training(fold)
        let weights = try #require(
          LeastSquares.minimumNorm(
            features: training.flatMap {
              Array(data.features[$0 * features..<($0 + 1) * features])
            },
            targets: training.map { data.targets[$0] }, columns: features))
        for row in deal.validation(fold) {
          let rest = data.residual(row, weights)
          error += rest * rest / Double(rows)
        }
      }
      #expect(abs(estimates.estimates[number] / error - 1) < 1e-9)
    }
  }

  /// With as many folds as rows, the estimate is what the shortcut says, set by set.
  @Test func oneOutIsTheShortcut() {
    let estimates = FoldEstimates(folds: 40, rows: 40, features: 10, seed: 3)
    for (slow, quick) in zip(estimates.estimates, estimates.oneOutErrors) {
      #expect(abs(slow / quick - 1) < 1e-9)
    }
    #expect(estimates.oneOutErrors.count == CrossValidation.sets)
  }

  /// Means, deviations and correlations of 4,096 data sets, forty rows of ten features.
  ///
  /// The estimates agree with their exact expectation; their spread *falls* to the last fold, where
  /// folklore says that leaving one out has the most; and they say nothing of the very model.
  @Test(
    arguments: [(2, 0.882), (5, 0.435), (10, 0.387), (40, 0.355)] as [(Int, Double)])
  func manyDataSets(folds: Int, deviation: Double) {
    let all = (1...16).map {
      FoldEstimates(folds: folds, rows: 40, features: 10, seed: $0)
    }
    let estimates = all.flatMap(\.estimates)
    let mean = Spread(estimates).mean
    let spread = Spread(estimates).deviation
    let expected = LeastSquaresError(rows: 40, features: 10).expected(folds: folds)
    #expect(abs(mean - expected) < 4.5 * spread / 64)
    #expect(abs(spread / deviation - 1) < (folds == 2 ? 0.12 : 0.05), "\(spread)")
    let correlation = all.reduce(0) { $0 + $1.correlation } / 16
    #expect(abs(correlation) < 0.07, "\(correlation)")
  }
}

import Testing

@testable import Simulations

@Suite struct LeastSquaresErrorTests {
  /// Forty rows of ten features, by the number of folds.
  @Test(
    arguments: [
      (2, 0.7663), (3, 0.2948), (4, 0.1815), (5, 0.1314), (6, 0.1038), (8, 0.0718), (10, 0.0552),
      (12, 0.0459), (16, 0.0341), (20, 0.0255), (40, 0.0123),
    ] as [(Int, Double)])
  func biasByFolds(folds: Int, bias: Double) {
    let theory = LeastSquaresError(rows: 40, features: 10)
    #expect(abs(theory.bias(folds: folds) - bias) < 5e-5)
  }

  /// The mean over folds, fold by fold.
  @Test(arguments: [(40, 10), (41, 7), (200, 16), (53, 1)])
  func foldByFold(rows: Int, features: Int) {
    let theory = LeastSquaresError(rows: rows, features: features)
    var before = Double.infinity
    for folds in 2...40 {
      var sum = 0.0
      for row in 0..<rows {
        let held = (0..<rows).filter { $0 % folds == row % folds }.count
        sum += 1 + Double(features) / Double(rows - held - features - 1)
      }
      let expected = theory.expected(folds: folds)
      #expect(abs(expected - sum / Double(rows)) < 1e-12)
      // More folds fit more rows, so that the estimate comes nearer, and never reaches.
      #expect(expected < before && expected > theory.whole)
      before = expected
    }
  }

  /// The exercise: at most 0.07 with at most 12 fits leaves 9 to 12 folds of 2 … 40, a tenth.
  @Test func theBandOfTheExercise() {
    let theory = LeastSquaresError(rows: 40, features: 10)
    let passing = (2...40).filter { theory.bias(folds: $0) <= 0.07 && $0 <= 12 }
    #expect(passing == [9, 10, 11, 12])
  }

  @Test func verdictsTurnAtTheirBound() {
    #expect(CrossValidation.verdict(bias: 0.05, of: 1).code == "nearly-unbiased")
    #expect(CrossValidation.verdict(bias: 0.05.nextUp, of: 1).code == "pessimistic")
  }
}

import Numerics
import Testing

@testable import Simulations

/// The matrices of quadratic forms: the error of each fold, of a deal.
private struct Forms {
  let rows: Int
  let folds: [[[Double]]]

  /// Row i is held out in fold `deal[i]`.
  init(deal: [Int], folds count: Int) {
    let rows = deal.count
    self.rows = rows
    folds = (0..<count).map { fold in
      let held = deal.indices.filter { deal[$0] == fold }
      let others = Double(rows - held.count)
      var matrix = Array(repeating: Array(repeating: 0.0, count: rows), count: rows)
      for row in held {
        let residual = deal.indices.map { other in
          other == row ? 1 : deal[other] == fold ? 0 : -1 / others
        }
        for i in 0..<rows {
          for j in 0..<rows { matrix[i][j] += residual[i] * residual[j] / Double(held.count) }
        }
      }
      return matrix
    }
  }

  var mean: [[Double]] {
    (0..<rows).map { i in
      (0..<rows).map { j in folds.reduce(0) { $0 + $1[i][j] } / Double(folds.count) }
    }
  }

  static func trace(_ one: [[Double]]) -> Double { one.indices.reduce(0) { $0 + one[$1][$1] } }

  static func trace(_ one: [[Double]], _ other: [[Double]]) -> Double {
    var sum = 0.0
    for i in one.indices { for j in one.indices { sum += one[i][j] * other[j][i] } }
    return sum
  }
}

@Suite struct DealtMeansTests {
  /// Twenty-four values: the expectation and the standard deviation of one deal.
  @Test(
    arguments: [
      (2, 1.08333, 0.3632), (3, 1.06250, 0.3287), (4, 1.05556, 0.3200), (6, 1.05000, 0.3139),
      (8, 1.04762, 0.3115), (12, 1.04545, 0.3095), (24, 1.04348, 0.3077),
    ] as [(Int, Double, Double)])
  func byFolds(folds: Int, expected: Double, deviation: Double) {
    let theory = DealtMeans(rows: 24, folds: folds)
    #expect(abs(theory.expected - expected) < 5e-6)
    #expect(abs(theory.spread(repeats: 1) - deviation) < 6e-5)
    #expect(abs(theory.target - 1.04167) < 5e-6)
  }

  /// With every value left out once it is n/(n − 1) times the sample's variance.
  @Test func oneOut() {
    let theory = DealtMeans(rows: 24, folds: 24)
    #expect(abs(theory.variance(repeats: 1) - 0.09468) < 5e-6)
    let exact = (24.0 / 23) * (24.0 / 23) * 2 / 23
    #expect(abs(theory.variance(repeats: 1) - exact) < 1e-14)
    // There is one such deal, so that repeats change nothing.
    #expect(abs(theory.variance(repeats: 50) - exact) < 1e-14)
  }

  /// Four folds of six, dealt 1, 5 and 20 times: the spread hardly falls, the error bar does.
  @Test(
    arguments: [(1, 0.3200, 0.300), (5, 0.3130, 0.121), (20, 0.3117, 0.059)]
      as [(Int, Double, Double)])
  func repeats(count: Int, spread: Double, bar: Double) {
    let theory = DealtMeans(rows: 24, folds: 4)
    #expect(abs(theory.spread(repeats: count) - spread) < 1e-4)
    #expect(abs(theory.bar(repeats: count) / bar - 1) < 0.03, "\(theory.bar(repeats: count))")
    let mean = 1 + 1.0 / 18
    #expect(abs(theory.floorVariance - mean * mean * 2 / 23) < 1e-14)
    #expect(abs(theory.floorVariance.squareRoot() - 0.3113) < 5e-5)
  }

  /// Expectation, variance and error bar from the matrices themselves.
  @Test(arguments: [(24, 4), (24, 24), (25, 2), (31, 7), (24, 5)])
  func fromTheMatrices(rows: Int, folds: Int) {
    let theory = DealtMeans(rows: rows, folds: folds)
    let deal = theory.sizes.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
    let forms = Forms(deal: deal, folds: folds)
    let mean = forms.mean
    let variance = 2 * Forms.trace(mean, mean)
    #expect(abs(Forms.trace(mean) - theory.expected) < 1e-12)
    #expect(abs(variance - theory.variance(repeats: 1)) < 1e-12)
    let squares = forms.folds.reduce(0.0) { sum, form -> Double in
      let expected = Forms.trace(form)
      let square = 2 * Forms.trace(form, form) + expected * expected
      return sum + square / Double(folds)
    }
    let bar = (squares - variance - theory.expected * theory.expected) / Double(folds - 1)
    #expect(abs(bar - theory.squaredBar(repeats: 1)) < 1e-12)
  }

  /// Two deals of the same rows have the covariance to which repeats come down.
  @Test(arguments: [(24, 4), (25, 2), (31, 7)]) func dealsTogether(rows: Int, folds: Int) {
    let theory = DealtMeans(rows: rows, folds: folds)
    let deal = theory.sizes.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
    var stream = RandomStream(seed: 5, "deals")
    let first = Forms(deal: deal, folds: folds).mean
    let found = (0..<300).map { _ in
      var other = deal
      stream.shuffle(&other)
      return 2 * Forms.trace(first, Forms(deal: other, folds: folds).mean)
    }
    let mean = found.reduce(0, +) / 300
    let squares = found.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let error = (squares / 299 / 300).squareRoot()
    #expect(abs(mean - theory.floorVariance) < 4.5 * error + 1e-12)
  }

  @Test func verdictsTurnAtTheirBound() {
    #expect(RepeatedFolds.verdict(claimedShare: 0.75).code == "fair-bar")
    #expect(RepeatedFolds.verdict(claimedShare: 0.75.nextDown).code == "too-sure")
  }
}

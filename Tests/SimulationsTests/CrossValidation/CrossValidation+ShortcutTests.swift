import Numerics
import Testing

@testable import Simulations

@Suite struct RidgeFitTests {
  static let five = RegressionRows(
    features: [0, 1, 2, 3, 5].flatMap { [1, $0] }, targets: [1, 2, 2, 4, 3], columns: 2)

  static func fit(_ rows: RegressionRows, _ penalty: Double) throws -> RidgeFit {
    try #require(RidgeFit(rows, rows.products(0..<rows.count), penalty: penalty))
  }

  @Test func fiveRowsByHand() throws {
    let plain = try Self.fit(Self.five, 0)
    let leverages = [0.52703, 0.29730, 0.20270, 0.24324, 0.72973]
    for (found, wanted) in zip(plain.leverages, leverages) { #expect(abs(found - wanted) < 5e-6) }
    #expect(abs(plain.oneOutSquares - 9.432419461613343) < 1e-12)
    #expect(abs(plain.generalizedError - 1.253753753753752) < 1e-12)
    let shrunk = try Self.fit(Self.five, 1)
    #expect(abs(shrunk.oneOutSquares - 8.803787959118175) < 1e-12)
    #expect(abs(shrunk.generalizedError - 1.144363920718680) < 1e-12)
  }

  /// Leaving every row out and fitting anew gives the same as the shortcut.
  @Test(arguments: [0, 1, 25.0]) func theShortcutIsExact(penalty: Double) throws {
    var stream = RandomStream(seed: 4, "rows")
    for (count, columns) in [(40, 10), (20, 16), (12, 1)] {
      let rows = RegressionRows(drawing: count, columns: columns, from: &stream)
      let all = rows.products(0..<count)
      let errors = try (0..<count).map { row in
        let others = all.without(rows.products(row..<(row + 1)))
        var square = others.square
        for column in 0..<columns { square[column * columns + column] += penalty }
        let weights = try #require(Cholesky(square, size: columns)).solve(others.right)
        return rows.residual(row, weights)
      }
      let fit = try Self.fit(rows, penalty)
      let sum = errors.reduce(0) { $0 + $1 * $1 }
      #expect(abs(fit.oneOutSquares / sum - 1) < 1e-9)
      for row in 0..<count {
        #expect(abs(fit.residuals[row] / (1 - fit.leverages[row]) - errors[row]) < 1e-8)
      }
      // Without a penalty the leverages add up to the number of weights.
      let freedom = fit.leverages.reduce(0, +)
      #expect(penalty > 0 ? freedom < Double(columns) : abs(freedom - Double(columns)) < 1e-10)
    }
  }

  /// Forty rows of ten features with a penalty of 1, over 4,000 sets: training error 0.753, with
  /// every row left out 1.330, generalized 1.309, true 1.320.
  @Test func aPenaltyAndItsEstimates() throws {
    var sums = [0.0, 0, 0, 0]
    for number in 0..<4000 {
      var stream = RandomStream(seed: 8, "rows", number)
      let noise = RegressionRows(drawing: 40, columns: 10, from: &stream)
      // True weights of a mean square of 0.3; the figures hardly depend on it.
      let truth = (0..<10).map { _ in stream.normal(mean: 0, deviation: 0.548) }
      // Signs do not matter to noise: −(0 − w'x) and it make a target.
      let targets = (0..<40).map { -noise.residual($0, truth) }
      let rows = RegressionRows(features: noise.features, targets: targets, columns: 10)
      let fit = try Self.fit(rows, 1)
      let distance = zip(fit.weights, truth).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      let found = [
        fit.squaredResiduals / 40, fit.oneOutSquares / 40, fit.generalizedError, 1 + distance,
      ]
      for index in sums.indices { sums[index] += found[index] / 4000 }
    }
    for (found, wanted) in zip(sums, [0.753, 1.330, 1.309, 1.320]) {
      #expect(abs(found - wanted) < 0.03, "\(sums)")
    }
    #expect(sums[0] < sums[2] && sums[2] < sums[1])
  }

  @Test func whatCannotBeFittedIsRefused() {
    let rows = RegressionRows(features: [1, 2, 2, 4], targets: [1, 1], columns: 2)
    #expect(RidgeFit(rows, rows.products(0..<2)) == nil)
  }
}

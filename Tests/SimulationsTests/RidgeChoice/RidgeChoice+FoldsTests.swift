import Learning
import Numerics
import Testing

@testable import Simulations

/// A penalty chosen the long way: a fit by Cholesky's factor for every fold and every penalty.
struct LongChoice {
  /// The mean squared error of each penalty in each fold.
  let errors: [[Double]]
  let scores: [Double]

  init(_ rows: RegressionRows, folds count: Int = 5) throws {
    let deal = try #require(Folds(neighboursOf: rows.count, count: count))
    var errors: [[Double]] = []
    var scores = [Double](repeating: 0, count: RidgeChoice.penalties.count)
    for fold in 0..<count {
      let training = Self.taking(deal.training(fold), of: rows)
      let held = Self.taking(deal.validation(fold), of: rows)
      let all = training.products(0..<training.count)
      errors.append(
        try RidgeChoice.penalties.map { penalty in
          let fit = try #require(RidgeFit(training, all, penalty: penalty))
          let squares = (0..<held.count).reduce(0.0) { sum, row in
            let rest = held.residual(row, fit.weights)
            return sum + rest * rest
          }
          return squares / Double(held.count)
        })
      for index in scores.indices {
        scores[index] += errors[fold][index] * Double(held.count) / Double(rows.count)
      }
    }
    self.errors = errors
    self.scores = scores
  }

  static func taking(_ places: [Int], of rows: RegressionRows) -> RegressionRows {
    RegressionRows(
      features: places.flatMap { rows.features[$0 * rows.columns..<($0 + 1) * rows.columns] },
      targets: places.map { rows.targets[$0] }, columns: rows.columns)
  }

  var lowest: Int { scores.firstIndex(of: scores.min() ?? 0) ?? 0 }

  /// The model with a penalty, fitted to all rows, and its error on new ones.
  static func fit(_ rows: RegressionRows, _ penalty: Double) throws -> (
    fit: RidgeFit, error: Double
  ) {
    let fit = try #require(RidgeFit(rows, rows.products(0..<rows.count), penalty: penalty))
    let off = fit.weights.enumerated().map { $0.element - ($0.offset == 0 ? 1 : 0) }
    return (fit, off.reduce(1) { $0 + $1 * $1 })
  }
}

@Suite struct PenaltyFoldsTests {
  @Test func penaltiesAreEven() {
    let penalties = RidgeChoice.penalties
    #expect(penalties.count == 25)
    #expect(abs(penalties[0] - 0.01) < 1e-16 && abs(penalties[24] / 1000 - 1) < 1e-14)
    for (one, next) in zip(penalties, penalties.dropFirst()) {
      #expect(abs(next / one - 1.6156) < 1e-3)
    }
  }

  @Test(arguments: [(40, 20), (43, 30), (44, 5)])
  func everyFoldFittedAnew(count: Int, columns: Int) throws {
    let rows = RidgePathTests.rows(count, columns)
    let folds = PenaltyFolds(rows, rows.products(0..<count))
    let long = try LongChoice(rows)
    #expect(folds.held.map(\.count).reduce(0, +) == count && folds.errors.count == 5)
    for index in RidgeChoice.penalties.indices {
      #expect(abs(folds.scores[index] / long.scores[index] - 1) < 1e-9)
      for fold in 0..<5 {
        #expect(abs(folds.errors[fold][index] / long.errors[fold][index] - 1) < 1e-9)
      }
    }
    #expect(folds.lowest == long.lowest)
    // The largest within one standard error, by hand.
    let errors = long.errors.map { $0[long.lowest] }
    let mean = errors.reduce(0, +) / 5
    let squares = errors.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let bound = long.scores[long.lowest] + (squares / 4 / 5).squareRoot()
    #expect(folds.scores[folds.simpler] <= bound && folds.simpler >= folds.lowest)
    #expect(folds.scores[(folds.simpler + 1)...].allSatisfy { $0 > bound })
  }
}

import Experiments
import Learning
import Numerics

/// Many data sets, the error of each estimated by holding out folds, and its true error.
struct FoldEstimates {
  let folds: Int
  let theory: LeastSquaresError
  let seed: UInt64

  /// The estimate of every data set.
  let estimates: [Double]

  /// The error on new rows of the model fitted to all rows: 1 + ‖w‖².
  let trueErrors: [Double]

  let trainingErrors: [Double]

  /// The error with every row left out once, from one fit.
  let oneOutErrors: [Double]

  init(folds: Int, rows: Int, features: Int, seed: UInt64) {
    var estimates: [Double] = []
    var trueErrors: [Double] = []
    var trainingErrors: [Double] = []
    var oneOutErrors: [Double] = []
    for number in 0..<CrossValidation.sets {
      var stream = RandomStream(seed: seed, "rows", number)
      let data = RegressionRows(drawing: rows, columns: features, from: &stream)
      let all = data.products(0..<rows)
      estimates.append(Self.heldOutError(data, all, folds: folds))
      guard let fit = RidgeFit(data, all) else { continue }
      trueErrors.append(fit.weights.reduce(1) { $0 + $1 * $1 })
      trainingErrors.append(fit.squaredResiduals / Double(rows))
      oneOutErrors.append(fit.oneOutSquares / Double(rows))
    }
    self.folds = folds
    self.seed = seed
    theory = LeastSquaresError(rows: rows, features: features)
    self.estimates = estimates
    self.trueErrors = trueErrors
    self.trainingErrors = trainingErrors
    self.oneOutErrors = oneOutErrors
  }

  /// The estimates alone, of the same data sets in several numbers of other folds.
  static func estimates(folds: [Int], rows: Int, features: Int, seed: UInt64) -> [[Double]] {
    var estimates = folds.map { _ in [Double]() }
    for number in 0..<CrossValidation.sets {
      var stream = RandomStream(seed: seed, "rows", number)
      let data = RegressionRows(drawing: rows, columns: features, from: &stream)
      let all = data.products(0..<rows)
      for (index, count) in folds.enumerated() {
        estimates[index].append(heldOutError(data, all, folds: count))
      }
    }
    return estimates
  }

  /// The mean squared error on rows that were held out, fold by fold.
  ///
  /// Rows are drawn independently, so that runs of neighbours are as good as any folds.
  private static func heldOutError(
    _ data: RegressionRows, _ all: RegressionRows.Products, folds: Int
  ) -> Double {
    let (rows, columns) = (data.count, data.columns)
    let (size, larger) = rows.quotientAndRemainder(dividingBy: folds)
    var first = 0
    var error = 0.0
    for fold in 0..<folds {
      let held = first..<(first + size + (fold < larger ? 1 : 0))
      first = held.upperBound
      let others = all.without(data.products(held))
      let weights =
        Cholesky(others.square, size: columns)?.solve(others.right)
        ?? Array(repeating: 0, count: columns)
      for row in held {
        let rest = data.residual(row, weights)
        error += rest * rest
      }
    }
    return error / Double(rows)
  }

  var cost: Cost {
    let (rows, features) = (theory.rows, theory.features)
    let products = rows * features * (features + 3) / 2
    let fit = features * features * features / 6 + features * features
    let shortcut = (features + rows) * features * features
    return Cost(
      multiplyAdds: CrossValidation.sets
        * (2 * products + (folds + 1) * fit + shortcut + 2 * rows * features),
      bytes: 8 * (rows * (features + 1) + 4 * features * features + 4 * CrossValidation.sets))
  }
}

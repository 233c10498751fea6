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
    for sets in Self.sets(rows: rows, features: features, seed: seed) {
      let errors = EightSets(sets).heldOutErrors(folds: folds)
      for (lane, data) in sets.enumerated() {
        estimates.append(errors[lane])
        guard let fit = RidgeFit(data, data.products(0..<rows)) else { continue }
        trueErrors.append(fit.weights.reduce(1) { $0 + $1 * $1 })
        trainingErrors.append(fit.squaredResiduals / Double(rows))
        oneOutErrors.append(fit.oneOutSquares / Double(rows))
      }
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
    for sets in sets(rows: rows, features: features, seed: seed) {
      let eight = EightSets(sets)
      for (index, count) in folds.enumerated() {
        let errors = eight.heldOutErrors(folds: count)
        for lane in sets.indices { estimates[index].append(errors[lane]) }
      }
    }
    return estimates
  }

  /// The data sets, drawn eight at a time when they are asked for.
  private static func sets(rows: Int, features: Int, seed: UInt64) -> some Sequence<
    [RegressionRows]
  > {
    stride(from: 0, to: CrossValidation.sets, by: 8).lazy.map { first in
      (first..<min(first + 8, CrossValidation.sets)).map { number in
        var stream = RandomStream(seed: seed, "rows", number)
        return RegressionRows(drawing: rows, columns: features, from: &stream)
      }
    }
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

import Experiments

/// Expected errors of least squares on rows of independent normal features, for noise of variance 1.
///
/// A fit to m rows of d features has an expected error of 1 + d/(m − d − 1) on new rows, as the mean
/// of an inverse Wishart matrix is I/(m − d − 1). Source: Breiman & Freedman 1983, "How many
/// variables should be entered in a regression equation?".
struct LeastSquaresError {
  let rows: Int
  let features: Int

  /// The error on new rows of a fit to so many.
  ///
  /// - Precondition: at least two rows more than features.
  func expected(fittedTo rows: Int) -> Double {
    1 + Double(features) / Double(rows - features - 1)
  }

  /// The error on new rows of the fit to all rows.
  var whole: Double { expected(fittedTo: rows) }

  /// The error on held-out rows: each fold's, in proportion to its rows.
  func expected(folds: Int) -> Double {
    let (size, larger) = rows.quotientAndRemainder(dividingBy: folds)
    let held = [(larger, size + 1), (folds - larger, size)]
    return held.reduce(0) { sum, part in
      part.0 == 0
        ? sum : sum + Double(part.0 * part.1) / Double(rows) * expected(fittedTo: rows - part.1)
    }
  }

  /// By how much holding out folds overstates the error of the fit to all rows.
  func bias(folds: Int) -> Double { expected(folds: folds) - whole }

  /// The error on the fitted rows themselves.
  var training: Double { 1 - Double(features) / Double(rows) }
}

extension CrossValidation {
  /// What an estimate is found to be, by its bias as a share of the true error.
  static func verdict(bias: Double, of error: Double) -> FindingKind {
    bias > nearness * error ? pessimistic : nearlyUnbiased
  }
}

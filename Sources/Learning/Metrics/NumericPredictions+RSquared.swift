extension NumericPredictions {
  /// The share of the variance that is explained: 1 − Σ(y − ŷ)²/Σ(y − ȳ)².
  ///
  /// Below 0 for predictions worse than the mean. Undefined for fewer than two rows (not a number)
  /// and for equal targets: then, as in scikit-learn, 1 where every prediction is exact, else 0.
  /// Equal targets are recognized as such, where scikit-learn can miss them by the rounding of
  /// their mean.
  package var rSquared: Measured {
    if let unmeasurable { return Measured(undefined: unmeasurable) }
    guard truth.count > 1 else { return Measured(undefined: .oneRow) }
    let unexplained = squaredError
    if truth.allSatisfy({ $0 == truth[0] }) {
      return Measured(unexplained == 0 ? 1 : 0, undefined: .constantTargets)
    }
    let mean = truth.reduce(0, +) / Double(truth.count)
    let variation = truth.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return Measured(1 - unexplained / variation)
  }
}

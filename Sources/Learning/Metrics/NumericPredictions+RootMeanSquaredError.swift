import Numerics

extension NumericPredictions {
  /// The root of the mean squared error, in the units of the targets.
  package var rootMeanSquaredError: Measured {
    if let unmeasurable { return Measured(undefined: unmeasurable) }
    return Measured(Elementary.squareRoot(squaredError / Double(truth.count)))
  }
}

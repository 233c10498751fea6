extension NumericPredictions {
  /// The mean absolute error, in the units of the targets.
  package var meanAbsoluteError: Measured {
    if let unmeasurable { return Measured(undefined: unmeasurable) }
    let sum = zip(truth, predicted).reduce(0) { $0 + ($1.0 - $1.1).magnitude }
    return Measured(sum / Double(truth.count))
  }
}

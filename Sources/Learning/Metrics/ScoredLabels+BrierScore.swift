extension ScoredLabels {
  /// The mean squared difference between a probability and what came true, 1 or 0.
  ///
  /// Source: Brier 1950, halved as is usual for two classes.
  package var brierScore: Measured {
    if let improbable { return Measured(undefined: improbable) }
    var sum = 0.0
    for (truth, score) in zip(truth, scores) {
      let error = score - (truth ? 1 : 0)
      sum += error * error
    }
    return Measured(sum / Double(truth.count))
  }
}

extension ScoredLabels {
  /// The probability that a positive row scores higher than a negative one, a tie counting ½.
  ///
  /// The area under the ROC curve is the statistic of Mann & Whitney 1947 over the number of pairs;
  /// both are counted in integers, so the result is correctly rounded. Not a number and undefined
  /// where only one class occurs.
  package var rocAUC: Measured {
    if let unranked { return Measured(undefined: unranked) }
    let positives = positives
    let negatives = truth.count - positives
    guard positives > 0, negatives > 0 else { return Measured(undefined: .oneClass) }
    var above = 0
    var twice = 0
    for group in ties {
      twice += group.negative * (2 * above + group.positive)
      above += group.positive
    }
    return Measured(Double(twice) / Double(2 * positives * negatives))
  }
}

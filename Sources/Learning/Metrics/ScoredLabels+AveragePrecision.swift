extension ScoredLabels {
  /// The mean of the precision at each threshold, weighted by the recall gained there.
  ///
  /// Σ(Rₙ − Rₙ₋₁)Pₙ over the distinct scores from the highest down, without interpolation. 0 and
  /// undefined where no row is positive.
  package var averagePrecision: Measured {
    if let unranked { return Measured(undefined: unranked) }
    let positives = positives
    guard positives > 0 else { return Measured(0, undefined: .noPositives) }
    var (hits, called) = (0, 0)
    var sum = 0.0
    for group in ties {
      hits += group.positive
      called += group.positive + group.negative
      sum += Double(group.positive) * Double(hits) / Double(called)
    }
    return Measured(sum / Double(positives))
  }
}

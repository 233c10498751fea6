/// What the best of so many trials is in expectation, told from values that are known.
///
/// Higher is better. Of few values both say little of many trials: the first is too low there, the
/// second spreads more.
package enum ExpectedBest {
  /// The best of trials drawn from the values with replacement: Σ V₍ᵢ₎[(i/B)ⁿ − ((i − 1)/B)ⁿ].
  ///
  /// Source: Dodge, Gururangan, Card et al. 2019, "Show your work: improved reporting of experimental
  /// results", EMNLP, section 3.
  ///
  /// - Returns: nil of no values or of no trials.
  package static func withReplacement(_ values: [Double], trials: Int) -> Double? {
    guard !values.isEmpty, trials > 0 else { return nil }
    let count = Double(values.count)
    func power(_ share: Double) -> Double { (0..<trials).reduce(1) { power, _ in power * share } }
    return values.sorted().enumerated().reduce(0) { sum, entry in
      let (place, value) = (Double(entry.offset), entry.element)
      return sum + value * (power((place + 1) / count) - power(place / count))
    }
  }

  /// The best of trials drawn from the values without replacement, which is right on average whatever
  /// the values are drawn from: Σ V₍ᵢ₎C(i − 1, n − 1)/C(B, n).
  ///
  /// Source: Tang, Lee, Xin et al. 2020, "Showing your work doesn't always work", ACL.
  ///
  /// - Returns: nil of no trials, or of more than there are values.
  package static func withoutReplacement(_ values: [Double], trials: Int) -> Double? {
    guard trials > 0, trials <= values.count else { return nil }
    // From the largest down, whose chance to be drawn is n/B; that of the one below the i-th to be the
    // best is (i − n)/(i − 1) of the i-th's.
    let sorted = values.sorted()
    var chance = Double(trials) / Double(values.count)
    var sum = 0.0
    for place in stride(from: sorted.count - 1, through: trials - 1, by: -1) {
      sum += chance * sorted[place]
      chance *= Double(place - trials + 1) / Double(max(1, place))
    }
    return sum
  }
}

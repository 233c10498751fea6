/// How much of the differences between trials each axis explains by itself.
package enum Importance {
  /// The fewest trials of which anything can be said.
  package static let fewest = 16

  /// The share of the variance of the ranks that each axis explains: its first-order index.
  ///
  /// Ranks, so that neither the scale of the losses nor what has none decides. Along each axis the
  /// trials are put in order, and each is compared with the next: where these are alike, the axis
  /// explains the loss. Exact in the long run for trials that are spread at random; of trials that a
  /// search put where it hoped for most it says what holds there.
  ///
  /// Source: Gamboa, Gremaud, Klein & Lagnoux 2022, "Global sensitivity analysis: a novel generation of
  /// mighty estimators based on rank statistics", Bernoulli 28, equation 11.
  ///
  /// - Returns: a share an axis, from 0 to 1; nil where there are too few trials, or all are alike.
  package static func shares(_ observations: [Observation]) -> [Double]? {
    guard let first = observations.first, observations.count >= fewest else { return nil }
    let ranks = ranks(of: observations)
    let count = Double(ranks.count)
    let mean = ranks.reduce(0, +) / count
    let variance = ranks.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    guard variance > 0 else { return nil }
    return first.point.indices.map { axis in
      let order = observations.indices.sorted {
        (observations[$0].point[axis], $0) < (observations[$1].point[axis], $1)
      }
      let products = order.indices.reduce(0.0) { sum, place in
        let next = order[(place + 1) % order.count]
        return sum + (ranks[order[place]] - mean) * (ranks[next] - mean)
      }
      return min(max(products / count / variance, 0), 1)
    }
  }

  /// The place of each among all losses; equal losses share the mean of theirs.
  private static func ranks(of observations: [Observation]) -> [Double] {
    let losses = observations.map { $0.loss ?? .infinity }
    let order = losses.indices.sorted { (losses[$0], $0) < (losses[$1], $1) }
    var ranks = [Double](repeating: 0, count: losses.count)
    var start = 0
    while start < order.count {
      var end = start
      while end < order.count, losses[order[end]] == losses[order[start]] { end += 1 }
      for place in start..<end { ranks[order[place]] = Double(start + end - 1) / 2 }
      start = end
    }
    return ranks
  }
}

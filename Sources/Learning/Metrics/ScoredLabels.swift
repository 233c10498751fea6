/// Rows that are positive or not, each with a score that should be larger for the positive ones.
package struct ScoredLabels: Sendable, Equatable {
  package let truth: [Bool]
  /// Any finite number ranks; `logLoss` and `brierScore` need probabilities.
  package let scores: [Double]

  /// - Precondition: one score a row.
  package init(truth: [Bool], scores: [Double]) {
    precondition(truth.count == scores.count, "one score a row")
    self.truth = truth
    self.scores = scores
  }

  /// How many rows are positive.
  package var positives: Int { truth.reduce(0) { $0 + ($1 ? 1 : 0) } }

  /// Why the scores cannot be ranked, if so.
  var unranked: Undefined? {
    if truth.isEmpty { return .noRows }
    return scores.allSatisfy(\.isFinite) ? nil : .notFinite
  }

  /// Why the scores are not probabilities, if so.
  var improbable: Undefined? {
    unranked ?? (scores.allSatisfy { 0...1 ~= $0 } ? nil : .notAProbability)
  }

  /// How many positive and negative rows have each score, from the highest score down.
  ///
  /// - Precondition: the scores can be ranked.
  var ties: [(positive: Int, negative: Int)] {
    var groups: [(positive: Int, negative: Int)] = []
    var last = Double.nan
    for row in truth.indices.sorted(by: { scores[$0] > scores[$1] }) {
      if scores[row] != last { groups.append((0, 0)) }
      last = scores[row]
      if truth[row] {
        groups[groups.count - 1].positive += 1
      } else {
        groups[groups.count - 1].negative += 1
      }
    }
    return groups
  }
}

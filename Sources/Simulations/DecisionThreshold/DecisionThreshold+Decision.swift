import Experiments
import Learning
import Numerics

/// Scored rows, a threshold, and what the measures say of both.
struct Decision {
  let threshold: Double
  let scored: ScoredLabels
  let ranked: RankedScores
  let confusion: ConfusionMatrix

  /// What to expect; nil for penguins.
  let theory: NormalScores?
  let best: (threshold: Double, f1: Double)
  let predictedBest: (threshold: Double, f1: Double)?
  let cost: Cost

  init(
    at threshold: Double, on source: DecisionThreshold.Source, share: Double, separation: Double,
    rows: Int, seed: UInt64
  ) {
    self.threshold = threshold
    switch source {
    case .generated:
      let positives = min(rows, max(1, Int((share * Double(rows)).rounded())))
      scored = Self.normalScores(positives, of: rows, separation, seed)
      theory = NormalScores(
        share: Double(positives) / Double(rows), separation: separation)
      cost = Cost(multiplyAdds: positives, bytes: 9 * rows)
    case .penguins:
      let penguins = PenguinScores(seed: seed)
      scored = penguins.scored
      theory = nil
      cost = penguins.cost
    }
    ranked = RankedScores(scored)
    confusion = ConfusionMatrix(scored, threshold: threshold)
    best = ranked.best
    predictedBest = theory?.best
  }

  /// Positive and negative rows from streams of their own, so that a share leaves the luck alone.
  private static func normalScores(
    _ positives: Int, of rows: Int, _ separation: Double, _ seed: UInt64
  ) -> ScoredLabels {
    var high = RandomStream(seed: seed, "positive")
    var low = RandomStream(seed: seed, "negative")
    let scores =
      (0..<positives).map { _ in separation + high.normal() }
      + (positives..<rows).map { _ in low.normal() }
    return ScoredLabels(truth: (0..<rows).map { $0 < positives }, scores: scores)
  }

  var called: Int { confusion.predictions(of: 1) }
  var positives: Int { confusion.occurrences(of: 1) }
  var rows: Int { confusion.total }
  var accuracy: Double { confusion.accuracy.value }
  var f1: Double { confusion.f1().value }
  var f1Share: Double { f1 / best.f1 }
  var neverAccuracy: Double { Double(rows - positives) / Double(rows) }

  /// Every metric with its value; those without one are nil.
  var values: [(Metric, Double?)] {
    typealias This = DecisionThreshold
    func defined(_ measured: Measured) -> Double? { measured.isDefined ? measured.value : nil }
    return [
      (This.accuracy.measured, defined(confusion.accuracy)),
      (This.accuracy.predicted, theory?.accuracy(threshold)),
      (This.neverAccuracy, neverAccuracy),
      (This.balancedAccuracy.measured, defined(confusion.balancedAccuracy)),
      (This.balancedAccuracy.predicted, theory?.balancedAccuracy(threshold)),
      (This.precision.measured, defined(confusion.precision())),
      (This.precision.predicted, theory?.precision(threshold)),
      (This.recall.measured, defined(confusion.recall())),
      (This.recall.predicted, theory?.recall(threshold)),
      (This.f1.measured, defined(confusion.f1())),
      (This.f1.predicted, theory?.f1(threshold)),
      (This.f1Share.measured, f1Share),
      (This.f1Share.predicted, predictedF1Share),
      (This.auc.measured, defined(scored.rocAUC)),
      (This.auc.predicted, theory?.auc),
      (This.called, Double(called)),
    ]
  }

  /// F1 over the best, both for very many rows; rounding may lift it a hair above 1.
  private var predictedF1Share: Double? {
    guard let theory, let predictedBest else { return nil }
    return min(1, theory.f1(threshold) / predictedBest.f1)
  }
}

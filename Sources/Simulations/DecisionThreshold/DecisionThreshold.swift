import Experiments
import Learning

/// Rows are called positive from a score on: what each measure says as that threshold moves.
///
/// Generated scores are N(0, 1) for negative rows and N(separation, 1) for positive ones. Measured
/// ones are the log-odds that a logistic model gives to penguins it was not trained on; there
/// positive means chinstrap, and share, separation and rows are as they are.
package enum DecisionThreshold: Simulation {
  package static let name = "decision-threshold"
  package static let summary =
    "Accuracy, precision, recall, F1 and AUC as the threshold for calling a rare class moves"
  package static let usesChance = true

  /// Where the scores come from.
  enum Source: String, CaseIterable, KnobValue {
    case generated, penguins
  }

  /// The part of the best F1 from which on a threshold counts as near the best.
  static let nearness = 0.95

  // What it takes

  static let threshold = Knob<Double>(
    "threshold", .linear(-2...5), default: 0.5, "the score from which on a row is called positive")
  static let positiveShare = Knob<Double>(
    "positive-share", .log(0.005...0.5), default: 0.1, "share of positive rows, if generated")
  static let separation = Knob<Double>(
    "separation", .linear(0...4), default: 1.5,
    "how much higher positive rows score on average, if generated")
  static let rows = Knob<Int>(
    "rows", 100...10_000, .log, default: 1000, "how many rows are scored, if generated")
  static let data = Knob<Source>(
    "data", default: .generated, "generated scores, or a model's log-odds for unseen penguins")

  package static let knobs: [any AnyKnob] = [threshold, positiveShare, separation, rows, data]

  // What it gives

  /// A measure and what it should be; nothing is predicted for penguins.
  ///
  /// - Parameter isRatio: whether it is a ratio of counts, which theory knows for very many rows only.
  private static func pair(
    _ name: String, _ summary: String, isRatio: Bool = false, absent: String = "none"
  ) -> (measured: Metric, predicted: Metric) {
    let predicted = Metric(
      "predicted-\(name)",
      isRatio
        ? "what \(name) comes to as rows grow many, if generated"
        : "what \(name) is in expectation, if generated",
      .fixed(decimals: 3), isExact: true, absent: Metric.noTheory, kind: .share)
    return (
      Metric(
        name, summary, .fixed(decimals: 3),
        theory: isRatio ? .limit(predicted, as: rows, .grows) : .expectation(predicted),
        better: .higher, absent: absent, kind: .share),
      predicted
    )
  }

  static let accuracy = pair("accuracy", "share of rows that are called what they are")
  static let neverAccuracy = Metric(
    "never-accuracy", "accuracy of calling no row positive: the share of negative rows",
    .fixed(decimals: 3), isExact: true, kind: .share)
  static let balancedAccuracy = pair(
    "balanced-accuracy", "mean of the shares of positive and of negative rows called right")
  static let precision = pair(
    "precision", "share of the rows called positive that are; undefined if none is called",
    isRatio: true, absent: "undefined")
  static let recall = pair("recall", "share of the positive rows that are called positive")
  static let f1 = pair(
    "f-score", "F1: 2TP/(2TP + FP + FN), the harmonic mean of precision and recall", isRatio: true)
  static let f1Share = pair(
    "f-score-share", "F1 over the best F1 that any threshold reaches on these rows", isRatio: true)
  static let auc = pair(
    "auc", "probability that a positive row scores higher than a negative one, ties half")
  static let called = Metric("called", "rows that are called positive", .count)

  package static let metrics = [
    accuracy.measured, accuracy.predicted, neverAccuracy, balancedAccuracy.measured,
    balancedAccuracy.predicted, precision.measured, precision.predicted, recall.measured,
    recall.predicted, f1.measured, f1.predicted, f1Share.measured, f1Share.predicted, auc.measured,
    auc.predicted, called,
  ]

  static let curvesFigure = FigureKind("curves", "precision, recall and F1 by threshold")
  static let rocFigure = FigureKind("roc", "recall against false alarms over all thresholds")
  static let scoresFigure = FigureKind("scores", "how many rows of each class have which score")

  package static let figures = [curvesFigure, rocFigure, scoresFigure]

  // What it finds

  /// What the threshold decides.
  private static let decided = [
    precision.measured, recall.measured, f1.measured, f1Share.measured, called,
  ]

  static let nothingCalled = FindingKind(
    "nothing-called", "no row is called positive, so precision is 0/0", explains: decided)
  static let tooEager = FindingKind(
    "too-eager", "F1 is under 95 % of the best, which a higher threshold has", explains: decided)
  static let tooStrict = FindingKind(
    "too-strict", "F1 is under 95 % of the best, which a lower threshold has", explains: decided)
  static let nearBest = FindingKind(
    "near-best", "F1 is at least 95 % of the best any threshold has", explains: decided)
  static let noBetterThanNever = FindingKind(
    "no-better-than-never", "accuracy is at most that of calling no row positive",
    explains: [accuracy.measured, neverAccuracy, balancedAccuracy.measured])
  static let ranking = FindingKind(
    "ranking", "always: how well the scores rank, whatever the threshold",
    explains: [auc.measured])
  static let realData = FindingKind(
    "real-data", "the rows are penguins: how many, and whom the data are owed to",
    explains: [called])

  package static let findings = [
    nothingCalled, tooEager, tooStrict, nearBest, noBetterThanNever, ranking, realData,
  ]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let decision = Decision(
      at: settings[threshold], on: settings[data], share: settings[positiveShare],
      separation: settings[separation], rows: settings[rows], seed: seed)
    var outcome = Outcome()
    for (metric, value) in decision.values { outcome[metric] = value }
    outcome.findings = decision.findings
    outcome.draw { [decision.curvesFigure, decision.rocFigure, decision.scoresFigure] }
    outcome.cost = decision.cost
    return outcome
  }
}

import Experiments

/// A threshold that was best for as many positive rows as negative ones, when positive ones grow rare.
///
/// Scores are N(−1, 1) for negative rows and N(1, 1) for positive ones, and stay so; only the share of
/// positive rows is another. The threshold in use, the best one for the share now, and calling every row
/// negative are compared.
package enum LabelShift: Simulation {
  package static let name = "label-shift"
  package static let summary =
    "Positive rows grow rare while scores stay as they are: the stale threshold and the best one"
  package static let usesChance = true

  // What it takes

  static let positiveShare = Knob<Double>(
    "positive-share", .log(0.01...0.5), default: 0.1, "share of positive rows now")
  static let threshold = Knob<Double>(
    "threshold", .linear(-3...3), default: 0,
    "the score from which on a row is called positive; 0 is best for half of the rows")
  static let rows = Knob<Int>("rows", 100...10_000, .log, default: 2000, "how many rows are judged")

  package static let knobs: [any AnyKnob] = [positiveShare, threshold, rows]

  // What it gives

  private static func pair(_ name: String, _ summary: String) -> (
    measured: Metric, predicted: Metric
  ) {
    let predicted = Metric(
      "predicted-\(name)", "what \(name) is in expectation", .fixed(decimals: 3), isExact: true,
      kind: .share)
    return (
      Metric(
        name, summary, .fixed(decimals: 3), theory: .expectation(predicted), better: .higher,
        kind: .share),
      predicted
    )
  }

  static let accuracy = pair("accuracy", "share of rows that are called what they are")
  static let retunedAccuracy = pair(
    "retuned-accuracy", "accuracy with the threshold that is best for the share now")
  static let neverAccuracy = pair("never-accuracy", "accuracy of calling every row negative")

  package static let metrics = [
    accuracy.measured, accuracy.predicted, retunedAccuracy.measured, retunedAccuracy.predicted,
    neverAccuracy.measured, neverAccuracy.predicted,
  ]

  static let thresholdsFigure = FigureKind("thresholds", "accuracy by threshold, then and now")

  package static let figures = [thresholdsFigure]

  // What it finds

  static let stale = FindingKind(
    "stale", "the best threshold would be right on at least one row in a hundred more")
  static let fits = FindingKind(
    "fits", "the best threshold would be right on less than one row in a hundred more")
  static let worseThanNever = FindingKind(
    "worse-than-never", "calling every row negative is right more often")

  package static let findings = [stale, fits, worseThanNever]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let scored = ShiftedScores(
      share: settings[positiveShare], threshold: settings[threshold], rows: settings[rows],
      seed: seed)
    var outcome = Outcome()
    for (metric, value) in scored.values { outcome[metric] = value }
    outcome.findings = scored.findings
    outcome.draw { [scored.thresholdsFigure] }
    outcome.cost = Cost(multiplyAdds: 4 * settings[rows], bytes: 9 * settings[rows])
    return outcome
  }
}

import Experiments

/// A linear model trained to the end on few rows, from pretrained weights and from zero.
///
/// 20 normal features, right weights of length 1, and a start on the line through them and zero. Descent
/// to zero training error ends at the point nearest to where it began. 100 sets of rows are compared with
/// the exact expectation; both starts meet the same rows.
package enum HeadStart: Simulation {
  package static let name = "head-start"
  package static let summary =
    "Training to the end on few rows from pretrained weights and from zero: head start or negative transfer"
  package static let usesChance = true

  /// How many features the model has.
  static let features = 20

  /// How many sets of rows are averaged.
  static let sets = 100

  // What it takes

  static let rows = Knob<Int>(
    "rows", 1...100, .log, default: 10, "how many rows of the new task there are")
  static let distance = Knob<Double>(
    "distance", .linear(0...2), default: 0.3,
    "how far the pretrained weights are from the right ones; zero weights are 1 off")
  static let noise = Knob<Double>(
    "noise", .linear(0...1), default: 0.5, "standard deviation of the targets' noise")

  package static let knobs: [any AnyKnob] = [rows, distance, noise]

  // What it gives

  private static let absent = Metric.noTheory

  static let predictedTunedLoss = Metric(
    "predicted-tuned-loss", "what tuned-loss is in expectation, but near 20 rows", isExact: true,
    absent: absent)
  static let tunedLoss = Metric(
    "tuned-loss", "squared distance from the right weights when tuned from the pretrained ones",
    theory: .expectation(predictedTunedLoss), better: .lower)
  static let predictedScratchLoss = Metric(
    "predicted-scratch-loss", "what scratch-loss is in expectation, but near 20 rows",
    isExact: true, absent: absent)
  static let scratchLoss = Metric(
    "scratch-loss", "the same when trained from zero on the same rows",
    theory: .expectation(predictedScratchLoss), better: .lower)
  static let predictedLead = Metric(
    "predicted-lead",
    "what lead is in expectation: (1 − rows/20)(1 − distance²), 0 from 20 rows on", isExact: true)
  static let lead = Metric(
    "lead", "how much the pretrained weights gain: scratch-loss minus tuned-loss",
    theory: .expectation(predictedLead), better: .higher)
  static let untouchedLoss = Metric(
    "untouched-loss", "squared distance of the pretrained weights as they are", isExact: true)

  package static let metrics = [
    tunedLoss, predictedTunedLoss, scratchLoss, predictedScratchLoss, lead, predictedLead,
    untouchedLoss,
  ]

  static let rowsFigure = FigureKind("rows", "loss by rows from both starts")
  static let distanceFigure = FigureKind("distance", "loss by distance of the pretrained weights")

  package static let figures = [rowsFigure, distanceFigure]

  // What it finds

  private static let leads = [tunedLoss, predictedTunedLoss, scratchLoss, lead, predictedLead]

  static let ahead = FindingKind(
    "ahead", "fewer rows than features, and the pretrained weights are nearer than zero",
    explains: leads)
  static let negativeTransfer = FindingKind(
    "negative-transfer",
    "fewer rows than features, and the pretrained weights are farther off than zero",
    explains: leads)
  static let sameEnd = FindingKind(
    "same-end", "both starts come to the same: as many rows as features, or the same distance",
    explains: leads)
  static let betterUntouched = FindingKind(
    "better-untouched", "in expectation tuning makes the pretrained weights worse",
    explains: [untouchedLoss])

  package static let findings = [ahead, negativeTransfer, sameEnd, betterUntouched]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let fits = InterpolatingFits(rows: settings[rows], noise: settings[noise], seed: seed)
    let transfer = Transfer(fits: fits, distance: settings[distance], seed: seed)
    var outcome = Outcome()
    for (metric, value) in transfer.values { outcome[metric] = value }
    outcome.findings = transfer.findings
    outcome.draw { [transfer.rowsFigure, transfer.distanceFigure] }
    outcome.cost = fits.cost
    return outcome
  }
}

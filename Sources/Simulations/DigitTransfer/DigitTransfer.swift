import Experiments
import Learning

/// A network that reads handwritten digits, tuned to digits that are blurred, shifted or turned.
///
/// 64 pixels, 24 tanh units, ten classes. 150 digits pretrain it; a few others, changed all alike, tune it for
/// 40 epochs of batches of 16 with momentum 0.9, and train a twin from scratch at the same rate. 100 more
/// test both on changed digits, and the tuned one on digits as they were.
package enum DigitTransfer: Simulation {
  package static let name = "digit-transfer"
  package static let summary =
    "A digit reader tuned to blurred, shifted or turned digits, beside one trained from scratch"
  package static let usesChance = true

  static let sourceSize = 150
  static let targetSize = 50
  static let testSize = 100
  static let hiddenUnits = 24
  static let epochs = 40
  static let batchSize = 16
  static let momentum = 0.9

  /// The rate at which the network is pretrained.
  static let sourceRate = 0.05

  /// By how much an accuracy has to differ to count.
  static let tolerance = 0.02

  /// What the new digits are like.
  enum Change: String, CaseIterable, KnobValue {
    /// Each pixel is the mean of the 3 × 3 around it.
    case blurred
    /// One pixel to the right.
    case shifted
    /// By a quarter turn.
    case turned
  }

  /// Which layers are tuned.
  enum Part: String, CaseIterable, KnobValue {
    case all
    /// The last layer alone.
    case head
  }

  // What it takes

  static let learningRate = Knob<Double>(
    "learning-rate", .log(0.001...0.3), default: 0.03, "the learning rate of tuning, and the twin's"
  )
  static let rows = Knob<Int>(
    "rows", 5...50, .log, default: 20, "how many changed digits there are to tune on")
  static let change = Knob<Change>("change", default: .blurred, "how the new digits are changed")
  static let part = Knob<Part>("part", default: .all, "what is tuned: all, or the last layer alone")
  static let share = Knob<Double>(
    "share", .linear(0...1), default: 1,
    "how much is kept of the way from the pretrained weights to the tuned ones")

  package static let knobs: [any AnyKnob] = [learningRate, rows, change, part, share]

  // What it gives

  static let targetAccuracy = Metric(
    "target-accuracy", "share of 100 changed digits that the tuned network reads right",
    .fixed(decimals: 2), better: .higher, kind: .share)
  static let scratchAccuracy = Metric(
    "scratch-accuracy", "the same for the twin from scratch", .fixed(decimals: 2), better: .higher,
    kind: .share)
  static let untouchedAccuracy = Metric(
    "untouched-accuracy", "the same for the pretrained network as it was", .fixed(decimals: 2),
    better: .higher, kind: .share)
  static let sourceAccuracy = Metric(
    "source-accuracy", "share of the 100 digits as they were that the tuned network reads right",
    .fixed(decimals: 2), better: .higher, kind: .share)
  static let sourceBefore = Metric(
    "source-before", "the same before tuning", .fixed(decimals: 2), better: .higher)

  package static let metrics = [
    targetAccuracy, scratchAccuracy, untouchedAccuracy, sourceAccuracy, sourceBefore,
  ]

  static let wayFigure = FigureKind(
    "way", "accuracy on the new digits and the old on the way to the tuned weights")
  static let rateFigure = FigureKind(
    "rate", "accuracy by rate: tuned, from scratch, and on the old digits")

  package static let figures = [rateFigure, wayFigure]

  // What it finds

  private static let targets = [targetAccuracy, scratchAccuracy, untouchedAccuracy]

  static let ahead = FindingKind(
    "ahead", "the tuned network reads over 2 in a hundred more of the new digits than the twin",
    explains: targets)
  static let level = FindingKind(
    "level", "the tuned network and the twin differ by at most 2 in a hundred new digits",
    explains: targets)
  static let negativeTransfer = FindingKind(
    "negative-transfer", "the twin reads over 2 in a hundred more of the new digits",
    explains: targets)
  static let forgets = FindingKind(
    "forgets", "the tuned network reads over 2 in a hundred fewer of the old digits than before",
    explains: [sourceAccuracy, sourceBefore])
  static let realData = FindingKind("real-data", "always: whom the digits are owed to")

  package static let findings = [ahead, level, negativeTransfer, forgets, realData]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let transfer = TransferredDigits(settings, seed: seed)
    let reading = transfer.reading
    var outcome = Outcome()
    for (metric, value) in reading.values { outcome[metric] = value }
    outcome.findings = reading.findings
    outcome.draw { [transfer.rateFigure, transfer.wayFigure] }
    outcome.cost = transfer.cost
    return outcome
  }
}

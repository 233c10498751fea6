import Experiments
import Learning

/// What dropout adds to the training error of a linear model: by formula, by all masks, by chance.
///
/// The model predicts a wave from several features that all carry the same wave and share one
/// weight of 1, so that its predictions do not depend on how many they are. The targets hold a
/// second wave that it cannot know. Features are dropped; those that stay are multiplied by
/// 1/(1 − p).
package enum DropoutMasks: Simulation {
  package static let name = "dropout-masks"
  package static let summary =
    "Dropout on a linear model: its expected penalty by formula, by every mask and by sampling"
  package static let usesChance = true

  /// How many examples the error is averaged over.
  static let rows = 16

  // What it takes

  static let dropout = Knob<Double>(
    "dropout", .linear(0...1), default: 0.5, "probability of dropping a feature in training")
  static let features = Knob<Int>(
    "features", 1...12, default: 4, "how many features carry the signal and share its weight")
  static let samples = Knob<Int>(
    "samples", 10...10_000, .log, default: 1000, "how many masks are sampled")

  package static let knobs: [any AnyKnob] = [dropout, features, samples]

  // What it gives

  static let predictedError = Metric(
    "predicted-error", "error without dropout plus the penalty of the formula", isExact: true,
    absent: "no value")
  static let enumeratedError = Metric(
    "enumerated-error", "training error averaged over every mask by its probability",
    theory: .exact(predictedError), isExact: true)
  static let sampledError = Metric(
    "sampled-error", "training error averaged over the sampled masks",
    theory: .expectation(predictedError))
  static let evaluationError = Metric(
    "evaluation-error", "error of evaluation, which drops nothing", isExact: true)
  static let predictedPenalty = Metric(
    "predicted-penalty", "p/(1 − p) times the sum of each feature's mean square times weight²",
    isExact: true, absent: "no value")
  static let penalty = Metric(
    "penalty", "enumerated-error minus evaluation-error", theory: .exact(predictedPenalty),
    isExact: true)
  static let expectedMask = Metric(
    "expected-mask", "mean over every mask of what features are multiplied by",
    .fixed(decimals: 3), isExact: true)
  static let sampledMask = Metric(
    "sampled-mask", "mean over the sampled masks of what features are multiplied by",
    .fixed(decimals: 3), theory: .expectation(expectedMask))

  package static let metrics = [
    sampledError, enumeratedError, predictedError, evaluationError, penalty, predictedPenalty,
    sampledMask, expectedMask,
  ]

  static let errorFigure = FigureKind(
    "error", "training error by dropout rate: formula, every mask, sampled masks")
  static let samplingFigure = FigureKind(
    "sampling", "mean error of the masks sampled so far, over what the formula says")

  package static let figures = [errorFigure, samplingFigure]
  package static let time: (any AnyKnob)? = samples
  package static let timeFigures = [samplingFigure]

  // What it finds

  private static let errors = [
    sampledError, enumeratedError, predictedError, penalty, predictedPenalty,
  ]

  static let nothingDropped = FindingKind(
    "nothing-dropped", "the dropout rate is 0", explains: errors)
  static let exactPenalty = FindingKind(
    "exact-penalty", "in expectation dropout adds the penalty of the formula to the training error",
    explains: errors)
  static let allDropped = FindingKind(
    "all-dropped", "the dropout rate is 1: the only mask keeps nothing", explains: errors)
  static let unbiased = FindingKind(
    "unbiased", "always: what features are multiplied by has a mean of 1 unless all are dropped",
    explains: [sampledMask, expectedMask])

  package static let findings = [nothingDropped, exactPenalty, allDropped, unbiased]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let sampling = MaskSampling(
      dropout: settings[dropout], features: settings[features], samples: settings[samples],
      seed: seed)
    let (model, p) = (sampling.model, sampling.dropout)
    let enumerated = model.enumeratedError(at: p)
    let added = model.predictedPenalty(at: p)
    var outcome = Outcome()
    outcome[sampledError] = sampling.sampledError
    outcome[enumeratedError] = enumerated
    outcome[predictedError] = added.map { model.plainError + $0 }
    outcome[evaluationError] = model.plainError
    outcome[penalty] = enumerated - model.plainError
    outcome[predictedPenalty] = added
    outcome[sampledMask] = sampling.sampledMask
    outcome[expectedMask] = model.meanMask(at: p)
    outcome.findings = sampling.findings
    outcome.draw { [sampling.errorFigure, sampling.samplingFigure] }
    outcome.cost = Cost(
      multiplyAdds: model.maskCount * rows * (settings[features] + 2),
      bytes: 24 * model.maskCount + 16 * settings[samples] + 8 * rows * (settings[features] + 1))
    return outcome
  }
}

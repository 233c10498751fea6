import Experiments

/// Two knobs turned one at a time and both at once, on an error that depends on nearly their ratio.
///
/// A mean is estimated from a budget of samples in batches; examples are normal with variance 1, and
/// the estimate starts 5 from the mean. The expected squared error is known exactly, so that the best
/// of each knob alone is found on a grid of 41 rates and 9 batch sizes, and the effects over the grid
/// are taken apart without chance.
package enum JointEffect: Simulation {
  package static let name = "joint-effect"
  package static let summary =
    "Learning rate and batch size, each tuned alone and then both at once: what their effects share"
  package static let usesChance = true

  /// How many runs the error is averaged over.
  static let chains = 256

  /// How many times the better of the two errors both at once may have to count as adding up.
  static let tolerance = 2.0

  // What it takes

  static let learningRate = Knob<Double>(
    "learning-rate", .log(0.001...1.9), default: 0.02, "length of a step per unit of slope")
  static let batchSize = Knob<Int>(
    "batch-size", 1...256, .log, default: 16, "how many samples an update averages")
  static let samples = Knob<Int>(
    "samples", 500...20_000, .log, default: 2000, "how many samples may be used in all")

  package static let knobs: [any AnyKnob] = [learningRate, batchSize, samples]

  // What it gives

  static let predictedError = Metric(
    "predicted-error", "what error is in expectation", isExact: true)
  static let error = Metric(
    "error", "squared distance from the mean at the end, averaged over 256 runs",
    theory: .expectation(predictedError), better: .lower)
  static let rateAloneError = Metric(
    "rate-alone-error", "expected error if the rate alone is set to the grid's best",
    better: .lower, isExact: true)
  static let batchAloneError = Metric(
    "batch-alone-error", "expected error if the batch size alone is set to the grid's best",
    better: .lower, isExact: true)
  static let bothError = Metric(
    "both-error", "expected error if both are set so at once", better: .lower, isExact: true)
  static let bothOverBetter = Metric(
    "both-over-better", "both-error over the better of the errors with one set alone",
    isExact: true)
  static let ratio = Metric("ratio", "learning rate over batch size", isExact: true)
  static let samplesAtOnce = Metric(
    "samples-at-once", "how many samples an update works on: the batch size", .count,
    isExact: true)
  static let rateShare = Metric(
    "rate-share", "share of log₁₀ error's variance over the grid that the rate explains by itself",
    .fixed(decimals: 3), isExact: true, kind: .share)
  static let batchShare = Metric(
    "batch-share", "share that the batch size explains by itself", .fixed(decimals: 3),
    isExact: true, kind: .share)
  static let jointShare = Metric(
    "joint-share", "share that only the two together explain", .fixed(decimals: 3),
    isExact: true, kind: .share)

  package static let metrics = [
    error, predictedError, rateAloneError, batchAloneError, bothError, bothOverBetter, ratio,
    samplesAtOnce, rateShare, batchShare, jointShare,
  ]

  static let mapFigure = FigureKind(
    "map", "expected error by rate and batch size, with each knob turned alone")
  static let ratioFigure = FigureKind(
    "ratio", "expected error by the ratio of rate and batch size, for four batch sizes")

  package static let figures = [mapFigure, ratioFigure]

  // What it finds

  private static let errors = [rateAloneError, batchAloneError, bothError, bothOverBetter]

  static let overshoots = FindingKind(
    "overshoots-together", "both at once have over twice the error of the better one alone",
    explains: errors)
  static let addsUp = FindingKind(
    "adds-up", "both at once have at most twice the error of the better one alone",
    explains: errors)
  static let shares = FindingKind(
    "shares", "always: what each knob explains by itself, and what only both do",
    explains: [rateShare, batchShare, jointShare])

  package static let findings = [overshoots, addsUp, shares]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let study = JointStudy(
      rate: settings[learningRate], batchSize: settings[batchSize], samples: settings[samples])
    let measured = study.simulate(seed: seed)
    var outcome = Outcome()
    outcome[error] = measured
    for (metric, value) in study.values { outcome[metric] = value }
    outcome.findings = study.findings
    outcome.draw { [study.mapFigure, study.ratioFigure] }
    outcome.cost = Cost(
      gradientEvaluations: chains * study.updates * settings[batchSize],
      updates: chains * study.updates, multiplyAdds: 4 * chains * study.updates + 16 * 41 * 9,
      bytes: 8 * (study.updates + 41 * 9))
    return outcome
  }
}

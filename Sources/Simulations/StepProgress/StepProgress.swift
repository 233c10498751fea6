import Experiments

/// One step of evolution on a round hill: how much a random step of some length gains.
///
/// The loss is the squared distance R from the best point in so many dimensions. A copy is moved by normal
/// noise of deviation s·R/d along every axis, and takes the place if it is nearer. As the length of a step
/// goes with R, every step is like the first. In many dimensions gain and success are known (Rechenberg
/// 1973).
package enum StepProgress: Simulation {
  package static let name = "step-progress"
  package static let summary =
    "A random step towards the middle of a sphere: gain and success by the length of the step"
  package static let usesChance = true

  /// How many steps are tried.
  static let trials = 4096

  // What it takes

  static let step = Knob<Double>(
    "step", .log(0.05...5), default: 0.3,
    "length of a step along an axis, in units of the distance over the dimensions")
  static let dimensions = Knob<Int>(
    "dimensions", 2...200, .log, default: 30, "how many axes there are")

  package static let knobs: [any AnyKnob] = [step, dimensions]

  // What it gives

  static let predictedProgress = Metric(
    "predicted-progress", "what progress comes to in ever more dimensions", .fixed(decimals: 4),
    isExact: true)
  static let progress = Metric(
    "progress", "dimensions times what the logarithm of the distance falls by a step",
    .fixed(decimals: 4), theory: .limit(predictedProgress, as: dimensions, .grows),
    better: .higher)
  static let predictedSuccess = Metric(
    "predicted-success", "what success-share comes to in ever more dimensions",
    .fixed(decimals: 3), isExact: true, kind: .share)
  static let success = Metric(
    "success-share", "share of 4,096 steps that come nearer", .fixed(decimals: 3),
    theory: .limit(predictedSuccess, as: dimensions, .grows), kind: .share)
  static let bestProgress = Metric(
    "best-progress", "the most that predicted-progress comes to, at a step of 1.224",
    .fixed(decimals: 4), isExact: true)

  package static let metrics = [
    progress, predictedProgress, success, predictedSuccess, bestProgress,
  ]

  static let progressFigure = FigureKind("progress", "progress by the length of a step")
  static let successFigure = FigureKind("success", "share of successes by the length of a step")

  package static let figures = [progressFigure, successFigure]

  // What it finds

  static let tooShort = FindingKind(
    "too-short", "by theory below nine tenths of the best progress: longer steps gain more")
  static let tooLong = FindingKind(
    "too-long", "by theory below nine tenths of the best progress: shorter steps gain more")
  static let goodStep = FindingKind(
    "good-step", "by theory at least nine tenths of the best progress")

  package static let findings = [tooShort, tooLong, goodStep]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let trials = SphereTrials(
      step: settings[step], dimensions: settings[dimensions], seed: seed)
    var outcome = Outcome()
    for (metric, value) in trials.values { outcome[metric] = value }
    outcome.findings = [trials.finding]
    outcome.draw { trials.figures }
    outcome.cost = Cost(
      updates: Self.trials, multiplyAdds: 30 * Self.trials * trials.dimensions,
      bytes: 8 * trials.dimensions)
    return outcome
  }
}

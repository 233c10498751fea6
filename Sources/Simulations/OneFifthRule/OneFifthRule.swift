import Experiments

/// A step that is tuned while it searches: longer after a success, shorter after a failure.
///
/// The loss is the squared distance from the best point, 1 at first. A copy is moved by normal noise of one
/// deviation along every axis, and takes the place if it is nearer. The deviation stays as it is, or is
/// multiplied by eᵃ after a success and by e^(−a/4) after a failure, which balances at one success in five
/// (Kern, Müller, Hansen, Büche, Ocenasek & Koumoutsakos 2004).
package enum OneFifthRule: Simulation {
  package static let name = "one-fifth-rule"
  package static let summary =
    "Random steps towards the middle of a sphere whose length is fixed, or follows successes"
  package static let usesChance = true

  /// How many searches are made.
  static let searches = 32

  /// What becomes of the step.
  enum Control: String, CaseIterable, KnobValue {
    case fixed
    case oneFifth = "one-fifth"
  }

  // What it takes

  static let control = Knob<Control>("control", default: .fixed, "what becomes of the step")
  static let firstStep = Knob<Double>(
    "first-step", .log(0.01...1), default: 0.1, "deviation along an axis at first")
  static let adaptation = Knob<Double>(
    "adaptation", .log(0.05...1), default: 0.3,
    "a: by how much a success raises the logarithm of the step")
  static let dimensions = Knob<Int>("dimensions", 2...30, default: 10, "how many axes there are")
  static let steps = Knob<Int>("steps", 100...2000, .log, default: 600, "how many copies are tried")

  package static let knobs: [any AnyKnob] = [control, firstStep, adaptation, dimensions, steps]

  package static func idleKnobs(_ settings: Settings) -> Set<String> {
    settings[control] == .fixed ? [adaptation.name] : []
  }

  // What it gives

  static let logLoss = Metric(
    "log-loss", "natural logarithm of the loss at the end, mean of 32 searches",
    .fixed(decimals: 2), better: .lower)
  static let progress = Metric(
    "progress", "dimensions times what the logarithm of the distance falls by a step, second half",
    .fixed(decimals: 3), better: .higher)
  static let predictedSuccess = Metric(
    "predicted-success", "0.2 − 0.8·(progress/dimensions)/a", .fixed(decimals: 3),
    absent: "not for a fixed step", kind: .share)
  static let success = Metric(
    "success-share", "share of the steps that come nearer, second half", .fixed(decimals: 3),
    theory: .limit(predictedSuccess, as: steps, .grows), kind: .share)
  static let scaledStep = Metric(
    "scaled-step", "the step times dimensions over the distance, geometric mean of the second half")

  package static let metrics = [logLoss, progress, success, predictedSuccess, scaledStep]

  static let lossFigure = FigureKind("loss", "the loss by step")
  static let stepFigure = FigureKind("step", "length of the step by step")

  package static let figures = [lossFigure, stepFigure]
  package static let time: (any AnyKnob)? = steps
  package static let timeFigures = [lossFigure, stepFigure]

  // What it finds

  static let tooLong = FindingKind(
    "too-long", "fewer than one step in twenty of the second half succeeds")
  static let tooShort = FindingKind(
    "too-short", "more than two steps in five of the second half succeed")
  static let inStep = FindingKind(
    "in-step", "between one in twenty and two in five of the second half succeed")

  package static let findings = [tooLong, tooShort, inStep]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let searches = SphereSearches(settings, seed: seed)
    var outcome = Outcome()
    for (metric, value) in searches.values { outcome[metric] = value }
    outcome.findings = [searches.finding]
    outcome.draw { [searches.lossFigure, searches.stepFigure] }
    let made = Self.searches * searches.steps
    outcome.cost = Cost(
      updates: made, multiplyAdds: 40 * made * searches.dimensions,
      bytes: 8 * (2 * (searches.steps + 1) + 2 * searches.dimensions))
    return outcome
  }
}

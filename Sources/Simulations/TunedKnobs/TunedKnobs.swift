import Experiments

/// Eight knobs, of which the first few are tuned by random search and the others stay in the middle.
///
/// Every knob is on [0, 1], and the loss is the weighted sum of its squared distances from a best place
/// that may be anywhere. 256 searches are made, each with a best place of its own, and compared with an
/// integral.
package enum TunedKnobs: Simulation {
  package static let name = "tuned-knobs"
  package static let summary =
    "Random search over more and more of eight knobs: does each knob that is tuned pay for itself?"
  package static let usesChance = true

  /// What knobs weigh in the loss.
  enum Weights: String, CaseIterable, KnobValue {
    case halving, alike, two

    /// The weight of a knob, from number 0 on.
    func weight(_ knob: Int) -> Double {
      switch self {
      case .halving: 0.5.raised(to: knob)
      case .alike: 1
      case .two: knob < 2 ? 1 : 0
      }
    }
  }

  /// How many knobs there are.
  static let all = 8

  /// By how much of the loss another number of knobs may be better to count as no better.
  static let nearness = 0.05

  // What it takes

  static let trials = Knob<Int>("trials", 1...60, default: 10, "how many settings a search tries")
  static let tuned = Knob<Int>(
    "knobs", 1...8, default: 8, "how many knobs are tuned, the weightiest first")
  static let weights = Knob<Weights>(
    "weights", default: .halving,
    "what knobs weigh: each half of the one before it, all alike, or the first two alone")

  package static let knobs: [any AnyKnob] = [trials, tuned, weights]

  // What it gives

  static let predictedLoss = Metric(
    "predicted-loss", "what loss is if every trial had a best place of its own", isExact: true)
  static let loss = Metric(
    "loss", "lowest loss that a search finds, mean of 256",
    theory: .approximation(predictedLoss, within: 0.08), better: .lower)
  static let untunedLoss = Metric(
    "untuned-loss", "what loss is in expectation with every knob in the middle", isExact: true)
  static let gridLoss = Metric(
    "grid-loss", "what it is for the largest grid of no more trials, as many values of each knob",
    better: .lower, isExact: true)
  static let gridValues = Metric(
    "grid-values", "how many values of each knob that grid has", .count, isExact: true)
  static let gain = Metric(
    "gain",
    "share of the loss of the tuned knobs that the search takes away; below 0 it adds to it",
    .fixed(decimals: 2), better: .higher)
  static let tried = Metric(
    "tried", "how many settings a search tries", .count, better: .lower, isExact: true)

  package static let metrics = [
    loss, predictedLoss, untunedLoss, gridLoss, gridValues, gain, tried,
  ]

  static let knobsFigure = FigureKind("knobs", "loss by the number of knobs that are tuned")
  static let trialsFigure = FigureKind("trials", "loss by the number of trials")

  package static let figures = [knobsFigure, trialsFigure]

  // What it finds

  static let tooFew = FindingKind(
    "too-few-knobs", "more knobs would take over a twentieth off the loss, by theory",
    explains: [loss])
  static let tooMany = FindingKind(
    "too-many-knobs", "fewer knobs would take over a twentieth off the loss, by theory",
    explains: [loss])
  static let balanced = FindingKind(
    "balanced", "no other number of knobs takes over a twentieth off the loss, by theory",
    explains: [loss])
  static let harmful = FindingKind(
    "harmful", "the search ends above the loss of knobs that nobody tunes, by theory",
    explains: [loss, untunedLoss])

  package static let findings = [tooFew, tooMany, balanced, harmful]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let weights = settings[weights]
    let search = KnobSearch((0..<all).map(weights.weight), seed: seed)
    let result = KnobResult(search, trials: settings[trials], tuned: settings[tuned])
    var outcome = Outcome()
    for (metric, value) in result.values { outcome[metric] = value }
    outcome.findings = result.findings
    outcome.draw { [result.knobsFigure, result.trialsFigure] }
    outcome.cost = Cost(
      multiplyAdds: KnobSearch.searches * settings[trials] * all,
      bytes: 8 * KnobSearch.searches * (settings[trials] + 1) * all)
    return outcome
  }
}

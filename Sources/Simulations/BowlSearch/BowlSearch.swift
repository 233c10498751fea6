import Experiments
import Tuning

/// A search in more and more dimensions.
///
/// The loss is a bowl over the unit cube, the squared distance from a lowest point that is drawn anywhere,
/// with ripples on it if wanted. One search by a Gaussian process with a length for every axis meets random
/// looks at the same bowl.
package enum BowlSearch: Simulation {
  package static let name = "bowl-search"
  package static let summary =
    "A bowl in many dimensions, searched by a Gaussian process and at random: how the lead melts"
  package static let usesChance = true

  /// How many random searches are averaged.
  static let randomSearches = 64

  // What it takes

  static let dimensions = Knob<Int>("dimensions", 1...20, default: 2, "how many knobs are searched")
  static let ripples = Knob<Double>(
    "ripples", .linear(0...0.5), default: 0, "how high the ripples on the bowl are, along each axis"
  )
  static let looks = Knob<Int>("looks", 5...40, default: 15, "how many points are looked at")

  package static let knobs: [any AnyKnob] = [dimensions, ripples, looks]

  // What it gives

  static let regret = Metric(
    "regret", "how far the best look is above the lowest point", better: .lower)
  static let randomRegret = Metric(
    "random-regret", "what as many random looks leave, mean of 64 searches", better: .lower)
  static let ratio = Metric("ratio", "regret over random-regret", better: .lower)

  package static let metrics = [regret, randomRegret, ratio]

  static let looksFigure = FigureKind("looks", "the best so far by the number of looks")

  package static let figures = [looksFigure]
  package static let time: (any AnyKnob)? = looks
  package static let timeFigures = [looksFigure]

  // What it finds

  static let farAhead = FindingKind(
    "far-ahead", "the regret is at most a tenth of what random looks leave")
  static let ahead = FindingKind(
    "ahead", "the regret is over a tenth of what random looks leave, but below it")
  static let behind = FindingKind("behind", "the regret is not below what random looks leave")

  package static let findings = [farAhead, ahead, behind]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let race = BowlRace(settings, seed: seed)
    let result = race.result
    var outcome = Outcome()
    for (metric, value) in result.values { outcome[metric] = value }
    outcome.findings = [result.finding]
    outcome.draw { [result.looksFigure] }
    outcome.cost = race.cost
    return outcome
  }
}

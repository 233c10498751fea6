import Experiments

/// Values drawn from a range for a knob whose best value is known by its order of magnitude only.
///
/// In decades, the best value is normal around a guess; a value is good within a factor of it. The draws
/// are spread evenly by ratio or by difference. 1000 searches are compared with exact chances.
package enum SearchRange: Simulation {
  package static let name = "search-range"
  package static let summary =
    "Random values from a range: how its ends and its scale decide whether one of them is good"
  package static let usesChance = true

  /// How many searches are made.
  static let searches = 1000

  /// The share of the range at either side that counts as its edge.
  static let edge = 0.1

  /// How draws are spread.
  enum Spread: String, CaseIterable, KnobValue {
    /// Evenly by ratio.
    case log
    /// Evenly by difference.
    case uniform
  }

  // What it takes

  static let low = Knob<Double>(
    "low", .log(1e-5...1), default: 1e-5, "the lower end of the range")
  static let high = Knob<Double>(
    "high", .log(1e-5...1), default: 1, "the upper end of the range")
  static let scale = Knob<Spread>(
    "scale", default: .log, "whether draws are spread evenly by ratio or by difference")
  static let trials = Knob<Int>(
    "trials", 1...100, .log, default: 10, "how many values are drawn")
  static let guess = Knob<Double>(
    "guess", .log(1e-4...0.5), default: 0.01, "the median of the best value")
  static let doubt = Knob<Double>(
    "doubt", .linear(0...2), default: 0.7,
    "standard deviation of the best value in decades; at 0 it is the guess")
  static let factor = Knob<Double>(
    "factor", .linear(1.1...3), default: 1.5, "within which factor of the best a value is good")

  package static let knobs: [any AnyKnob] = [low, high, scale, trials, guess, doubt, factor]

  // What it gives

  static let hitChance = Metric(
    "hit-chance", "what hit-share is in expectation", .fixed(decimals: 4), isExact: true,
    kind: .share)
  static let hitShare = Metric(
    "hit-share", "share of 1000 searches that draw a good value", .fixed(decimals: 3),
    theory: .expectation(hitChance), better: .higher, kind: .share)
  static let logChance = Metric(
    "log-chance", "hit-chance of this range if draws are spread by ratio", .fixed(decimals: 4),
    better: .higher, isExact: true, kind: .share)
  static let uniformChance = Metric(
    "uniform-chance", "hit-chance of this range if draws are spread by difference",
    .fixed(decimals: 4), better: .higher, isExact: true, kind: .share)
  static let outsideChance = Metric(
    "outside-chance", "chance that the best value lies outside the range", .fixed(decimals: 4),
    better: .lower, isExact: true, kind: .share)
  static let predictedNoticed = Metric(
    "predicted-noticed", "what noticed is in expectation: 1 − 0.9ⁿ", .fixed(decimals: 4),
    isExact: true)
  static let noticed = Metric(
    "noticed",
    "where the best value is outside: share of searches whose best draw is in the tenth at its side",
    .fixed(decimals: 3), theory: .expectation(predictedNoticed), better: .higher, kind: .share)
  static let edgeShare = Metric(
    "edge-share", "share of searches whose best draw is in the outer tenth at either side",
    .fixed(decimals: 3), kind: .share)
  static let edgeRight = Metric(
    "edge-right", "share of those searches with the best value outside the range",
    .fixed(decimals: 3), kind: .share)

  package static let metrics = [
    hitShare, hitChance, logChance, uniformChance, outsideChance, noticed, predictedNoticed,
    edgeShare, edgeRight,
  ]

  static let widthFigure = FigureKind(
    "width", "chance of a good value by the width of a range centred at the guess")
  static let placeFigure = FigureKind(
    "place", "chance of a good value by where the best one is, on both scales")

  package static let figures = [widthFigure, placeFigure]

  // What it finds

  static let empty = FindingKind("empty", "low is not below high: there is nothing to draw from")
  static let missesOutside = FindingKind(
    "misses-outside", "of the searches that miss, most have the best value outside the range",
    explains: [hitShare, hitChance, outsideChance, noticed, predictedNoticed, edgeShare, edgeRight])
  static let missesInside = FindingKind(
    "misses-inside", "of the searches that miss, at least half have the best value in the range",
    explains: [hitShare, hitChance, outsideChance, noticed, predictedNoticed, edgeShare, edgeRight])
  static let logAhead = FindingKind(
    "log-ahead", "by ratio the chance is at least as high as by difference",
    explains: [logChance, uniformChance])
  static let uniformAhead = FindingKind(
    "uniform-ahead", "by difference the chance is higher than by ratio",
    explains: [logChance, uniformChance])

  package static let findings = [empty, missesOutside, missesInside, logAhead, uniformAhead]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let range = DrawnRange(
      low: settings[low], high: settings[high], scale: settings[scale], trials: settings[trials],
      factor: settings[factor])
    let searches = RangeSearches(
      range, Belief(guess: settings[guess], doubt: settings[doubt]), seed: seed)
    var outcome = Outcome()
    for (metric, value) in searches.values { outcome[metric] = value }
    outcome.findings = searches.findings
    outcome.draw { [searches.widthFigure, searches.placeFigure] }
    outcome.cost = Cost(
      multiplyAdds: 20 * self.searches * settings[trials], bytes: 16 * self.searches)
    return outcome
  }
}

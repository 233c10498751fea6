import Experiments

/// Four ways to search two knobs of which one matters more.
///
/// The loss is (x₁ − c₁)² + s(x₂ − c₂)², both knobs on [0, 1], the best place c drawn anywhere in the
/// square; its lowest value is 0, so what the best trial has is all regret. The searches are those of
/// `knobs tune`, and all meet the same best places.
package enum SearchRace: Simulation {
  package static let name = "search-race"
  package static let summary =
    "Grid, random, Latin hypercube and Halton search over two knobs that matter unequally"
  package static let usesChance = true

  /// A search that learns nothing, under the name by which it is known.
  enum Way: String, CaseIterable, KnobValue {
    case grid
    case random
    case latin
    case halton
  }

  // What it takes

  static let search = Knob<Way>("search", default: .random, "how settings are chosen")
  static let trials = Knob<Int>(
    "trials", 4...100, default: 25, "how many settings may be tried")
  static let second = Knob<Double>(
    "second", .linear(0...1), default: 0,
    "weight of the second knob's squared distance from the best; that of the first is 1")
  static let searches = Knob<Int>(
    "searches", 1...1000, .log, default: 200, "how many searches are averaged")

  package static let knobs: [any AnyKnob] = [search, trials, second, searches]

  // What it gives

  static let predictedRegret = Metric(
    "predicted-regret", "what regret is in expectation, of a grid, and of random without second",
    isExact: true, absent: Metric.noTheory)
  static let regret = Metric(
    "regret", "lowest loss that a search finds, mean of all searches",
    theory: .expectation(predictedRegret), better: .lower)
  static let nineInTen = Metric(
    "nine-in-ten", "the regret that nine searches in ten do not exceed", better: .lower)
  static let randomRegret = Metric(
    "random-regret", "regret of random search with as many trials, for the same best places")
  static let firstValues = Metric(
    "first-values", "how many different values of the first knob a search tries", .count,
    isExact: true)
  static let tried = Metric(
    "tried", "how many settings a search tries; a grid has to be whole", .count, better: .lower,
    isExact: true)
  static let crossing = Metric(
    "crossing", "the second at which random search does as well as a grid in expectation",
    absent: "none")

  package static let metrics = [
    regret, predictedRegret, nineInTen, randomRegret, firstValues, tried, crossing,
  ]

  static let pointsFigure = FigureKind("points", "what the first search tries, and the best place")
  static let weightsFigure = FigureKind("weights", "regret of all four by second, and the crossing")

  package static let figures = [pointsFigure, weightsFigure]

  // What it finds

  static let yardstick = FindingKind("yardstick", "the search is random search itself")
  static let aheadOfRandom = FindingKind(
    "ahead-of-random", "regret is lower than random-regret", explains: [regret, randomRegret])
  static let behindRandom = FindingKind(
    "behind-random", "regret is not lower than random-regret", explains: [regret, randomRegret])
  static let fewValues = FindingKind(
    "few-values", "the first knob takes fewer values than there are trials",
    explains: [firstValues, tried])

  package static let findings = [yardstick, aheadOfRandom, behindRandom, fewValues]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let race = Race(
      trials: settings[trials], second: settings[second], searches: settings[searches], seed: seed)
    let result = RaceResult(race, settings[search])
    var outcome = Outcome()
    for (metric, value) in result.values { outcome[metric] = value }
    outcome.findings = result.findings
    outcome.draw { [result.pointsFigure, result.weightsFigure] }
    outcome.cost = Cost(
      multiplyAdds: 100 * settings[searches] * settings[trials],
      bytes: 16 * 2 * settings[searches] * settings[trials])
    return outcome
  }
}

import Experiments
import Tuning

/// Searches of Branin's function, a known surface with three equally low valleys, in its square.
///
/// The strategies are those of `knobs tune`. They are compared with random points, whose regret is known
/// from the distribution of the function's values over the square.
package enum BraninSearch: Simulation {
  package static let name = "branin-search"
  package static let summary =
    "Searches of a surface with three valleys: grid, random, Halton, and rules on a Gaussian process"
  package static let usesChance = true

  /// A way to search.
  enum Method: String, CaseIterable, KnobValue {
    case random
    case grid
    case halton
    /// Expected improvement.
    case improvement
    /// Probability of improvement.
    case probability
    /// Mean − κ · deviation.
    case lowerBound = "lower-bound"

    var isModelled: Bool { self == .improvement || self == .probability || self == .lowerBound }
  }

  // What it takes

  static let search = Knob<Method>("search", default: .improvement, "how points are chosen")
  static let looks = Knob<Int>("looks", 5...49, default: 20, "how many points are looked at")
  static let exploration = Knob<Double>(
    "exploration", .linear(0...10), default: 2,
    "κ of lower-bound: what a standard deviation is worth")
  static let searches = Knob<Int>(
    "searches", 1...16, .log, default: 1, "how many searches are made")

  package static let knobs: [any AnyKnob] = [search, looks, exploration, searches]

  // What it gives

  static let regret = Metric(
    "regret", "how far the best look is above the lowest value, mean of all searches",
    better: .lower)
  static let medianRegret = Metric(
    "median-regret", "the same, median of all searches", better: .lower)
  static let worstRegret = Metric(
    "worst-regret", "the same, of the worst search", better: .lower)
  static let randomRegret = Metric(
    "random-regret", "what as many random looks leave in expectation", better: .lower,
    isExact: true)

  package static let metrics = [regret, medianRegret, worstRegret, randomRegret]

  static let looksFigure = FigureKind("looks", "the best so far by the number of looks")
  static let mapFigure = FigureKind("map", "where the first search looked")

  package static let figures = [looksFigure, mapFigure]
  package static let timeFigures = [looksFigure]

  // What it finds

  static let beatsRandom = FindingKind(
    "beats-random", "the mean regret is below what random looks leave in expectation")
  static let losesToRandom = FindingKind(
    "loses-to-random", "the mean regret is not below what random looks leave in expectation")

  package static let findings = [beatsRandom, losesToRandom]

  /// The knobs that the search does not read; a grid is always the same one.
  package static func idleKnobs(_ settings: Settings) -> Set<String> {
    switch settings[search] {
    case .lowerBound: []
    case .grid: [exploration.name, searches.name]
    case .random, .halton, .improvement, .probability: [exploration.name]
    }
  }

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let race = BraninRace(settings, seed: seed)
    let trails = race.trails
    var outcome = Outcome()
    for (metric, value) in race.values(trails) { outcome[metric] = value }
    outcome.findings = race.findings(trails)
    outcome.draw { [race.looksFigure(trails), race.mapFigure(trails)] }
    outcome.cost = race.cost
    return outcome
  }
}

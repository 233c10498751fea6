import Experiments
import Tuning

/// A genetic search of a bumpy bowl: how far its members have to be kept apart.
///
/// The loss is Rastrigin's, 10 + x² − 10 cos 2πx added up over the axes, each from −5.12 to 5.12: a bowl with
/// a dent at about every whole number, 0 at the best. A generation is bred as `knobs tune --search genetic`
/// does it: tournaments, uniform crossover, normal steps, and the best one lives on.
package enum PopulationDiversity: Simulation {
  package static let name = "population-diversity"
  package static let summary =
    "A genetic search among many dents: regret and diversity by population, step and selection"
  package static let usesChance = true

  /// How many searches are made.
  static let searches = 256

  // What it takes

  static let population = Knob<Int>(
    "population", 4...200, .log, default: 20, "how many members a generation has")
  static let mutationStep = Knob<Double>(
    "mutation-step", .log(0.0003...1), default: 0.3,
    "deviation of a change along an axis, as a share of its range")
  static let tournament = Knob<Int>(
    "tournament", 1...10, default: 3, "how many members meet in a tournament")
  static let crossover = Knob<Double>(
    "crossover", .linear(0...1), default: 0.7, "how likely two parents are crossed")
  static let dimensions = Knob<Int>("dimensions", 2...5, default: 2, "how many axes there are")
  static let evaluations = Knob<Int>(
    "evaluations", 20...1000, .log, default: 400, "how many members are judged in all")

  package static let knobs: [any AnyKnob] = [
    population, mutationStep, tournament, crossover, dimensions, evaluations,
  ]

  // What it gives

  static let regret = Metric(
    "regret", "the lowest loss found, mean of 256 searches", better: .lower)
  static let medianRegret = Metric("median-regret", "the middle one of them", better: .lower)
  static let randomRegret = Metric(
    "random-regret", "what regret is in expectation if all members are drawn anywhere",
    isExact: true)
  static let diversity = Metric(
    "diversity",
    "standard deviation of the last whole generation along an axis, as a share of its range",
    .fixed(decimals: 3))
  static let generations = Metric(
    "generations", "how many whole generations there are, the first included", .count, isExact: true
  )

  package static let metrics = [regret, medianRegret, randomRegret, diversity, generations]

  static let bestFigure = FigureKind("best", "the best so far by evaluations")
  static let diversityFigure = FigureKind("diversity", "diversity by generation")
  static let stepFigure = FigureKind("step", "regret by mutation step")

  package static let figures = [bestFigure, diversityFigure, stepFigure]
  package static let timeFigures = [bestFigure, diversityFigure]

  // What it finds

  static let noBetter = FindingKind(
    "no-better-than-random", "the regret is at least nine tenths of random search's")
  static let converged = FindingKind(
    "converged", "below that, and the diversity is less than 0.03: hardly anything new is tried")
  static let searching = FindingKind(
    "searching", "below that, and the diversity is at least 0.03")

  package static let findings = [noBetter, converged, searching]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let searches = DentSearches(settings, seed: seed)
    var outcome = Outcome()
    for (metric, value) in searches.values { outcome[metric] = value }
    outcome.findings = [searches.finding]
    outcome.draw { [searches.bestFigure, searches.diversityFigure, searches.stepFigure] }
    let judged = Self.searches * searches.evaluations
    // A number is judged by a square and a cosine, which is a reduction and a polynomial.
    outcome.cost = Cost(
      updates: judged, multiplyAdds: 24 * judged * searches.dimensions,
      bytes: 16 * searches.breeding.population * (searches.dimensions + 1)
        + 8 * (searches.evaluations + Self.searches))
    return outcome
  }
}

import Experiments
import Tuning

/// Evolution against points that know nothing of one another, look by look.
///
/// Branin's function of two knobs, whose lowest value is known, is searched by the genetic search of
/// `knobs tune`, by random points and by Halton's. Of random points the expected regret is known.
package enum EvolutionRace: Simulation {
  package static let name = "evolution-race"
  package static let summary =
    "A genetic search beside random and Halton points: regret by the number of evaluations"
  package static let usesChance = true

  /// How many searches are made in each way.
  static let searches = 64

  // What it takes

  static let population = Knob<Int>(
    "population", 4...50, .log, default: 10, "how many members a generation has")
  static let evaluations = Knob<Int>(
    "evaluations", 10...200, .log, default: 100, "how many points are tried in all")

  package static let knobs: [any AnyKnob] = [population, evaluations]

  // What it gives

  static let geneticRegret = Metric(
    "genetic-regret", "how far the genetic search ends above the lowest value, mean of 64",
    better: .lower)
  static let medianRegret = Metric(
    "median-genetic-regret", "the middle one of the 64", better: .lower)
  static let predictedRandomRegret = Metric(
    "predicted-random-regret", "what random-regret is in expectation", isExact: true)
  static let randomRegret = Metric(
    "random-regret", "the same of random points, mean of 64",
    theory: .expectation(predictedRandomRegret))
  static let haltonRegret = Metric(
    "halton-regret", "the same of Halton's points, moved at random, mean of 64")
  static let generations = Metric(
    "generations", "how many whole generations there are, the first included", .count, isExact: true
  )

  package static let metrics = [
    geneticRegret, medianRegret, randomRegret, predictedRandomRegret, haltonRegret, generations,
  ]

  static let bestFigure = FigureKind("best", "the best so far by evaluations, three ways")

  package static let figures = [bestFigure]
  package static let time: (any AnyKnob)? = evaluations
  package static let timeFigures = [bestFigure]

  // What it finds

  static let evolves = FindingKind(
    "evolves", "the genetic regret is below four fifths of Halton's")
  static let tooEarly = FindingKind(
    "too-early", "the genetic regret is at least four fifths of Halton's")

  package static let findings = [evolves, tooEarly]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let race = BreedingRace(
      population: settings[population], evaluations: settings[evaluations], seed: seed)
    var outcome = Outcome()
    for (metric, value) in race.values { outcome[metric] = value }
    outcome.findings = [race.finding]
    outcome.draw { [race.bestFigure] }
    let judged = 3 * searches * race.evaluations
    outcome.cost = Cost(
      updates: judged, multiplyAdds: 100 * judged, bytes: 8 * 6 * race.evaluations + 8 * 160 * 160)
    return outcome
  }
}

import Experiments

/// Selection alone: how fast the best of a population takes it over, or is lost.
///
/// All members differ in how good they are, and nothing changes them. Each place of the next generation
/// goes to the winner of a tournament, the best of some members drawn with replacement, until all are
/// copies of the best or none is. The tournaments are those of the genetic search. The number of copies of
/// the best is a Markov chain, so that chances and times are known exactly.
package enum TournamentTakeover: Simulation {
  package static let name = "tournament-takeover"
  package static let summary =
    "Selection by tournaments, without any change: how fast the best takes over, how often it is lost"
  package static let usesChance = true

  /// How many populations are followed.
  static let populations = 256

  // What it takes

  static let population = Knob<Int>(
    "population", 4...100, .log, default: 20, "how many members a generation has")
  static let tournament = Knob<Int>(
    "tournament", 1...10, default: 2, "how many members meet in a tournament")

  package static let knobs: [any AnyKnob] = [population, tournament]

  // What it gives

  static let predictedGenerations = Metric(
    "predicted-generations", "what generations is in expectation", .fixed(decimals: 2),
    isExact: true)
  static let generations = Metric(
    "generations", "generations until all are the best, mean of those of 256 that do not lose it",
    .fixed(decimals: 2), theory: .expectation(predictedGenerations), absent: "always lost")
  static let predictedLostShare = Metric(
    "predicted-lost-share", "what lost-share is in expectation", .fixed(decimals: 3),
    isExact: true, kind: .share)
  static let lostShare = Metric(
    "lost-share", "share of 256 populations that lose their best", .fixed(decimals: 3),
    theory: .expectation(predictedLostShare), better: .lower, kind: .share)
  static let chance = Metric(
    "chance-of-best", "chance that the best is drawn into a tournament: 1 − (1 − 1/N)ᵏ",
    .fixed(decimals: 4), isExact: true, kind: .share)
  static let firstShare = Metric(
    "first-share", "share of the second generation that is the best", .fixed(decimals: 4),
    theory: .expectation(chance), kind: .share)
  static let steadyGenerations = Metric(
    "steady-generations", "generations until the share b → 1 − (1 − b)ᵏ is 1 − 1/N, without chance",
    .count, isExact: true, absent: "never")
  static let roughGenerations = Metric(
    "rough-generations", "(ln N + ln ln N)/ln k, after Goldberg and Deb", .fixed(decimals: 2),
    isExact: true, absent: "never")

  package static let metrics = [
    generations, predictedGenerations, lostShare, predictedLostShare, firstShare, chance,
    steadyGenerations, roughGenerations,
  ]

  static let shareFigure = FigureKind("share", "share of the best by generation")
  static let timeFigure = FigureKind("time", "generations to takeover by tournament size")
  static let lostFigure = FigureKind("lost", "how often the best is lost by tournament size")

  package static let figures = [shareFigure, timeFigure, lostFigure]
  package static let timeFigures = [shareFigure]

  // What it finds

  static let drift = FindingKind(
    "drift", "a tournament of one selects nothing: the best is lost like any other")
  static let losesBest = FindingKind(
    "loses-best", "in expectation at least one population in twenty loses its best",
    explains: [lostShare, predictedLostShare])
  static let keepsBest = FindingKind(
    "keeps-best", "in expectation fewer than one population in twenty lose their best",
    explains: [lostShare, predictedLostShare])

  package static let findings = [drift, losesBest, keepsBest]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let chain = CopiesChain(population: settings[population], tournament: settings[tournament])
    let takeovers = Takeovers(
      population: chain.population, tournament: chain.tournament, seed: seed)
    let report = TakeoverReport(chain: chain, takeovers: takeovers)
    var outcome = Outcome()
    for (metric, value) in report.values { outcome[metric] = value }
    outcome.findings = [report.finding]
    outcome.draw { [report.shareFigure, report.timeFigure, report.lostFigure] }
    let size = chain.population
    outcome.cost = Cost(
      updates: takeovers.tournaments,
      multiplyAdds: 4 * chain.tournament * takeovers.tournaments + size * size * size,
      bytes: 8 * (2 * size * size + 2 * populations))
    return outcome
  }
}

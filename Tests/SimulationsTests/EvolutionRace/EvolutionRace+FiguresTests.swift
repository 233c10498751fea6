import Experiments
import Testing

@testable import Simulations

enum EvolutionRaceTies: FigureTies {
  static let simulation: any Simulation.Type = EvolutionRace.self
  static let settings = [["evaluations": "30"], ["population": "20", "evaluations": "60"]]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    [
      run.frame("best", .line, "evaluations", .log, "regret", .log),
      run.curve("best", "genetic", "genetic-regret", along: "evaluations"),
      run.curve("best", "random", "random-regret", along: "evaluations"),
      run.curve("best", "Halton", "halton-regret", along: "evaluations"),
      run.curve(
        "best", "random, expected", .theory, "predicted-random-regret", along: "evaluations"),
    ]
  }
}

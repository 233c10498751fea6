import Experiments
import Testing

@testable import Simulations

@Suite struct EvolutionRaceTests {
  @Test(arguments: [(10, 25, 2, "too-early"), (10, 100, 11, "evolves"), (50, 50, 1, "too-early")])
  func findsWhatItIs(population: Int, evaluations: Int, generations: Int, code: String) throws {
    let outcome = try EvolutionRace.outcome([
      "population": .integer(population), "evaluations": .integer(evaluations),
    ])
    #expect(outcome.findings.map(\.code) == [code])
    #expect(outcome["generations"] == Double(generations))
    let message = outcome.findings[0].message
    for name in ["genetic-regret", "halton-regret", "random-regret"] {
      let value = NumberText.significant(try #require(outcome[name]))
      #expect(message.contains(value), "\(message)")
    }
    #expect(message.contains(NumberText.count(generations, "whole generation")))
  }

  @Test(arguments: [4, 50], [10, 200]) func holdsAtAllCorners(population: Int, evaluations: Int)
    throws
  {
    let outcome = try EvolutionRace.outcome([
      "population": .integer(population), "evaluations": .integer(evaluations),
    ])
    #expect(Set(outcome.metrics.keys) == Set(EvolutionRace.metrics.map(\.name)))
    let areFinite = outcome.metrics.values.allSatisfy { $0.isFinite }
    #expect(areFinite)
    #expect(outcome.cost.updates == 192 * evaluations && outcome.cost.bytes > 0)
    FigureCheck.check(outcome.figures, of: EvolutionRace.self)
  }
}

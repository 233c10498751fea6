import Experiments
import Testing

@testable import Simulations

@Suite struct PopulationDiversityTests {
  @Test(arguments: [
    (["mutation-step": "0.3"], "no-better-than-random"),
    (["mutation-step": "0.001"], "no-better-than-random"),
    (["mutation-step": "0.01"], "converged"), (["mutation-step": "0.05"], "searching"),
  ])
  func findsWhatItIs(turned: [String: String], code: String) throws {
    let outcome = try PopulationDiversity.outcome(turned)
    #expect(outcome.findings.map(\.code) == [code])
    let message = outcome.findings[0].message
    for name in ["regret", "random-regret", "diversity"] {
      let value = NumberText.significant(try #require(outcome[name]))
      #expect(message.contains(value), "\(message)")
    }
    #expect(outcome.findings[0].predicted == outcome["random-regret"])
    #expect(outcome.findings[0].measured == outcome["regret"])
  }

  @Test func verdictsTurnAtTheirBounds() {
    func code(_ regret: Double, _ diversity: Double) -> String {
      PopulationDiversity.verdict(regret: regret, random: 10, diversity: diversity).code
    }
    #expect(code(9, 0.1) == "no-better-than-random" && code(9, 0) == "no-better-than-random")
    #expect(code(9.nextDown, 0.03) == "searching")
    #expect(code(9.nextDown, 0.03.nextDown) == "converged")
  }

  /// The exercise has a slanted band: large populations live on small steps, small ones on larger.
  @Test(
    arguments: [
      (10, 0.05, true), (20, 0.05, true), (48, 0.01, true), (64, 0.006, true), (96, 0.006, true),
      (20, 0.3, false), (20, 0.01, false), (64, 0.05, false), (4, 0.0003, false), (4, 1, false),
      (200, 0.0003, false), (200, 1, false), (200, 0.006, false), (20, 0.0173, false),
    ])
  func theBandOfTheExercise(population: Int, step: Double, passes: Bool) throws {
    let regrets = try (1...4).map { seed in
      try #require(
        try PopulationDiversity.outcome(
          ["population": .integer(population), "mutation-step": .real(step)], seed: seed
        )["regret"])
    }
    let mean = regrets.reduce(0, +) / 4
    #expect((mean <= 1.25) == passes, "\(regrets)")
  }

  @Test(arguments: [4, 200], [0.0003, 1]) func holdsAtAllCorners(population: Int, step: Double)
    throws
  {
    for (dimensions, evaluations) in [(2, 20), (5, 120)] {
      let outcome = try PopulationDiversity.outcome([
        "population": .integer(population), "mutation-step": .real(step),
        "dimensions": .integer(dimensions), "evaluations": .integer(evaluations),
      ])
      #expect(Set(outcome.metrics.keys) == Set(PopulationDiversity.metrics.map(\.name)))
      let areFinite = outcome.metrics.values.allSatisfy { $0.isFinite }
      #expect(areFinite)
      #expect(outcome.cost.updates == 256 * evaluations && outcome.cost.bytes > 0)
      FigureCheck.check(outcome.figures, of: PopulationDiversity.self)
    }
  }
}

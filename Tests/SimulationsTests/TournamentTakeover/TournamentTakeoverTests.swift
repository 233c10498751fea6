import Experiments
import Testing

@testable import Simulations

@Suite struct TournamentTakeoverTests {
  private static func outcome(_ population: Int, _ tournament: Int) throws -> Outcome {
    try TournamentTakeover.outcome([
      "population": .integer(population), "tournament": .integer(tournament),
    ])
  }

  @Test(arguments: [
    (20, 1, "drift"), (20, 2, "loses-best"), (20, 3, "loses-best"), (20, 5, "keeps-best"),
    (100, 10, "keeps-best"), (4, 1, "drift"),
  ])
  func findsWhatItIs(population: Int, tournament: Int, code: String) throws {
    let outcome = try Self.outcome(population, tournament)
    #expect(outcome.findings.map(\.code) == [code])
    let message = outcome.findings[0].message
    for name in ["lost-share", "predicted-lost-share"] {
      let value = NumberText.fixed(try #require(outcome[name]), decimals: 3)
      #expect(message.contains(value), "\(message)")
    }
    #expect(outcome.findings[0].predicted == outcome["predicted-lost-share"])
  }

  @Test(arguments: [4, 100], [1, 10]) func holdsAtAllCorners(population: Int, tournament: Int)
    throws
  {
    let outcome = try Self.outcome(population, tournament)
    let known = Set(TournamentTakeover.metrics.map(\.name))
    let silent: Set<String> = tournament == 1 ? ["steady-generations", "rough-generations"] : []
    // Where it is nearly always lost there may be no takeover to time.
    #expect(Set(outcome.metrics.keys).union(["generations"]) == known.subtracting(silent))
    let areFinite = outcome.metrics.values.allSatisfy { $0.isFinite }
    #expect(areFinite)
    #expect(outcome.cost.updates > 0 && outcome.cost.multiplyAdds > 0 && outcome.cost.bytes > 0)
    FigureCheck.check(outcome.figures, of: TournamentTakeover.self)
  }
}

import Experiments
import Testing

@testable import Simulations

@Suite struct BestOfManyTests {
  static func outcome(_ settings: Int, _ rows: Int) throws -> Outcome {
    try BestOfMany.outcome(["settings": .integer(settings), "rows": .integer(rows)])
  }

  /// The exercise: the defaults and every end fail, each for a reason of its own.
  @Test func theBandLeavesOutTheEnds() throws {
    func passes(_ settings: Int, _ rows: Int) throws -> Bool {
      let outcome = try Self.outcome(settings, rows)
      return try #require(outcome["optimism"]) <= 0.05
        && #require(outcome["chance-of-good"]) >= 0.8 && #require(outcome["evaluations"]) <= 80_000
    }
    let defaults = BestOfMany.defaults
    #expect(defaults[BestOfMany.settings] == 20 && defaults[BestOfMany.rows] == 100)
    for (settings, rows) in [(20, 100), (1, 50), (1, 5000), (300, 50), (300, 5000), (50, 100)] {
      #expect(try !passes(settings, rows), "\(settings), \(rows)")
    }
    for (settings, rows) in [(35, 1000), (60, 700), (100, 709)] {
      #expect(try passes(settings, rows), "\(settings), \(rows)")
    }
  }

  @Test(arguments: [
    (20, 100, "flattering", "likely-missed"), (50, 1000, "sober", "likely-good"),
    (1, 50, "sober", "likely-missed"), (300, 50, "flattering", "likely-good"),
  ])
  func findsWhatItIs(settings: Int, rows: Int, score: String, chance: String) throws {
    let outcome = try Self.outcome(settings, rows)
    #expect(outcome.findings.map(\.code) == [score, chance])
    let message = outcome.findings[0].message
    for metric in ["best-score", "predicted-best-score", "fresh-score"] {
      let value = NumberText.fixed(try #require(outcome[metric]), decimals: 4)
      #expect(message.contains(value), "\(message)")
    }
    #expect(outcome.findings[1].predicted == outcome["chance-of-good"])
  }

  /// √(2 ln m) overstates the largest of m draws, and the normal law of scores is near.
  @Test func optimismIsNearTheNormalLaw() throws {
    for (settings, rows) in [(2, 50), (20, 77), (300, 50), (300, 5000)] {
      let outcome = try Self.outcome(settings, rows)
      let (exact, normal) = (
        try #require(outcome["optimism"]), try #require(outcome["normal-optimism"])
      )
      #expect(abs(exact / normal - 1) < 0.05, "\(settings), \(rows): \(exact), \(normal)")
    }
    #expect(LargestNormal.expected(of: 10) < 2.14)
  }

  @Test(arguments: [1, 300], [50, 5000]) func holdsAtAllCorners(settings: Int, rows: Int) throws {
    let outcome = try Self.outcome(settings, rows)
    #expect(Set(outcome.metrics.keys) == Set(BestOfMany.metrics.map(\.name)))
    #expect(outcome.metrics.values.allSatisfy { $0.isFinite })
    #expect(outcome["evaluations"] == Double(settings * rows))
    #expect(outcome.cost.multiplyAdds > 0 && outcome.cost.bytes > 0)
    FigureCheck.check(outcome.figures, of: BestOfMany.self)
  }
}

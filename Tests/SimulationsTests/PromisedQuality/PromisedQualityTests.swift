import Experiments
import Testing

@testable import Simulations

@Suite struct PromisedQualityTests {
  static func outcome(_ trials: Int, _ rows: Int, seed: UInt64 = 1) throws -> Outcome {
    try PromisedQuality.outcome(["trials": .integer(trials), "rows": .integer(rows)], seed: seed)
  }

  /// True quality and optimism where luck varies as much as quality, and a fifth as much.
  @Test(
    arguments: [
      (5, 20, 0.822, 0.822), (20, 20, 1.321, 1.321), (100, 20, 1.773, 1.773),
      (1000, 20, 2.292, 2.292), (5, 100, 1.062, 0.212), (20, 100, 1.705, 0.341),
      (100, 100, 2.289, 0.458), (1000, 100, 2.959, 0.592),
    ])
  func qualityAndOptimism(trials: Int, rows: Int, quality: Double, optimism: Double) throws {
    let outcome = try Self.outcome(trials, rows)
    #expect(abs(try #require(outcome["predicted-quality"]) - quality) < 6e-4)
    #expect(abs(try #require(outcome["optimism"]) - optimism) < 6e-4)
    let all = try (1...16).map { try Self.outcome(trials, rows, seed: $0) }
    func mean(_ metric: String) throws -> Double {
      try all.reduce(0) { try $0 + #require($1[metric]) } / 16
    }
    // 4,096 searches, each of whose choices has a deviation of 1.2 at most.
    #expect(abs(try mean("quality") - quality) < 0.07)
    #expect(abs(try mean("promise") - quality - optimism) < 0.07)
  }

  /// More trials never make the choice worse; only the promise grows faster.
  @Test(arguments: [1, 4, 20, 400]) func moreTrialsAreNoWorse(rows: Int) {
    let luck = ScoredTrials.luck(rows: Double(rows))
    let all = [1, 2, 3, 7, 20, 100, 500, 2000].map { ScoredTrials.expected(of: $0, luck: luck) }
    for (less, more) in zip(all, all.dropFirst()) {
      #expect(more.quality > less.quality)
      let (gained, promised) = (more.quality - less.quality, more.promise - less.promise)
      #expect(abs(promised / gained - 1 - luck) < 1e-9)
    }
  }

  @Test(arguments: [(19, "mostly-luck"), (20, "mostly-quality")])
  func findsWhatItIs(rows: Int, code: String) throws {
    let outcome = try Self.outcome(30, rows)
    #expect(outcome.findings.map(\.code) == [code])
    #expect(outcome.findings[0].predicted == outcome["predicted-quality"])
    #expect(outcome.findings[0].measured == outcome["quality"])
  }

  @Test(arguments: [1, 2000], [1, 2000]) func holdsAtAllCorners(trials: Int, rows: Int) throws {
    let outcome = try Self.outcome(trials, rows)
    #expect(Set(outcome.metrics.keys) == Set(PromisedQuality.metrics.map(\.name)))
    #expect(outcome.metrics.values.allSatisfy { $0.isFinite })
    #expect(outcome.cost.multiplyAdds > 0 && outcome.cost.bytes > 0)
    FigureCheck.check(outcome.figures, of: PromisedQuality.self)
  }
}

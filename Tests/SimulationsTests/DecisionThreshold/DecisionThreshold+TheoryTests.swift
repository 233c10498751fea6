import Testing

@testable import Simulations

@Suite struct NormalScoresTests {
  /// 100 × N(1.5, 1) against 900 × N(0, 1), from tables of Φ.
  @Test func knownValues() {
    let scores = NormalScores(share: 0.1, separation: 1.5)
    #expect(abs(scores.recall(0.5) - 0.841_344_75) < 1e-8)
    #expect(abs(scores.falseAlarms(0.5) - 0.308_537_54) < 1e-8)
    #expect(abs(scores.precision(0.5) - 0.232_532) < 1e-6)
    #expect(abs(scores.f1(0.5) - 0.364_362) < 1e-6)
    #expect(abs(scores.accuracy(0.5) - 0.706_451) < 1e-6)
    #expect(abs(scores.auc - 0.855_578) < 1e-5)
    #expect(abs(scores.best.threshold - 1.44) < 0.011)
    #expect(abs(scores.best.f1 - 0.476_656) < 1e-6)
  }

  /// At the best threshold a row is positive with a probability of half the best F1.
  @Test(arguments: [(0.1, 1.5), (0.2, 2.0), (0.02, 2), (0.5, 1)])
  func theBestThresholdIsWhereTheOddsSay(share: Double, separation: Double) {
    let scores = NormalScores(share: share, separation: separation)
    let best = scores.best
    let width = 0.000_1
    let positive = share * (scores.recall(best.threshold) - scores.recall(best.threshold + width))
    let negative =
      (1 - share)
      * (scores.falseAlarms(best.threshold) - scores.falseAlarms(best.threshold + width))
    #expect(abs(positive / (positive + negative) - best.f1 / 2) < 0.01)
  }

  /// No threshold anywhere has a better F1, and none of those beside it.
  @Test(arguments: [0.0, 0.01, 0.3, 1.5, 4], [0.005, 0.1, 0.5])
  func theBestIsThatOfAllThresholds(separation: Double, share: Double) {
    let scores = NormalScores(share: share, separation: separation)
    let best = scores.best
    for step in -5000...5000 {
      #expect(scores.f1(Double(step) / 100) <= best.f1 + 1e-15)
    }
    if separation > 0 {
      #expect(abs(scores.f1(best.threshold) - best.f1) < 1e-15)
      #expect(scores.f1(best.threshold + 0.01) <= best.f1)
      #expect(scores.f1(best.threshold - 0.01) <= best.f1)
    } else {
      #expect(best.f1 == 2 * share / (1 + share))
    }
  }

  /// Shares are ratios of counts, which come to what theory says as rows grow many.
  @Test(arguments: [(1000, 0.045), (10_000, 0.012)])
  func ratiosComeToTheirLimit(rows: Int, apart: Double) throws {
    let outcomes = try (1...20 as ClosedRange<UInt64>).map {
      try DecisionThresholdTests.outcome(1.3, rows: rows, seed: $0)
    }
    let shares = try outcomes.map { try #require($0["f-score-share"]) }
    let mean = shares.reduce(0, +) / 20
    let limit = try #require(outcomes[0]["predicted-f-score-share"])
    #expect(abs(mean - limit) < 1.5 * apart && limit - mean > 0.3 * apart, "\(mean), \(limit)")
  }

  @Test func scoresThatKnowNothing() {
    let scores = NormalScores(share: 0.3, separation: 0)
    #expect(scores.best.threshold == -.infinity)
    #expect(abs(scores.auc - 0.5) < 1e-15)
    for threshold in [-1.0, 0, 2] {
      #expect(abs(scores.precision(threshold) - 0.3) < 1e-15)
      #expect(abs(scores.balancedAccuracy(threshold) - 0.5) < 1e-15)
    }
  }
}

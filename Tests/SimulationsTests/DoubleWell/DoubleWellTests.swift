import Experiments
import Testing

@testable import Simulations

@Suite struct DoubleWellTests {
  static func outcome(
    batch: Int = 4, rate: Double = 0.1, steps: Int = 500, seed: UInt64 = 1
  ) throws -> Outcome {
    try DoubleWell.outcome(
      ["batch-size": .integer(batch), "learning-rate": .real(rate), "steps": .integer(steps)],
      seed: seed)
  }

  /// 8 seeds of 256 chains: a share p is known to √(p(1 − p)/2048).
  ///
  /// Five of these are allowed, and 0.002 for the grid on which theory is computed.
  @Test(arguments: [
    (1, 0.02, 200), (1, 0.1, 500), (1, 0.5, 50), (4, 0.1, 500), (8, 0.1, 300), (16, 0.1, 500),
    (16, 0.5, 200), (64, 0.4, 500), (100, 0.1, 500),
  ])
  func sharesAgreeWithTheory(batch: Int, rate: Double, steps: Int) throws {
    let outcomes = try (1...8).map {
      try Self.outcome(batch: batch, rate: rate, steps: steps, seed: UInt64($0))
    }
    let predicted = try #require(outcomes[0]["predicted-share"])
    let measured = try outcomes.map { try #require($0["good-share"]) }.reduce(0, +) / 8
    let deviation = (predicted * (1 - predicted) / 2048).squareRoot()
    #expect(abs(measured - predicted) <= 5 * deviation + 0.002)
  }

  /// Too little noise stays, some arrives, too much does not stay: the best batch lies between.
  @Test func theBestNoiseLiesBetween() throws {
    let shares = try [1, 4, 64].map {
      try #require(try Self.outcome(batch: $0)["predicted-share"])
    }
    #expect(shares[0] > 0.7 && shares[0] < 0.8)
    #expect(shares[1] > 0.94)
    #expect(shares[2] < 1e-3)
  }

  /// Averages over seeds, not one seed: what the lesson promises holds on nearly all.
  @Test func theLessonsPromisesHoldOnOtherSeeds() throws {
    for seed in 100...139 as ClosedRange<UInt64> {
      #expect(
        try (0.64...0.86).contains(#require(Self.outcome(batch: 1, seed: seed)["good-share"])))
      #expect(try #require(Self.outcome(batch: 4, seed: seed)["good-share"]) > 0.89)
      #expect(try #require(Self.outcome(batch: 64, seed: seed)["good-share"]) < 0.03)
    }
  }

  @Test(arguments: [(1, "wandering"), (4, "settled"), (8, "on-the-way"), (64, "stuck")])
  func classifies(batch: Int, code: String) throws {
    let outcome = try Self.outcome(batch: batch)
    let finding = try #require(outcome.findings.first)
    #expect(finding.code == code)
    #expect(finding.predicted == outcome["predicted-share"])
    #expect(finding.measured == outcome["good-share"])
    #expect(finding.message.contains(" by theory, ") && finding.message.contains(" measured"))
  }

  @Test func exactMetricsAreTheSameOnEverySeed() {
    let outcomes = (0..<3).map { DoubleWell.run(DoubleWell.defaults, seed: $0) }
    for metric in DoubleWell.metrics {
      #expect((Set(outcomes.map { $0[metric] }).count == 1) == metric.isExact, "\(metric.name)")
    }
  }

  @Test(arguments: [1, 256], [0.02, 0.5])
  func everyCornerIsSound(batch: Int, rate: Double) throws {
    for steps in [10, 1000] {
      let outcome = try Self.outcome(batch: batch, rate: rate, steps: steps)
      #expect(Set(outcome.metrics.keys) == Set(DoubleWell.metrics.map(\.name)))
      #expect(outcome.metrics.values.allSatisfy { $0.isFinite && $0 >= 0 })
      for name in ["good-share", "predicted-share", "long-run-share"] {
        #expect(try #require(outcome[name]) <= 1 + 1e-9)
      }
      #expect(outcome.findings.count == 1)
      FigureCheck.check(outcome.figures, of: DoubleWell.self)
      #expect(outcome.cost.updates == 256 * steps)
      #expect(outcome.cost.gradientEvaluations == 256 * steps * batch)
      #expect(outcome.cost.multiplyAdds > outcome.cost.updates)
    }
  }

  @Test func figuresShowTheMetrics() throws {
    let outcome = try Self.outcome(steps: 77)
    let share = outcome.figures[0]
    #expect(share.series[0].y.last == outcome["good-share"])
    #expect(share.series[1].y.last == outcome["predicted-share"])
    #expect(share.series[0].x.count == 78)
    let field = try #require(outcome.figures[2].field)
    #expect(field.values.allSatisfy { (0...1).contains($0) })
    for column in 0..<field.columns {
      let likeliest = (0..<field.rows).map { field.values[$0 * field.columns + column] }.max()
      #expect(likeliest == 1)
    }
  }
}

// Bounds, tried on both sides

extension DoubleWellTests {
  @Test(
    arguments: [
      (0.9, 1, "settled"), (0.9.nextDown, 1, "on-the-way"), (0.1, 1, "on-the-way"),
      (0.1.nextDown, 1, "stuck"), (0.45, 0.5, "wandering"), (0.45 - 1e-12, 0.5, "on-the-way"),
    ] as [(Double, Double, String)])
  func verdictsTurnAtTheirBounds(share: Double, longRun: Double, code: String) {
    #expect(DoubleWell.verdict(share: share, longRun: longRun).code == code)
  }
}

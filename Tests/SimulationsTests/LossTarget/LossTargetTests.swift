import Experiments
import Testing

@testable import Simulations

@Suite struct LossTargetTests {
  typealias Rule = LossTarget.Rule

  static func outcome(
    _ rule: Rule, _ numbers: LossTarget.Numbers = .five, outlier: Double = 100,
    quantile: Double = 0.5, threshold: Double = 1, seed: UInt64 = 1
  ) throws -> Outcome {
    try LossTarget.outcome(
      [
        "loss": rule.settingValue, "numbers": numbers.settingValue, "outlier": .real(outlier),
        "quantile": .real(quantile), "threshold": .real(threshold),
      ], seed: seed)
  }

  // Row 13 of the course's figures: {1, 2, 3, 4, 100}

  @Test(
    arguments: [
      (.squared, 0.5, 22, "asks-for-the-mean"), (.absolute, 0.5, 3, "asks-for-the-median"),
      (.huber, 0.5, 3, "asks-in-between"), (.pinball, 0.1, 1, "asks-for-a-quantile"),
      (.pinball, 0.5, 3, "asks-for-a-quantile"), (.pinball, 0.7, 4, "asks-for-a-quantile"),
      (.pinball, 0.9, 100, "asks-for-a-quantile"),
    ] as [(Rule, Double, Double, String)])
  func fiveNumbers(rule: Rule, quantile: Double, answer: Double, finding: String) throws {
    let outcome = try Self.outcome(rule, quantile: quantile)
    #expect(outcome["predicted-estimate"] == answer)
    #expect(try abs(#require(outcome["estimate"]) - answer) < 0.001)
    #expect(outcome.findings.map(\.code) == [finding])
    #expect(outcome["coverage"] == nil && outcome["predicted-coverage"] == nil)
  }

  /// Descent finds what theory asks for, wherever the outlier and the threshold are.
  @Test(arguments: [5.0, 7.5, 40, 200], Rule.allCases)
  func descentAgreesWithTheory(outlier: Double, rule: Rule) throws {
    for threshold in [0.1, 0.7, 3, 20, 200] {
      let outcome = try Self.outcome(rule, outlier: outlier, threshold: threshold)
      let predicted = try #require(outcome["predicted-estimate"])
      #expect(try abs(#require(outcome["estimate"]) - predicted) < 1e-4 * outlier)
    }
  }

  @Test func aWholeNumberOfFifthsLeavesTheBottomFlat() throws {
    for (quantile, low, high) in [(0.2, 1.0, 2.0), (0.4, 2, 3), (0.6, 3, 4), (0.8, 4, 100)] {
      let outcome = try Self.outcome(.pinball, quantile: quantile)
      #expect(outcome.findings.map(\.code) == ["flat-bottom"])
      #expect(outcome["predicted-estimate"] == nil)
      #expect(try (low - 0.01...high + 0.01).contains(#require(outcome["estimate"])))
    }
  }

  @Test func saysWhereDescentDidNotArrive() throws {
    let finding = try #require(try Self.outcome(.pinball, quantile: 0.805).findings.first)
    #expect(finding.predicted == 100)
    #expect(finding.message.hasSuffix("is so flat there that 1000 steps did not arrive."))
    #expect(try Self.outcome(.pinball, quantile: 0.805)["predicted-estimate"] == nil)
    let message = try #require(try Self.outcome(.squared).findings.first).message
    #expect(
      message == "squared error asks for the mean: 22.0 by theory, 22.0 measured. The 100 pulls as "
        + "hard as the other four together.")
    #expect(try Self.outcome(.squared, outlier: 8).findings[0].message.hasSuffix("measured."))
  }

  /// A share of 0.5, but also one of 0.6, stays at or under 3; it is the smallest such number.
  @Test func aQuantileIsTheSmallestNumber() throws {
    for share in [0.5, 0.59] {
      let finding = try #require(try Self.outcome(.pinball, quantile: share).findings.first)
      #expect(finding.predicted == 3)
      #expect(
        finding.message.hasPrefix(
          "pinball loss at τ = \(share) asks for the smallest number that a share of at least "
            + "\(share) stays at or under: 3.00 by theory"))
    }
    #expect(try Self.outcome(.pinball, quantile: 0.61).findings.first?.predicted == 4)
  }

  // Waiting times

  /// Standard errors of the sample mean, 10/√400, and of a sample quantile, 10√(τ/((1 − τ)400)).
  @Test(
    arguments: [
      (.squared, 0.5, 0.5), (.absolute, 0.5, 0.5), (.pinball, 0.5, 0.5), (.pinball, 0.2, 0.25),
      (.pinball, 0.9, 1.5),
    ] as [(Rule, Double, Double)])
  func samplesScatterAroundTheory(rule: Rule, quantile: Double, error: Double) throws {
    var sum = 0.0
    for seed in 1...25 as ClosedRange<UInt64> {
      let outcome = try Self.outcome(rule, .waits, quantile: quantile, seed: seed)
      let miss =
        try #require(outcome["estimate"]) - #require(outcome["predicted-estimate"])
      #expect(abs(miss) < 4.5 * error)
      sum += miss
    }
    #expect(abs(sum / 25) < 4 * error / 5)
  }

  @Test(arguments: [0.05, 0.3, 0.9, 0.97])
  func aPinballPredictionCoversItsShare(quantile: Double) throws {
    let deviation = (quantile * (1 - quantile) * (1 / 400 + 1 / 10_000)).squareRoot()
    var sum = 0.0
    for seed in 1...25 as ClosedRange<UInt64> {
      let outcome = try Self.outcome(.pinball, .waits, quantile: quantile, seed: seed)
      #expect(try abs(#require(outcome["predicted-coverage"]) - quantile) < 1e-12)
      sum += try #require(outcome["coverage"])
    }
    // 1/401 is what the rank of a sample quantile can be off by in expectation.
    #expect(abs(sum / 25 - quantile) < 4 * deviation / 5 + 1 / 401)
  }

  /// A few of 400 waiting times are a whole rank off, which for the fourth of them is a quarter.
  @Test(arguments: [(0.01, false), (0.049, false), (0.05, true), (0.99, true)])
  func saysNothingOfTheFewLowest(quantile: Double, isTold: Bool) throws {
    let outcome = try Self.outcome(.pinball, .waits, quantile: quantile)
    #expect((outcome["predicted-estimate"] != nil) == isTold)
    #expect((outcome["predicted-coverage"] != nil) == isTold)
  }

  @Test func theMeanCoversAllButOneInE() throws {
    let outcome = try Self.outcome(.squared, .waits)
    #expect(try abs(#require(outcome["predicted-coverage"]) - 0.632_120_558_8) < 1e-9)
    #expect(outcome.findings[0].message.contains("0.632 stay at or under it by theory"))
  }

  // The exercise, on seeds that no lesson shows

  @Test(arguments: [(0.5, 0), (0.8, 0), (0.84, 6), (0.97, 6), (0.99, 0)])
  func fewSeedsPassOutside(quantile: Double, atMost: Int) throws {
    #expect(try passing(quantile) <= atMost)
  }

  @Test func nearlyAllSeedsPassInTheMiddle() throws {
    #expect(try passing(0.905) >= 11)
  }

  private func passing(_ quantile: Double) throws -> Int {
    try (7001...7012 as ClosedRange<UInt64>).count { seed in
      let coverage = try Self.outcome(.pinball, .waits, quantile: quantile, seed: seed)["coverage"]
      return try (0.85...0.95).contains(#require(coverage))
    }
  }

  // Corners, figures, costs

  @Test(arguments: Rule.allCases, LossTarget.Numbers.allCases)
  func everyCornerIsSound(rule: Rule, numbers: LossTarget.Numbers) throws {
    for (outlier, quantile, threshold) in [
      (5.0, 0.01, 0.1), (5, 0.99, 200), (200, 0.01, 200), (200, 0.99, 0.1),
    ] {
      let outcome = try Self.outcome(
        rule, numbers, outlier: outlier, quantile: quantile, threshold: threshold, seed: 3)
      #expect(outcome.metrics.values.allSatisfy { $0.isFinite && $0 > 0 })
      #expect(outcome.findings.count == 1)
      #expect(outcome.findings[0].measured == outcome["estimate"])
      FigureCheck.check(outcome.figures, of: LossTarget.self)
      #expect(outcome.cost.updates == 1000 && outcome.cost.bytes > 0)
      #expect(outcome.cost.gradientEvaluations == 1000 * (numbers == .five ? 5 : 400))
    }
  }

  @Test func exactMetricsAreTheSameOnEverySeed() throws {
    let outcomes = try (0..<3).map { try Self.outcome(.pinball, .waits, seed: $0) }
    for metric in LossTarget.metrics {
      #expect((Set(outcomes.map { $0[metric] }).count == 1) == metric.isExact, "\(metric.name)")
    }
  }

  @Test func figuresShowTheMetrics() throws {
    let outcome = try Self.outcome(.squared)
    let loss = outcome.figures[0]
    #expect(loss.markers.map(\.x) == [outcome["estimate"]])
    let lowest = try #require(zip(loss.series[0].y, loss.series[0].x).min { $0.0 < $1.0 }).1
    #expect(abs(lowest - 22) < 0.6)
    #expect(loss.series[0].y.min() == 0 && loss.series[0].y.max() == 1)
    let pull = outcome.figures[1].series[0]
    #expect(pull.x.first == -5 && pull.y.first == -10 && pull.y.last == 10)
    let descent = outcome.figures[2]
    #expect(descent.series[0].y.last == outcome["estimate"])
    #expect(descent.series[1].y.last == outcome["predicted-estimate"])
  }

  @Test(
    arguments: [(.absolute, -1, 1), (.huber, -1, 1), (.pinball, -0.75, 0.25)]
      as [(Rule, Double, Double)])
  func pullsAreBounded(rule: Rule, low: Double, high: Double) throws {
    let pull = try Self.outcome(rule, quantile: 0.25).figures[1].series[0]
    #expect(pull.y.min() == low && pull.y.max() == high)
    #expect(pull.y.first == low && pull.y.last == high)
  }
}

// Bounds, tried on both sides

extension LossTargetTests {
  @Test func withinAHundredthHasArrived() {
    #expect([3.9601, 4, 4.0399].allSatisfy { LocationDescent.hasArrived($0, at: 4) })
    #expect(![3.9599, 4.0401].contains { LocationDescent.hasArrived($0, at: 4) })
  }

  /// From 10 on the outlier brings the mean to 4, beyond it past the four others.
  @Test(arguments: [(10.0, false), (10.001, true)])
  func saysWhatAnOutlierDoes(outlier: Double, pulls: Bool) {
    let descent = LocationDescent(
      .squared, numbers: .five, outlier: outlier, quantile: 0.5, threshold: 1, seed: 1)
    #expect(descent.finding.message.contains("pulls as hard") == pulls)
  }
}

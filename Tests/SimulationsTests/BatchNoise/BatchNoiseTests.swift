import Experiments
import Testing

@testable import Simulations

@Suite struct BatchNoiseTests {
  typealias Sampling = BatchNoise.Sampling

  static func outcome(
    batch: Int = 32, rate: Double = 0.1, samples: Int = 2000,
    _ sampling: Sampling = .withReplacement, seed: UInt64 = 1
  ) throws -> Outcome {
    try BatchNoise.outcome(
      [
        "batch-size": .integer(batch), "learning-rate": .real(rate), "samples": .integer(samples),
        "sampling": sampling.settingValue,
      ], seed: seed)
  }

  static func theory(_ batch: Int, _ rate: Double, _ sampling: Sampling = .withReplacement)
    -> MeanEstimation
  {
    MeanEstimation(rate: rate, batchSize: batch, sampling: sampling)
  }

  /// The squared error over the chains of several seeds.
  static func meanError(
    batch: Int, rate: Double, samples: Int, _ sampling: Sampling, seeds: ClosedRange<UInt64>
  ) throws -> Double {
    let errors = try seeds.map {
      try #require(
        try outcome(batch: batch, rate: rate, samples: samples, sampling, seed: $0)[
          "squared-error"])
    }
    return errors.reduce(0, +) / Double(errors.count)
  }

  // Theory against simulation

  /// 8 seeds of 256 chains: the mean of w² is known to √((2V² + 4·bias²·V)/2048); five are allowed.
  @Test(
    arguments: [(1, 0.004), (8, 0.03), (8, 0.2), (32, 0.1), (32, 1.5), (100, 0.3), (256, 0.6)],
    Sampling.allCases)
  func errorsAgreeWithTheory(setting: (batch: Int, rate: Double), sampling: Sampling) throws {
    let (batch, rate) = setting
    for samples in [300, 1200] {
      let theory = Self.theory(batch, rate, sampling)
      let updates = samples / batch
      let bias = theory.squaredBias(after: updates)
      let variance = theory.variance(after: updates)
      let measured = try Self.meanError(
        batch: batch, rate: rate, samples: samples, sampling, seeds: 1...8)
      let deviation = ((2 * variance * variance + 4 * bias * variance) / 2048).squareRoot()
      #expect(abs(measured - bias - variance) <= 5 * deviation)
    }
  }

  /// What independent batches would leave is no answer for reshuffled ones.
  @Test func reshufflingLeavesLessThanIndependentBatches() throws {
    let measured = try Self.meanError(
      batch: 32, rate: 0.1, samples: 2000, .epochShuffle, seeds: 1...4)
    #expect(measured < 0.4 * Self.theory(32, 0.1).squaredError(after: 62))
    #expect(abs(measured / Self.theory(32, 0.1, .epochShuffle).squaredError(after: 62) - 1) < 0.2)
  }

  @Test func stationaryVarianceIsTheNoiseFloor() throws {
    for (batch, rate) in [(1, 0.1), (8, 0.5), (32, 1.2)] {
      let outcome = try Self.outcome(batch: batch, rate: rate, samples: 20_000)
      let floor = try #require(outcome["noise-floor"])
      #expect(abs(floor - rate / (Double(batch) * (2 - rate))) <= 1e-15)
      #expect(try abs(#require(outcome["predicted-squared-error"]) / floor - 1) < 1e-9)
      #expect(try abs(#require(outcome["squared-error"]) / floor - 1) < 0.4)
    }
  }

  /// At equal samples, batch sizes end at different errors: they change more than speed.
  @Test func batchSizeChangesMoreThanSpeed() throws {
    let errors = try [1, 8, 32, 256].map {
      try #require(try Self.outcome(batch: $0, rate: 0.1)["squared-error"])
    }
    #expect(errors[0] > 5 * errors[1])
    #expect(errors[1] > 2 * errors[2])
    #expect(errors[3] > 100 * errors[2])
  }

  @Test func examplesAreStandardized() {
    for seed in 0..<20 {
      let examples = BatchNoise.standardizedExamples(seed: UInt64(seed))
      #expect(examples.count == 512)
      #expect(abs(examples.reduce(0, +)) < 1e-11)
      let square = examples.map { $0 * $0 }.reduce(0, +) / 512
      #expect(abs(square - 1) < 1e-13)
    }
    #expect(BatchNoise.standardizedExamples(seed: 1) != BatchNoise.standardizedExamples(seed: 2))
  }

  // The exercise: 2,000 samples, squared error at most 0.003

  static func passes(_ batch: Int, _ rate: Double) -> Bool {
    theory(batch, rate).squaredError(after: 2000 / batch) <= 0.003
  }

  @Test func elevenPercentOfTheGridPass() {
    let rates = Spacing.values(1000, over: 0.001...1.9, .log)
    let batches = (0...8).map { 1 << $0 }
    let passing = batches.flatMap { batch in rates.filter { Self.passes(batch, $0) } }
    let share = Double(passing.count) / Double(rates.count * batches.count)
    #expect((0.105...0.115).contains(share))
    for batch in batches {
      #expect(rates.contains { Self.passes(batch, $0) })
    }
  }

  @Test(
    arguments: [
      (0.0185, false), (0.019, true), (0.03, true), (0.0465, true), (0.0475, false), (0.1, false),
    ] as [(Double, Bool)])
  func batchesOfEightPassInside(rate: Double, passes: Bool) {
    #expect(Self.passes(8, rate) == passes)
  }

  @Test func everySeedPassesInTheMiddle() throws {
    for seed in 9_000_001...9_000_060 as ClosedRange<UInt64> {
      let outcome = try Self.outcome(batch: 8, rate: 0.03, seed: seed)
      #expect(try #require(outcome["squared-error"]) <= 0.003)
      #expect(outcome.findings.first?.code == "balanced")
    }
  }

  @Test(arguments: [(8, 0.1), (8, 0.01), (32, 0.01), (1, 0.03), (256, 0.1)])
  func noSeedPassesFarOutside(batch: Int, rate: Double) throws {
    for seed in 9_000_001...9_000_008 as ClosedRange<UInt64> {
      let outcome = try Self.outcome(batch: batch, rate: rate, seed: seed)
      #expect(try #require(outcome["squared-error"]) > 0.003)
    }
  }

  // Findings

  @Test(arguments: [
    (8, 0.03, 2000, Sampling.withReplacement, "balanced"),
    (8, 0.01, 2000, .withReplacement, "too-few-updates"),
    (8, 0.1, 2000, .withReplacement, "noise-dominates"),
    (256, 0.1, 2000, .withReplacement, "too-few-updates"),
    (256, 0.6, 2000, .withReplacement, "balanced"),
    (256, 0.1, 100, .withReplacement, "too-few-updates"),
    (1, 0.1, 2000, .withReplacement, "noise-dominates"),
    (1, 0.004, 2000, .withReplacement, "balanced"),
    (1, 1.9, 20_000, .epochShuffle, "noise-dominates"),
    (8, 0.001, 2000, .epochShuffle, "too-few-updates"),
    (8, 0.03, 2000, .epochShuffle, "balanced"),
  ])
  func classifies(batch: Int, rate: Double, samples: Int, sampling: Sampling, code: String) throws {
    let outcome = try Self.outcome(batch: batch, rate: rate, samples: samples, sampling)
    #expect(outcome.findings.map(\.code) == [code, "update-count"])
    let finding = try #require(outcome.findings.first)
    #expect(finding.predicted == outcome["predicted-squared-error"])
    #expect(finding.measured == outcome["squared-error"])
    #expect(finding.message.contains(" by theory, "))
    #expect(finding.message.contains(" measured"))
  }

  /// Too few updates means that a higher rate would help; too much noise, that a lower one would.
  @Test(arguments: [1, 8, 64, 256])
  func findingsPointTheRightWay(batch: Int) throws {
    for rate in BatchNoise.learningRate.domain.grid(25).compactMap(\.number) where rate < 0.9 {
      let outcome = try Self.outcome(batch: batch, rate: rate, samples: 600)
      let updates = 600 / batch
      let here = Self.theory(batch, rate).squaredError(after: updates)
      let higher = Self.theory(batch, rate * 1.01).squaredError(after: updates)
      switch outcome.findings.first?.code {
      case "too-few-updates": #expect(higher < here)
      case "noise-dominates": #expect(higher > here)
      default: #expect(outcome.findings.first?.code == "balanced")
      }
    }
  }

  @Test func messagesNameBothNumbers() throws {
    let message = try #require(try Self.outcome(batch: 256, rate: 0.001).findings.first).message
    #expect(
      message
        == "7 updates of 256 samples at learning rate 0.001 are too few: squared error 24.7 by theory, "
        + "24.7 measured, of which 24.7 is left of the start.")
  }

  @Test func saysThatARateAboveOneJumpsPastTheMean() throws {
    let jumping = try #require(try Self.outcome(batch: 256, rate: 1.9).findings.first)
    #expect(jumping.code == "too-few-updates")
    #expect(jumping.message.hasSuffix("Every update jumps past the mean of its batch."))
  }

  // Corners, figures, costs

  @Test(arguments: [
    (32, 2000, "2000 samples in batches of 32 make 62 updates; 16 are left over."),
    (100, 1000, "1000 samples in batches of 100 make 10 updates."),
    (111, 1000, "1000 samples in batches of 111 make 9 updates; 1 is left over."),
    (256, 100, "100 samples in batches of 256 make 0 updates; 100 are left over."),
  ])
  func countsTheUpdates(batch: Int, samples: Int, message: String) throws {
    let outcome = try Self.outcome(batch: batch, rate: 0.1, samples: samples, .withReplacement)
    #expect(outcome.findings.last?.message == message)
  }

  @Test func exactMetricsAreTheSameOnEverySeed() {
    let outcomes = (0..<3).map { BatchNoise.run(BatchNoise.defaults, seed: $0) }
    for metric in BatchNoise.metrics {
      let values = Set(outcomes.map { $0[metric] })
      #expect((values.count == 1) == metric.isExact, "\(metric.name)")
    }
  }

  @Test(arguments: [1, 256], [0.001, 1.9])
  func everyCornerIsFinite(batch: Int, rate: Double) throws {
    for samples in [100, 20_000] {
      for sampling in Sampling.allCases {
        let outcome = try Self.outcome(batch: batch, rate: rate, samples: samples, sampling)
        #expect(Set(outcome.metrics.keys) == Set(BatchNoise.metrics.map(\.name)))
        #expect(outcome.metrics.values.allSatisfy { $0.isFinite && $0 >= 0 })
        #expect(outcome["updates"] == Double(samples / batch))
        #expect(outcome.findings.count == 2)
        let count = try #require(outcome.findings.last)
        #expect(count.code == "update-count")
        #expect(count.predicted == outcome["updates"])
        #expect(count.measured == outcome["updates"])
        FigureCheck.check(outcome.figures, of: BatchNoise.self)
        let cost = outcome.cost
        let used = 256 * (samples / batch) * batch
        #expect(cost.updates == 256 * (samples / batch))
        #expect(cost.gradientEvaluations == used + 1024 * 256)
        #expect(cost.multiplyAdds >= cost.gradientEvaluations)
        #expect(cost.bytes >= 2 * 512 * 8)
      }
    }
  }

  @Test func aBudgetBelowOneBatchChangesNothing() throws {
    let outcome = try Self.outcome(batch: 256, samples: 100)
    #expect(outcome["updates"] == 0)
    #expect(outcome["squared-error"] == 25)
    #expect(outcome["predicted-squared-error"] == 25)
    #expect(
      outcome.findings.first?.message
        == "The samples do not fill one batch of 256: without an update the squared error stays "
        + "25.0 by theory, 25.0 measured.")
  }

  /// Samples that do not fill a last batch are not used.
  @Test func theRestOfTheBudgetIsNotUsed() throws {
    let whole = try Self.outcome(batch: 32, samples: 1984)
    let more = try Self.outcome(batch: 32, samples: 2000)
    #expect(whole.metrics == more.metrics)
  }

  @Test func figuresShowTheMetrics() throws {
    let outcome = try Self.outcome(batch: 24, rate: 0.1, samples: 20_000, .epochShuffle)
    let variance = outcome.figures[0]
    let index = try #require(variance.series[0].x.firstIndex(of: 24))
    #expect(variance.series[0].y[index] == outcome["gradient-variance"])
    #expect(variance.series.map(\.role) == [.measured, .theory, .theory])
    #expect(variance.markers.map(\.x) == [24])
    let error = outcome.figures[1]
    #expect(error.series[0].y.last == outcome["squared-error"])
    #expect(error.series[1].y.last == outcome["predicted-squared-error"])
    #expect(error.series[0].x.first == 0)
    #expect(error.series[0].x.last == Double(20_000 / 24 * 24))
    #expect(
      outcome.figures[2].series.map(\.role) == [.measured, .measured, .measured, .theory, .theory])
  }
}

// Bounds, tried on both sides

extension BatchNoiseTests {
  @Test(
    arguments: [
      (0, 0.1, 0.1, "too-few-updates"), (1, 1.5, 0.5, "balanced"), (1, 0.5, 1.5, "balanced"),
      (1, 1.5 + 1e-12, 0.5, "too-few-updates"), (1, 0.5, 1.5 + 1e-12, "noise-dominates"),
      (1, 1.25, 1.25, "noise-dominates"), (1, 1.25 + 1e-12, 1.25, "too-few-updates"),
    ] as [(Int, Double, Double, String)])
  func verdictsTurnAtTheirBounds(updates: Int, bias: Double, variance: Double, code: String) {
    let verdict = BatchNoise.verdict(
      updates: updates, bias: bias, variance: variance, leastError: 1)
    #expect(verdict.code == code)
  }

  /// Past a rate of 1 an update goes to the other side; near 1 nothing of the start is left.
  @Test(arguments: [(0.98, false), (1.02, true)])
  func saysWhereUpdatesJumpPastTheMean(rate: Double, jumps: Bool) {
    let theory = MeanEstimation(rate: rate, batchSize: 256, sampling: .withReplacement)
    let estimate = BatchNoise.Estimate(
      theory, updates: 1, order: .init([0], .withReplacement), seed: 1)
    let finding = estimate.finding(.withReplacement)
    #expect(finding.code == "too-few-updates")
    #expect(finding.message.contains("jumps past the mean") == jumps)
  }
}

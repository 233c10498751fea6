import Experiments
import Testing

@testable import Simulations

@Suite struct MomentumNoiseTests {
  static func outcome(_ rate: Double, _ momentum: Double, steps: Int = 200, seed: UInt64 = 1)
    throws -> Outcome
  {
    try MomentumNoise.outcome(
      ["learning-rate": .real(rate), "momentum": .real(momentum), "steps": .integer(steps)],
      seed: seed)
  }

  /// Two seeds of 2048 chains: the mean of w² is known to √((2v² + 4bv)/4096); five are allowed.
  @Test(arguments: [0.005, 0.1, 1.2], [0, 0.6, 0.9, 0.98])
  func errorsAgreeWithTheory(rate: Double, momentum: Double) throws {
    for steps in [15, 150] {
      let runs = try (1...2).map {
        try Self.outcome(rate, momentum, steps: steps, seed: UInt64($0))
      }
      let measured = try runs.map { try #require($0["squared-error"]) }.reduce(0, +) / 2
      let predicted = try #require(runs[0]["predicted-squared-error"])
      let start = try #require(runs[0]["start-left"])
      let noise = predicted - start
      let deviation = ((2 * noise * noise + 4 * start * noise) / 4096).squareRoot()
      #expect(abs(measured - predicted) <= 5 * deviation + 1e-12)
    }
  }

  /// At the same rate momentum is louder, at the same effective rate it is not quieter by much.
  @Test func momentumDoesNotRemoveNoise() throws {
    let plain = try #require(try Self.outcome(0.1, 0)["squared-error"])
    let ball = try #require(try Self.outcome(0.1, 0.9)["squared-error"])
    let slow = try #require(try Self.outcome(0.01, 0.9)["squared-error"])
    #expect(ball > 8 * plain)
    #expect(abs(slow / plain - 1) < 0.2)
  }

  /// Rates that bring the error to 0.03 at momentum 0.9: less than a quarter of the range.
  @Test func theQuietRatesAreAFifthOfTheRange() throws {
    let rates = Spacing.values(500, over: 0.001...1.9, .log)
    let passing = rates.filter { rate in
      let end = NoisyHeavyBall(rate: rate, momentum: 0.9).states(after: 200).last
      return (end?.squaredError ?? .infinity) <= 0.03
    }
    let share = Double(passing.count) / 500
    #expect(abs(share - 0.18) < 0.01)
    #expect(try abs(#require(passing.first) - 0.00155) < 0.00003)
    #expect(try abs(#require(passing.last) - 0.006) < 0.0001)
  }

  @Test(arguments: [
    (0.001, 0.0, "start-remains"), (0.1, 0.9, "noise-remains"), (0.01, 0.9, "noise-remains"),
  ])
  func findsWhatItIs(rate: Double, momentum: Double, code: String) throws {
    let outcome = try Self.outcome(rate, momentum)
    let finding = try #require(outcome.findings.first)
    #expect(outcome.findings.count == 1 && finding.code == code)
    #expect(finding.predicted == outcome["predicted-squared-error"])
    #expect(finding.measured == outcome["squared-error"])
    #expect(finding.message.contains(NumberText.significant(try #require(finding.predicted))))
  }

  @Test(arguments: [0.001, 1.9], [0, 0.99]) func holdsAtAllCorners(rate: Double, momentum: Double)
    throws
  {
    for steps in [10, 11, 1000] where steps < 1000 || (rate > 1 && momentum > 0) {
      let outcome = try Self.outcome(rate, momentum, steps: steps)
      #expect(Set(outcome.metrics.keys) == Set(MomentumNoise.metrics.map(\.name)))
      #expect(outcome.metrics.values.allSatisfy { $0.isFinite && $0 >= 0 })
      #expect(outcome.findings.count == 1)
      FigureCheck.check(outcome.figures, of: MomentumNoise.self)
    }
  }
}

// Bounds, tried on both sides

extension MomentumNoiseTests {
  @Test(
    arguments: [
      (1.0.nextUp, 1, "start-remains"), (1, 1, "noise-remains"), (1.0.nextDown, 1, "noise-remains"),
    ] as [(Double, Double, String)])
  func verdictsTurnAtTheirBounds(start: Double, variance: Double, code: String) {
    #expect(MomentumNoise.verdict(start: start, variance: variance).code == code)
  }
}

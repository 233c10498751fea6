import Experiments
import Testing

@testable import Simulations

@Suite struct DigitDecayTests {
  static func outcome(
    _ alpha: Double, training: Int = 60, units: Int = 8, wrong: Double = 0.2, seed: UInt64 = 1
  ) throws -> Outcome {
    try DigitDecay.outcome(
      [
        "alpha": .real(alpha), "training-size": .integer(training), "hidden-units": .integer(units),
        "wrong-labels": .real(wrong),
      ], seed: seed)
  }

  /// On the lesson's setting 0.01 helps on these seeds, a thousandth of it does nothing, 1 is guessing.
  @Test(arguments: [900, 901] as [UInt64]) func thereIsTooLittleAndTooMuch(seed: UInt64) throws {
    let losses = try [1e-5, 0.01, 1].map {
      try Self.outcome($0, training: 100, wrong: 0.4, seed: seed)
    }
    #expect(try abs(#require(losses[0]["loss-over-undecayed"]) - 1) < 0.01)
    #expect(try #require(losses[1]["loss-over-undecayed"]) < 0.9)
    #expect(try abs(#require(losses[2]["test-loss"]) - 2.303) < 0.1)
    #expect(losses[0]["undecayed-test-loss"] == losses[2]["undecayed-test-loss"])
  }

  /// Decay makes weights smaller and training loss larger.
  @Test func decayHoldsWeightsBack() throws {
    let outcomes = try [1e-3, 0.03, 0.3].map { try Self.outcome($0, training: 30, units: 3) }
    for (less, more) in zip(outcomes, outcomes.dropFirst()) {
      #expect(try #require(less["weight-norm"]) > #require(more["weight-norm"]))
      #expect(try #require(less["training-loss"]) < #require(more["training-loss"]))
    }
  }

  @Test(arguments: [(1e-5, "too-little"), (0.01, "helps"), (1, "too-much")])
  func findsWhatItIs(alpha: Double, code: String) throws {
    let outcome = try Self.outcome(alpha)
    #expect(outcome.findings.map(\.code) == [code, "real-data"])
    #expect(outcome.findings[0].measured == outcome["test-loss"])
    #expect(outcome.findings[0].predicted == outcome["undecayed-test-loss"])
    #expect(outcome.findings[1].message.contains("CC BY 4.0"))
    #expect(outcome.findings[1].message.contains("10.24432/C50P49"))
  }

  @Test(
    arguments: [
      (1e-5, 20, 2, 0.5), (1, 20, 32, 0), (1, 150, 2, 0.5), (1e-5, 40, 32, 0.5),
    ] as [(Double, Int, Int, Double)])
  func holdsAtAllCorners(alpha: Double, training: Int, units: Int, wrong: Double) throws {
    let outcome = try Self.outcome(alpha, training: training, units: units, wrong: wrong)
    #expect(Set(outcome.metrics.keys) == Set(DigitDecay.metrics.map(\.name)))
    #expect(outcome.metrics.values.allSatisfy { $0.isFinite && $0 >= 0 })
    FigureCheck.check(outcome.figures, of: DigitDecay.self)
    #expect(outcome.cost.updates == 2 * DigitDecay.epochs)
    #expect(outcome.cost.gradientEvaluations == 2 * DigitDecay.epochs * training)
  }
}

// Bounds, tried on both sides

extension DigitDecayTests {
  @Test(
    arguments: [
      (1.05.nextUp, "too-much"), (1.05, "too-little"), (1, "too-little"), (0.95, "too-little"),
      (0.95.nextDown, "helps"),
    ] as [(Double, String)])
  func verdictsTurnAtTheirBounds(relativeLoss: Double, code: String) {
    #expect(DigitDecay.verdict(relativeLoss: relativeLoss).code == code)
  }
}

import Experiments
import Testing

@testable import Simulations

@Suite struct DropoutMasksTests {
  static func outcome(
    _ dropout: Double = 0.5, features: Int = 4, samples: Int = 1000, seed: UInt64 = 1
  ) throws -> Outcome {
    try DropoutMasks.outcome(
      ["dropout": .real(dropout), "features": .integer(features), "samples": .integer(samples)],
      seed: seed)
  }

  /// Features that share the weight add p/(1 − p)/k, whatever the seed.
  @Test(arguments: [0, 0.1, 0.5, 0.9], [1, 4, 12])
  func penaltyIsKnown(dropout: Double, features: Int) throws {
    let outcome = try Self.outcome(dropout, features: features)
    let expected = dropout / (1 - dropout) / Double(features)
    for name in ["penalty", "predicted-penalty"] {
      #expect(try abs(#require(outcome[name]) - expected) < 1e-12)
    }
    #expect(try abs(#require(outcome["evaluation-error"]) - 0.25) < 1e-12)
    for name in ["enumerated-error", "predicted-error"] {
      #expect(try abs(#require(outcome[name]) - 0.25 - expected) < 1e-12)
    }
    #expect(try abs(#require(outcome["expected-mask"]) - 1) < 1e-12)
  }

  /// Means over 20 seeds, within four of their standard errors as the seeds themselves show it.
  @Test(arguments: [0.1, 0.5, 0.8]) func samplingAgrees(dropout: Double) throws {
    let runs = try (0..<20).map { try Self.outcome(dropout, seed: 300 + $0) }
    for (measured, theory) in [
      ("sampled-error", "predicted-error"), ("sampled-mask", "expected-mask"),
    ] {
      let values = try runs.map { try #require($0[measured]) }
      let mean = values.reduce(0, +) / 20
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 19
      let expected = try #require(runs[0][theory])
      #expect(variance > 0 && abs(mean - expected) < 4 * (variance / 20).squareRoot())
    }
  }

  @Test(arguments: [
    (0.0, "nothing-dropped"), (0.3, "exact-penalty"), (1, "all-dropped"),
  ])
  func findsWhatItIs(dropout: Double, code: String) throws {
    let outcome = try Self.outcome(dropout)
    #expect(outcome.findings.map(\.code) == [code, "unbiased"])
    #expect(outcome.findings[0].measured == outcome["sampled-error"])
    #expect(outcome.findings[0].predicted == outcome["predicted-error"])
    let measured = NumberText.significant(try #require(outcome["sampled-error"]))
    #expect(outcome.findings[0].message.contains(measured))
  }

  /// At a rate of 1 the answer is 0: the error of the targets themselves, without theory.
  @Test func droppingAllHasNoFormula() throws {
    let outcome = try Self.outcome(1)
    #expect(outcome["predicted-error"] == nil && outcome["predicted-penalty"] == nil)
    #expect(try abs(#require(outcome["sampled-error"]) - 1.25) < 1e-12)
    #expect(outcome["sampled-mask"] == 0 && outcome["expected-mask"] == 0)
  }

  @Test(arguments: [0, 0.999_999_999, 1], [1, 12]) func holdsAtAllCorners(
    dropout: Double, features: Int
  ) throws {
    for samples in [10, 10_000] {
      let outcome = try Self.outcome(dropout, features: features, samples: samples)
      #expect(outcome.metrics.values.allSatisfy { $0.isFinite })
      FigureCheck.check(outcome.figures, of: DropoutMasks.self)
    }
  }
}

// Bounds, tried on both sides

extension DropoutMasksTests {
  @Test(
    arguments: [
      (0.0, "nothing-dropped"), (1e-12, "exact-penalty"), (1.0.nextDown, "exact-penalty"),
      (1, "all-dropped"),
    ] as [(Double, String)])
  func verdictsTurnAtTheirBounds(dropout: Double, code: String) {
    let sampling = MaskSampling(dropout: dropout, features: 2, samples: 10, seed: 1)
    #expect(sampling.findings.map(\.code) == [code, "unbiased"])
    #expect(sampling.findings[1].message.contains("nothing is left") == (dropout == 1))
  }
}

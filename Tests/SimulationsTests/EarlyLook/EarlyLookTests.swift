import Experiments
import Testing

@testable import Simulations

@Suite struct EarlyLookTests {
  static func outcome(_ turned: [String: String] = [:], seed: UInt64 = 1) throws -> Outcome {
    try EarlyLook.outcome(turned, seed: seed)
  }

  /// A gap of 0.5 and a noise of 1.5, without a slow start and with one.
  @Test(
    arguments: [
      ("0", "1", 0.593), ("0", "9", 0.760), ("0", "81", 0.983), ("1.2", "1", 0.481),
      ("1.2", "9", 0.664), ("1.2", "81", 0.967),
    ])
  func howOftenTheBetterIsKept(slowStart: String, epochs: String, chance: Double) throws {
    let turned = ["slow-start": slowStart, "epochs": epochs]
    let predicted = try #require(try Self.outcome(turned)["predicted-kept-share"])
    #expect(abs(predicted - chance) < 6e-4)
    let measured = try (1...16).map {
      try #require(try Self.outcome(turned, seed: $0)["kept-share"])
    }
    let mean = measured.reduce(0, +) / 16
    let error = (chance * (1 - chance) / (16 * 4096)).squareRoot()
    #expect(abs(mean - predicted) < 4.5 * error, "\(mean) for \(predicted)")
  }

  /// Where the slow start is the root of the epochs, nothing of the ranks is seen.
  @Test(arguments: [("1", "1"), ("2", "4")]) func nothingIsSeenAtTheTurn(
    slowStart: String, epochs: String
  ) throws {
    let outcome = try Self.outcome(["slow-start": slowStart, "epochs": epochs, "gap": "3"])
    #expect(outcome["predicted-kept-share"] == 0.5)
    #expect(outcome.findings.map(\.code) == ["tells-little"])
  }

  @Test(
    arguments: [("2", "1", "misleads"), ("0", "1", "tells-little"), ("0", "81", "tells")])
  func findsWhatItIs(slowStart: String, epochs: String, code: String) throws {
    let outcome = try Self.outcome(["slow-start": slowStart, "epochs": epochs])
    #expect(outcome.findings.map(\.code) == [code])
    #expect(outcome.findings[0].predicted == outcome["predicted-kept-share"])
    #expect(outcome.findings[0].measured == outcome["kept-share"])
  }

  @Test func verdictsTurnAtTheirBounds() {
    #expect(EarlyLook.verdict(chance: 0.5.nextDown).code == "misleads")
    #expect(EarlyLook.verdict(chance: 0.5).code == "tells-little")
    #expect(EarlyLook.verdict(chance: 0.75.nextDown).code == "tells-little")
    #expect(EarlyLook.verdict(chance: 0.75).code == "tells")
  }

  /// The correlation with final losses, by draws.
  @Test(arguments: [(0.0, 1.5, 1.0), (1.2, 1.5, 1), (1.5, 1, 9), (0.5, 3, 81)])
  func correlations(slowStart: Double, noise: Double, epochs: Double) throws {
    let curve = EarlyLook.Curve(slowStart, noise)
    // cov(a, ca + σz) is c, its deviation √(c² + σ²).
    let root = epochs.squareRoot()
    let (shown, blur) = (1 - slowStart / root, noise / root)
    let expected = shown / (shown * shown + blur * blur).squareRoot()
    #expect(abs(curve.correlation(after: epochs) - expected) < 1e-15)
  }

  @Test(arguments: ["1", "81"], ["0.1", "3"]) func holdsAtAllCorners(
    epochs: String, gap: String
  ) throws {
    for (slowStart, noise) in [("0", "0.3"), ("0", "3"), ("2", "0.3"), ("2", "3")] {
      let outcome = try Self.outcome([
        "epochs": epochs, "gap": gap, "slow-start": slowStart, "noise": noise,
      ])
      #expect(Set(outcome.metrics.keys) == Set(EarlyLook.metrics.map(\.name)))
      #expect(outcome.metrics.values.allSatisfy { (0...1).contains($0) })
      FigureCheck.check(outcome.figures, of: EarlyLook.self)
    }
  }
}

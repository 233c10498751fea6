import Experiments
import Testing

@testable import Simulations

@Suite struct BitFlipsTests {
  private static func outcome(_ length: Int, _ rate: Double, seed: UInt64 = 1) throws -> Outcome {
    try BitFlips.outcome(["length": .integer(length), "mutation-rate": .real(rate)], seed: seed)
  }

  @Test(arguments: [
    (20, 0.01, ["too-timid"]), (20, 0.05, ["about-right"]), (20, 0.4, ["too-wild", "given-up"]),
    (50, 0.02, ["about-right"]), (5, 0.5, ["too-wild"]), (50, 0.5, ["too-wild", "given-up"]),
  ])
  func findsWhatItIs(length: Int, rate: Double, codes: [String]) throws {
    let outcome = try Self.outcome(length, rate)
    #expect(outcome.findings.map(\.code) == codes)
    let message = outcome.findings[0].message
    for name in ["evaluations", "predicted-evaluations", "least-evaluations"] {
      let value = NumberText.significant(try #require(outcome[name]))
      #expect(message.contains(value), "\(message)")
    }
    #expect(outcome.findings[0].predicted == outcome["predicted-evaluations"])
    #expect(outcome.findings[0].measured == outcome["evaluations"])
  }

  /// The exercise: .05 passes, the default, a rate of .1 and both ends do not, on any of some seeds.
  @Test func theBandLeavesOutTheEnds() throws {
    #expect(BitFlips.defaults[BitFlips.mutationRate] == 0.01)
    func copies(_ rate: Double) throws -> [Double] {
      try (1...8).map { try #require(try Self.outcome(20, rate, seed: $0)["evaluations"]) }
    }
    for rate in [0.05, 0.065, 0.08] {
      let most = try copies(rate).max() ?? .infinity
      #expect(most <= 146, "\(rate): \(most)")
    }
    for (rate, least) in [(0.002, 1200.0), (0.01, 280), (0.11, 140), (0.5, 4900)] {
      let found = try copies(rate).min() ?? 0
      #expect(found > least, "\(rate): \(found)")
    }
  }

  @Test(arguments: [5, 50], [0.002, 0.5]) func holdsAtAllCorners(length: Int, rate: Double) throws {
    let outcome = try Self.outcome(length, rate)
    #expect(Set(outcome.metrics.keys) == Set(BitFlips.metrics.map(\.name)))
    let areFinite = outcome.metrics.values.allSatisfy { $0.isFinite }
    #expect(areFinite)
    #expect(outcome.cost.updates > 0 && outcome.cost.multiplyAdds > 0 && outcome.cost.bytes > 0)
    FigureCheck.check(outcome.figures, of: BitFlips.self)
  }
}

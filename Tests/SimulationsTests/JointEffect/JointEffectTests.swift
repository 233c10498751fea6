import Experiments
import Testing

@testable import Simulations

@Suite struct JointEffectTests {
  static func outcome(_ rate: Double, _ batchSize: Int, _ samples: Int = 2000) throws -> Outcome {
    try JointEffect.outcome([
      "learning-rate": .real(rate), "batch-size": .integer(batchSize),
      "samples": .integer(samples),
    ])
  }

  @Test(arguments: [(0.02, 64, "overshoots-together"), (0.2, 64, "adds-up")])
  func findsWhatItIs(rate: Double, batchSize: Int, code: String) throws {
    let outcome = try Self.outcome(rate, batchSize)
    #expect(outcome.findings.map(\.code) == [code, "shares"])
    let message = outcome.findings[0].message
    for metric in ["predicted-error", "rate-alone-error", "batch-alone-error", "both-error"] {
      let value = NumberText.significant(try #require(outcome[metric]))
      #expect(message.contains(value), "\(message)")
    }
    #expect(outcome.findings[1].message.contains("34 % by itself, the batch size 15 %"))
    #expect(outcome.findings[1].message.hasSuffix("both together 51 %."))
  }

  /// Eight times worse than either knob alone.
  @Test func bothAtOnceAreWorse() throws {
    let outcome = try Self.outcome(0.02, 64)
    #expect(abs(try #require(outcome["both-over-better"]) - 7.86) < 0.02)
    #expect(outcome["ratio"] == 0.02 / 64 && outcome["samples-at-once"] == 64)
  }

  @Test(arguments: [0.001, 1.9], [1, 256]) func holdsAtAllCorners(rate: Double, batchSize: Int)
    throws
  {
    for samples in [500, 20_000] {
      let outcome = try Self.outcome(rate, batchSize, samples)
      #expect(Set(outcome.metrics.keys) == Set(JointEffect.metrics.map(\.name)))
      #expect(outcome.metrics.values.allSatisfy { $0.isFinite && $0 > 0 })
      #expect(outcome.cost.multiplyAdds > 0 && outcome.cost.bytes > 0)
      FigureCheck.check(outcome.figures, of: JointEffect.self)
    }
  }
}

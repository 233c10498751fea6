import Experiments
import Testing

@testable import Simulations

@Suite struct SensitivityIndicesTests {
  static func outcome(_ samples: Int, _ sampling: String) throws -> Outcome {
    try SensitivityIndices.outcome(["samples": "\(samples)", "sampling": sampling])
  }

  @Test func findsWhatItIs() throws {
    let (rough, fine) = (try Self.outcome(64, "random"), try Self.outcome(4096, "halton"))
    #expect(rough.findings.first?.code == "unsettled" && fine.findings.first?.code == "settled")
    for outcome in [rough, fine] {
      #expect(outcome.findings.last?.code == "interaction")
      let least = try ["one", "two", "three"].map { try #require(outcome["first-\($0)"]) }.min()
      let tells = outcome.findings.contains { $0.code == "below-nothing" }
      #expect(tells == (try #require(least) < 0))
      let worst = NumberText.fixed(try #require(outcome["worst-error"]), decimals: 3)
      #expect(outcome.findings[0].message.contains("the worst is \(worst) off"))
    }
  }

  @Test func worstErrorIsTheWorst() throws {
    let outcome = try Self.outcome(100, "halton")
    let errors = try ["first", "total"].flatMap { kind in
      try ["one", "two", "three"].map { input in
        abs(
          try #require(outcome["\(kind)-\(input)"])
            - #require(outcome["exact-\(kind)-\(input)"]))
      }
    }
    #expect(outcome["worst-error"] == errors.max())
    #expect(outcome["evaluations"] == 500)
  }

  @Test(arguments: [32, 4096], ["random", "halton"]) func holdsAtAllCorners(
    samples: Int, sampling: String
  ) throws {
    let outcome = try Self.outcome(samples, sampling)
    #expect(Set(outcome.metrics.keys) == Set(SensitivityIndices.metrics.map(\.name)))
    #expect(outcome.metrics.values.allSatisfy { $0.isFinite })
    #expect(outcome.cost.multiplyAdds > 0 && outcome.cost.bytes > 0)
    FigureCheck.check(outcome.figures, of: SensitivityIndices.self)
  }
}

import Experiments
import Testing

@testable import Simulations

@Suite struct RandomSplitsTests {
  @Test(arguments: [(2, "near-level"), (3, "near-level"), (4, "too-eager"), (50, "too-eager")])
  func findsWhatItIs(splits: Int, code: String) throws {
    let outcome = try RandomSplits.outcome(["splits": .integer(splits)])
    #expect(outcome.findings.map(\.code) == [code, "corrected", "together"])
    let pairs = [
      ("plain-rejections", "predicted-plain-rejections"), ("corrected-rejections", "level"),
      ("correlation", "held-out-share"),
    ]
    for (finding, (measured, predicted)) in zip(outcome.findings, pairs) {
      #expect(finding.measured == outcome[measured])
      #expect(finding.predicted == outcome[predicted])
      for name in [measured, predicted] {
        let text = NumberText.fixed(try #require(outcome[name]), decimals: 3)
        #expect(finding.message.contains(text), "\(finding.message)")
      }
    }
    #expect(outcome.findings[1].message.contains("20/80 added to the 1/\(splits) "))
    #expect(outcome["fits"] == Double(2 * splits))
  }

  /// With a second weight below 1 the first model is better, and theory of equal ones is silent.
  @Test func unequalModels() throws {
    let outcome = try RandomSplits.outcome(["second-weight": .real(0.4)])
    #expect(outcome.findings.map(\.code) == ["unequal", "together"])
    #expect(outcome["predicted-plain-rejections"] == nil)
    #expect(outcome.findings[0].measured == outcome["corrected-rejections"])
    let equal = try RandomSplits.outcome([String: SettingValue]())
    let (more, less) = (outcome["corrected-rejections"], equal["corrected-rejections"])
    #expect(try #require(more) > 10 * #require(less))
  }

  @Test(arguments: [2, 100], [50, 400]) func holdsAtAllCorners(splits: Int, rows: Int) throws {
    for (share, weight) in [(0.1, 0.0), (0.5, 1.0)] where splits * rows < 40_000 || share < 0.5 {
      let outcome = try RandomSplits.outcome([
        "splits": .integer(splits), "rows": .integer(rows), "held-out": .real(share),
        "second-weight": .real(weight),
      ])
      let all = RandomSplits.metrics.map(\.name).filter {
        weight == 1 || $0 != "predicted-plain-rejections"
      }
      #expect(Set(outcome.metrics.keys) == Set(all))
      #expect(outcome.metrics.values.allSatisfy { $0.isFinite })
      #expect(outcome.cost.multiplyAdds > 0 && outcome.cost.bytes > 0)
      if splits == 2 { FigureCheck.check(outcome.figures, of: RandomSplits.self) }
    }
  }
}

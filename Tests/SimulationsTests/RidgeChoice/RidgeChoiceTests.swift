import Experiments
import Testing

@testable import Simulations

@Suite struct RidgeChoiceTests {
  @Test(arguments: ["no", "yes"]) func findsWhatItIs(nested: String) throws {
    let outcome = try RidgeChoice.outcome(["nested": nested])
    let codes = outcome.findings.map(\.code)
    #expect(codes == ["flattering", "simpler"] + (nested == "yes" ? ["fewer-rows"] : []))
    let told = [
      ["chosen-score", "true-error", "best-error"], ["simpler-error", "true-error"],
      ["nested-score", "outer-error", "true-error"],
    ]
    for (finding, metrics) in zip(outcome.findings, told) {
      for metric in metrics {
        let text = NumberText.fixed(try #require(outcome[metric]), decimals: 3)
        #expect(finding.message.contains(text), "\(finding.message)")
      }
    }
    for metric in ["freedom", "simpler-freedom"] {
      let text = NumberText.fixed(try #require(outcome[metric]), decimals: 1)
      #expect(outcome.findings[1].message.contains(text))
    }
    #expect(outcome.findings[0].predicted == outcome["chosen-score"])
    #expect(outcome.findings[0].measured == outcome["true-error"])
    #expect(outcome["fits"] == (nested == "yes" ? 750 : 125))
    // The largest of 25 normal draws is 1.965 deviations above their mean.
    let unlike = try #require(outcome["unlike-optimism"])
    #expect(unlike > 0.5 && unlike < 1)
  }

  /// A nested run has the same data sets and the same choices.
  @Test func nestingChangesNothingElse() throws {
    let plain = try RidgeChoice.outcome(["features": "5"])
    let nested = try RidgeChoice.outcome(["features": "5", "nested": "yes"])
    for (name, value) in plain.metrics where name != "fits" {
      #expect(nested[name] == value, "\(name)")
    }
    #expect(nested.findings[2].message.contains("on 32 rows"))
  }

  @Test func verdictsTurnAtTheirBounds() {
    #expect(RidgeChoice.verdict(score: 0.98, error: 1).code == "near")
    #expect(RidgeChoice.verdict(score: 0.98.nextDown, error: 1).code == "flattering")
    #expect(RidgeChoice.verdict(score: 1.02, error: 1).code == "near")
    #expect(RidgeChoice.verdict(score: 1.02.nextUp, error: 1).code == "harsh")
  }

  @Test(arguments: [5, 30], [40, 160]) func holdsAtAllCorners(features: Int, rows: Int) throws {
    let nested = features == 5 || rows == 40 ? "yes" : "no"
    let outcome = try RidgeChoice.outcome([
      "features": "\(features)", "rows": "\(rows)", "nested": nested,
    ])
    let all = RidgeChoice.metrics.map(\.name).filter {
      nested == "yes" || !["nested-score", "outer-error"].contains($0)
    }
    #expect(Set(outcome.metrics.keys) == Set(all))
    #expect(outcome.metrics.values.allSatisfy { $0.isFinite })
    #expect(outcome.cost.multiplyAdds > 0 && outcome.cost.bytes > 0)
    FigureCheck.check(outcome.figures, of: RidgeChoice.self)
  }
}

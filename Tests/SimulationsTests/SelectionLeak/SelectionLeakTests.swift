import Experiments
import Testing

@testable import Simulations

@Suite struct SelectionLeakTests {
  @Test(arguments: [(1000, 20, "leak"), (20, 20, "little-leak")])
  func findsWhatItIs(features: Int, chosen: Int, code: String) throws {
    let outcome = try SelectionLeak.outcome([
      "features": .integer(features), "chosen": .integer(chosen),
    ])
    #expect(outcome.findings.map(\.code) == [code])
    let message = outcome.findings[0].message
    for metric in ["leaky-error", "honest-error"] {
      let value = NumberText.fixed(try #require(outcome[metric]), decimals: 3)
      #expect(message.contains(value), "\(message)")
    }
    let gap = try #require(outcome["chance-error"]) - #require(outcome["leaky-error"])
    #expect(outcome["gap"] == gap)
  }

  @Test func verdictsTurnAtTheirBound() {
    #expect(SelectionLeak.verdict(gap: 0.1).code == "little-leak")
    #expect(SelectionLeak.verdict(gap: 0.1.nextUp).code == "leak")
  }

  @Test(arguments: [20, 5000], [1, 20]) func holdsAtAllCorners(features: Int, chosen: Int) throws {
    let outcome = try SelectionLeak.outcome([
      "features": .integer(features), "chosen": .integer(chosen),
    ])
    #expect(Set(outcome.metrics.keys) == Set(SelectionLeak.metrics.map(\.name)))
    #expect(outcome.metrics.values.allSatisfy { $0.isFinite })
    #expect(outcome.cost.multiplyAdds > 0 && outcome.cost.bytes > 0)
    FigureCheck.check(outcome.figures, of: SelectionLeak.self)
  }
}

import Experiments
import Testing

@testable import Simulations

@Suite struct ElementaryEffectsTests {
  @Test func findsWhatItIs() throws {
    let outcome = try ElementaryEffects.outcome(["walks": .integer(200)])
    #expect(outcome.findings.map(\.code) == ["ranking", "cancels", "interacts"])
    #expect(outcome.findings[1].message.contains("input two and three cancel"))
    #expect(outcome.findings[0].message.contains("after 800 evaluations"))
    for input in ["one", "two", "three"] {
      let size = NumberText.significant(try #require(outcome["size-\(input)"]))
      #expect(outcome.findings[0].message.contains("input \(input): \(size)"))
    }
  }

  @Test(arguments: [2, 10, 400]) func holdsAtAllCorners(walks: Int) throws {
    for seed in 1...10 as ClosedRange<UInt64> {
      let outcome = try ElementaryEffects.outcome(["walks": .integer(walks)], seed: seed)
      #expect(Set(outcome.metrics.keys) == Set(ElementaryEffects.metrics.map(\.name)))
      #expect(outcome.metrics.values.allSatisfy { $0.isFinite })
      #expect(outcome["evaluations"] == Double(4 * walks))
      #expect(outcome.cost.multiplyAdds > 0 && outcome.cost.bytes > 0)
      FigureCheck.check(outcome.figures, of: ElementaryEffects.self)
    }
  }
}

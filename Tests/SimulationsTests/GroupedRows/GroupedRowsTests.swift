import Experiments
import Testing

@testable import Simulations

@Suite struct GroupedRowsTests {
  @Test(arguments: [(5, "recognized"), (1, "not-recognized")])
  func findsWhatItIs(rowsEach: Int, code: String) throws {
    let outcome = try GroupedRows.outcome(["rows-each": .integer(rowsEach)])
    #expect(outcome.findings.map(\.code) == [code])
    let message = outcome.findings[0].message
    for metric in ["parted-accuracy", "together-accuracy"] {
      let value = NumberText.fixed(try #require(outcome[metric]), decimals: 3)
      #expect(message.contains(value), "\(message)")
    }
    let gap = try #require(outcome["parted-accuracy"]) - #require(outcome["chance-accuracy"])
    #expect(outcome["gap"] == gap)
  }

  @Test func verdictsTurnAtTheirBound() {
    #expect(GroupedRows.verdict(gap: 0.1).code == "not-recognized")
    #expect(GroupedRows.verdict(gap: 0.1.nextUp).code == "recognized")
  }

  @Test(arguments: [5, 20], [1, 10]) func holdsAtAllCorners(people: Int, rowsEach: Int) throws {
    for scatter in [0.05, 5] {
      let outcome = try GroupedRows.outcome([
        "people": .integer(people), "rows-each": .integer(rowsEach), "scatter": .real(scatter),
      ])
      #expect(Set(outcome.metrics.keys) == Set(GroupedRows.metrics.map(\.name)))
      #expect(outcome.metrics.values.allSatisfy { $0.isFinite })
      #expect(outcome.cost.multiplyAdds > 0 && outcome.cost.bytes > 0)
      FigureCheck.check(outcome.figures, of: GroupedRows.self)
    }
  }
}

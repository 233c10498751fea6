import Experiments
import TestKit
import Testing

@testable import Course

@Suite struct CriterionTests {
  private static let metric = Metric("loss", "a metric")

  private static func criterion(_ condition: Criterion.Condition) -> Criterion {
    Criterion(metric: metric, condition: condition, points: 1)
  }

  @Test(
    arguments: [
      (.below(2), [true, false, false]), (.atMost(2), [true, true, false]),
      (.above(2), [false, false, true]), (.atLeast(2), [false, true, true]),
      (.within(2...2), [false, true, false]), (.within(1...2), [true, true, false]),
      (.within(2...3), [false, true, true]),
    ] as [(Criterion.Condition, [Bool])])
  func boundsAreStrictOrNot(condition: Criterion.Condition, holds: [Bool]) {
    let criterion = Self.criterion(condition)
    #expect([1.9999999, 2, 2.0000001].map { criterion.holds($0) } == holds)
  }

  @Test(
    arguments: [
      (.below(2), [true, false]), (.atMost(2), [true, false]), (.above(2), [false, true]),
      (.atLeast(2), [false, true]), (.within(0...2), [false, false]),
    ] as [(Criterion.Condition, [Bool])])
  func valuesThatAreNotFinite(condition: Criterion.Condition, holds: [Bool]) {
    let criterion = Self.criterion(condition)
    #expect([-.infinity, .infinity].map { criterion.holds($0) } == holds)
    #expect(!criterion.holds(nil))
    #expect(!criterion.holds(.nan))
    #expect(!criterion.holds(-.nan))
  }

  @Test(
    arguments: [
      (.below(1e-6), "loss < 1e-6", "loss < 1e-6"), (.atMost(0.1), "loss ≤ 0.1", "loss <= 0.1"),
      (.above(-5), "loss > -5", "loss > -5"), (.atLeast(1e300), "loss ≥ 1e+300", "loss >= 1e+300"),
      (.within(0.25...1000), "loss in 0.25 … 1000", "loss in 0.25 ... 1000"),
    ] as [(Criterion.Condition, String, String)])
  func textAndSource(condition: Criterion.Condition, text: String, source: String) {
    #expect(Self.criterion(condition).text == text)
    #expect(Self.criterion(condition).source == source)
  }

  @Test(arguments: 0..<4) func sourceReadsBackToAnEqualCriterion(seed: Int) throws {
    var garbage = Garbage(seed: seed)
    func number() -> Double {
      let digits = Double(garbage.below(2_000_001) - 1_000_000)
      return Double("\(digits)e\(garbage.below(40) - 20)") ?? 0
    }
    for _ in 0..<60 {
      let (a, b) = (number(), number())
      for condition: Criterion.Condition in [
        .below(a), .atMost(a), .above(a), .atLeast(a), .within(min(a, b)...max(a, b)),
      ] {
        let criterion = Criterion(metric: Line.sum, condition: condition, points: 1)
        var faults = Faults(file: "f")
        let field = Field(key: "", keyColumn: 1, value: criterion.source, line: 1, column: 1)
        let reader = DirectiveReader(catalog: Toys.catalog, lesson: "l")
        #expect(
          reader.criterion(field, of: Line.self, takesPoints: true, &faults) == criterion)
        #expect(faults.list.isEmpty)
      }
    }
  }
}

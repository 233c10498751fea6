import Experiments
import TestKit
import Testing
import ToyCourse

@testable import Grading
@testable import Lessons

@Suite struct CriterionTests {
  private static let metric = Metric("loss", "a metric")

  private static func criterion(_ interval: Interval) -> Criterion {
    Criterion(metric: metric, interval: interval, points: 1)
  }

  private static func open(_ low: Double, _ high: Double) -> Interval {
    Interval(lower: .init(low, isClosed: false), upper: .init(high, isClosed: false))
  }

  /// Without its lower end, but with its upper.
  private static func halfOpen(_ low: Double, _ high: Double) -> Interval {
    Interval(lower: .init(low, isClosed: false), upper: .init(high, isClosed: true))
  }

  @Test(
    arguments: [
      (.below(2), [true, false, false]), (.atMost(2), [true, true, false]),
      (.above(2), [false, false, true]), (.atLeast(2), [false, true, true]),
      (.within(2...2), [false, true, false]), (.within(1...2), [true, true, false]),
      (.within(2...3), [false, true, true]), (open(2, 3), [false, false, true]),
      (open(1, 2), [true, false, false]), (open(2, 2), [false, false, false]),
      (halfOpen(1, 2), [true, true, false]), (halfOpen(2, 3), [false, false, true]),
      (Interval(lower: nil, upper: nil), [true, true, true]),
    ] as [(Interval, [Bool])])
  func boundsAreStrictOrNot(interval: Interval, holds: [Bool]) {
    let criterion = Self.criterion(interval)
    #expect([1.9999999, 2, 2.0000001].map { criterion.holds($0) } == holds)
  }

  @Test(
    arguments: [
      (.below(2), [true, false]), (.atMost(2), [true, false]), (.above(2), [false, true]),
      (.atLeast(2), [false, true]), (.within(0...2), [false, false]),
      (Interval(lower: nil, upper: nil), [true, true]),
    ] as [(Interval, [Bool])])
  func valuesThatAreNotFinite(interval: Interval, holds: [Bool]) {
    let criterion = Self.criterion(interval)
    #expect([-.infinity, .infinity].map { criterion.holds($0) } == holds)
    #expect(!criterion.holds(nil))
    #expect(!criterion.holds(.nan))
    #expect(!criterion.holds(-.nan))
  }

  /// Numbers below, at and above what a bound of 2 or of 2 to 3 asks for.
  @Test(
    arguments: [
      (.below(2), [1, 0, -1, -2]), (.atMost(2), [1, 0, -1, -2]), (.above(2), [-1, 0, 1, 2]),
      (.atLeast(2), [-1, 0, 1, 2]), (.within(2...3), [-1, 0, 0, -1]),
      (open(2, 3), [-1, 0, 0, -1]), (.within(0...4), [1, 2, 1, 0]),
      (Interval(lower: nil, upper: nil), [.infinity, .infinity, .infinity, .infinity]),
    ] as [(Interval, [Double])])
  func distances(interval: Interval, distances: [Double]) {
    #expect([1, 2, 3, 4].map { Self.criterion(interval).distance(of: $0) } == distances)
    for value in [1.0, 2, 3, 4] {
      #expect(interval.contains(value) ? interval.distance(of: value) >= 0 : true)
      #expect(interval.distance(of: value) > 0 ? interval.contains(value) : true)
    }
  }

  @Test(
    arguments: [
      (.below(2), [2, 2, 2], [false, false, false]),
      (.atLeast(2), [2, 2, 2], [true, false, false]),
      (.above(2), [2, 2, 2], [true, true, false]),
      (.within(2...2.5), [2, 2.5, 2.5], [true, false, false]),
      (open(2, 2.5), [2, 2, 2.5], [true, true, false]),
    ] as [(Interval, [Double], [Bool])])
  func theEndThatIsMissed(interval: Interval, ends: [Double], isAbove: [Bool]) {
    #expect([1, 2, 3].map { interval.end(facing: $0)?.value } == ends)
    #expect([1, 2, 3].map { interval.isAbove($0) } == isAbove)
  }

  @Test(
    arguments: [
      (.below(1e-6), "loss < 1e-6", "loss < 1e-6"), (.atMost(0.1), "loss ≤ 0.1", "loss <= 0.1"),
      (.above(-5), "loss > -5", "loss > -5"), (.atLeast(1e300), "loss ≥ 1e+300", "loss >= 1e+300"),
      (.within(0.25...1000), "loss in 0.25 … 1000", "loss in 0.25 ... 1000"),
      (.within(-3 ... -3), "loss in -3 … -3", "loss in -3 ... -3"),
      (open(0, 1), "0 < loss < 1", "0 < loss < 1"),
      (halfOpen(0, 1e-7), "0 < loss ≤ 1e-7", "0 < loss <= 1e-7"),
      (Interval(lower: nil, upper: nil), "loss has a value", "loss has a value"),
    ] as [(Interval, String, String)])
  func textAndSource(interval: Interval, text: String, source: String) {
    #expect(Self.criterion(interval).text == text)
    #expect(Self.criterion(interval).source == source)
  }

  @Test(arguments: 0..<4) func sourceReadsBackToAnEqualCriterion(seed: Int) throws {
    var garbage = Garbage(seed: seed)
    func number() -> Double {
      let digits = Double(garbage.below(2_000_001) - 1_000_000)
      return Double("\(digits)e\(garbage.below(40) - 20)") ?? 0
    }
    for _ in 0..<60 {
      let (a, b) = (number(), number())
      for interval: Interval in [
        .below(a), .atMost(a), .above(a), .atLeast(a), .within(min(a, b)...max(a, b)),
      ] {
        let criterion = Criterion(metric: Line.sum, interval: interval, points: 1)
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

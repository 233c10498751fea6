import Experiments
import Grading
import Testing

@testable import Authoring

@Suite struct IntervalLeniencyTests {
  /// An interval of the leniency that a value needs lets it pass, up to rounding, and none that is
  /// clearly stricter does.
  @Test(
    arguments: [
      .below(3), .atMost(3), .above(3), .atLeast(3), .within(2...3), .within(0.001...1),
      .within(-5 ... -4), .within(7...7),
      Interval(lower: .init(2, isClosed: false), upper: .init(3, isClosed: true)),
    ] as [Interval], [0.02, 0.3, 1, 2.5, 17, -3])
  func leniencyAndIntervalAgree(interval: Interval, value: Double) throws {
    let leniency = interval.leniency(toAdmit: value)
    guard leniency.isFinite else {
      #expect(value <= 0)
      return
    }
    func holds(_ leniency: Double) -> Bool {
      interval.withLeniency(leniency)?.contains(value) ?? false
    }
    let step = max(abs(leniency), abs(value), 1) * 0.2
    #expect(holds(leniency + step))
    #expect(!holds(leniency - step))
  }

  /// The bounds are in two digits, and ends stay as open and as many as they were.
  @Test(
    arguments: [
      (.below(3), 1.234, .below(1.2)), (.atMost(3), 1.234, .atMost(1.2)),
      (.above(3), 1.234, .above(-1.2)), (.atLeast(3), -1.234, .atLeast(1.2)),
      (.within(2...3), 1.04, .within(1.5...3.5)), (.within(0.01...100), 2.302, .within(0.1...10)),
    ] as [(Interval, Double, Interval)])
  func theFormStays(interval: Interval, leniency: Double, other: Interval) {
    #expect(interval.withLeniency(leniency) == other)
  }

  @Test func whatIsNotFiniteIsNoBound() {
    #expect(Interval.atMost(1).withLeniency(.infinity) == nil)
    #expect(Interval.within(1...2).withLeniency(.nan) == nil)
    #expect(Interval.within(1...2).withLeniency(0) == nil)
    #expect(Interval(lower: nil, upper: nil).withLeniency(1) == nil)
    #expect(Interval.within(0.01...1).leniency(toAdmit: -1) == .infinity)
  }
}

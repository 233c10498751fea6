import Course
import Experiments
import Testing

@testable import Authoring

@Suite struct StrictnessTests {
  /// A condition of the leniency that a value needs lets it pass, up to rounding, and nothing that
  /// needs clearly more.
  @Test(
    arguments: [
      .below(3), .atMost(3), .above(3), .atLeast(3), .within(2...3), .within(0.001...1),
      .within(-5 ... -4), .within(7...7),
    ] as [Criterion.Condition], [0.02, 0.3, 1, 2.5, 17, -3])
  func leniencyAndConditionAgree(condition: Criterion.Condition, value: Double) throws {
    let strictness = Strictness(condition)
    let leniency = strictness.leniency(value)
    guard leniency.isFinite else {
      #expect(value <= 0)
      return
    }
    func holds(_ leniency: Double) -> Bool {
      strictness.condition(leniency).map {
        Criterion(metric: Plane.metricX, condition: $0, points: 1).holds(value)
      } ?? false
    }
    let step = max(abs(leniency), abs(value), 1) * 0.2
    #expect(holds(leniency + step))
    #expect(!holds(leniency - step))
  }

  @Test func whatIsNotFiniteIsNoBound() {
    #expect(Strictness(.atMost(1)).condition(.infinity) == nil)
    #expect(Strictness(.within(1...2)).condition(.nan) == nil)
    #expect(Strictness(.within(1...2)).condition(0) == nil)
    #expect(Strictness(.within(0.01...1)).leniency(-1) == .infinity)
  }
}

/// A straight climb to where another schedule begins, and then that one.
///
/// The climb goes from `start` at step 0; the other schedule's step 0 is the first after it.
/// Source: Goyal et al. 2017. optax's `join_schedules` of a linear one and another.
package struct WarmUp<Rest: Schedule>: Schedule {
  /// The rate of the first step.
  package let start: Double
  /// How many steps the climb takes; none where this is 0.
  package let steps: Int
  /// What comes after the climb.
  package private(set) var rest: Rest

  package init(from start: Double = 0, steps: Int, then rest: Rest) {
    self.start = start
    self.steps = max(0, steps)
    self.rest = rest
  }

  package func rate(at step: Int) -> Double {
    let step = max(0, step)
    guard step < steps else { return rest.rate(at: step - steps) }
    return start + (rest.rate(at: 0) - start) * (Double(step) / Double(steps))
  }
}

/// Losses during the climb count for the schedule after it.
extension WarmUp: AdaptiveSchedule where Rest: AdaptiveSchedule {
  package mutating func observe(_ loss: Double) { rest.observe(loss) }
}

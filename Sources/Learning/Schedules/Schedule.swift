/// The learning rate as a pure function of the step.
///
/// Steps are counted from 0: `rate(at: 0)` is the rate of the first update. Steps before that count
/// as 0. A schedule holds the rate itself rather than a factor, so what it gives goes straight into
/// `Optimizer.step`.
package protocol Schedule: Sendable {
  /// The learning rate of an update: finite and never negative for a rate that is neither.
  func rate(at step: Int) -> Double
}

/// A learning rate that follows the losses of the run besides the step.
///
/// A value: between two losses it is a pure function of the step like any other schedule. A trainer
/// shows its own copy the loss after every epoch.
package protocol AdaptiveSchedule: Schedule {
  /// Takes the loss after the next epoch; not a number where it has overflowed.
  mutating func observe(_ loss: Double)
}

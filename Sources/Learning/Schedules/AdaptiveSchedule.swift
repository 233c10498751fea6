/// A learning rate that follows the losses of the run besides the step.
///
/// A value: between two losses it is a pure function of the step like any other schedule. A trainer
/// shows its own copy the loss after every epoch.
package protocol AdaptiveSchedule: Schedule {
  /// Takes the loss after the next epoch; not a number where it has overflowed.
  mutating func observe(_ loss: Double)
}

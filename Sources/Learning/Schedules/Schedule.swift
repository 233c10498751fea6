/// The learning rate as a pure function of the step.
///
/// Steps are counted from 0: `rate(at: 0)` is the rate of the first update. Steps before that count
/// as 0. A schedule holds the rate itself rather than a factor, so what it gives goes straight into
/// `Optimizer.step`.
package protocol Schedule: Sendable {
  /// The learning rate of an update: finite and never negative for a rate that is neither.
  func rate(at step: Int) -> Double
}

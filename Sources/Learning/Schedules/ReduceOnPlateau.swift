/// The rate times a factor whenever a loss has stopped falling.
///
/// A function of the losses that it was shown instead of the step. PyTorch's `ReduceLROnPlateau`
/// with its relative threshold: a loss counts as better when it is below the best so far times
/// 1 − threshold, and the rate drops once more than `patience` losses in a row were not better.
package struct ReduceOnPlateau: AdaptiveSchedule {
  /// The rate η at the start, at least 0.
  package let rate: Double
  /// The factor γ, in [0, 1).
  package let factor: Double
  /// How many losses in a row may fail to be better.
  package let patience: Int
  /// The share by which a loss must fall to count.
  package let threshold: Double
  /// How many losses after a drop are not held against the new rate.
  package let cooldown: Int
  /// The rate never drops below this.
  package let lowest: Double

  private var current: Double
  private var best = Double.infinity
  /// Losses since the last better one or drop, and how many more are not held against the rate.
  private var (waited, resting) = (0, 0)

  package init(
    _ rate: Double, factor: Double = 0.1, patience: Int = 10, threshold: Double = 1e-4,
    cooldown: Int = 0, lowest: Double = 0
  ) {
    self.rate = rate
    self.factor = factor
    self.patience = max(0, patience)
    self.threshold = threshold
    self.cooldown = max(0, cooldown)
    self.lowest = lowest
    current = rate
  }

  /// The rate after the losses so far, whatever the step.
  package func rate(at step: Int) -> Double { current }

  /// Takes the next loss; one that is not a number is not better.
  package mutating func observe(_ loss: Double) {
    waited += 1
    if loss < best * (1 - threshold) { (best, waited) = (loss, 0) }
    if resting > 0 { (resting, waited) = (resting - 1, 0) }
    guard waited > patience else { return }
    let reduced = max(current * factor, lowest)
    // A change too small to matter is not made, as PyTorch has it.
    if current - reduced > 1e-8 { current = reduced }
    (resting, waited) = (cooldown, 0)
  }

  /// The rate after these further losses, in order.
  package func rate(after losses: [Double]) -> Double {
    var schedule = self
    for loss in losses { schedule.observe(loss) }
    return schedule.current
  }
}

/// The rate times a factor after every so many steps: ηγ^⌊t/s⌋.
///
/// PyTorch's `StepLR`.
package struct StepDecay: Schedule {
  package let rate: Double
  /// The factor γ, in [0, 1].
  package let factor: Double
  /// How many steps the rate stays the same.
  package let period: Int

  /// - Precondition: the period is positive.
  package init(_ rate: Double, factor: Double, every period: Int) {
    precondition(period > 0, "a rate is kept for at least one step")
    self.rate = rate
    self.factor = factor
    self.period = period
  }

  package func rate(at step: Int) -> Double { rate * power(factor, max(0, step) / period) }
}

/// The rate times a factor at every step: ηγᵗ.
///
/// PyTorch's `ExponentialLR`.
package struct ExponentialDecay: Schedule {
  package let rate: Double
  /// The factor γ, in [0, 1].
  package let factor: Double

  package init(_ rate: Double, factor: Double) {
    self.rate = rate
    self.factor = factor
  }

  package func rate(at step: Int) -> Double { rate * power(factor, max(0, step)) }
}

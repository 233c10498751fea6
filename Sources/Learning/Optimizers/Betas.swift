import Numerics

/// The constants of Adam and its relatives, and the powers of them that correct its bias.
struct Betas: Sendable {
  /// What is kept of the mean gradient and of the mean square at each step, both in [0, 1).
  let first, second: Double
  /// Added to the corrected root, so that nothing is divided by 0.
  let epsilon: Double
  /// β₁ᵗ and β₂ᵗ after t steps, by repeated multiplication.
  private var powers = (1.0, 1.0)

  init(_ first: Double, _ second: Double, epsilon: Double) {
    self.first = first
    self.second = second
    self.epsilon = epsilon
  }

  /// Counts a step: the rate divided by 1 − β₁ᵗ, and one over the root of 1 − β₂ᵗ.
  mutating func advance(rate: Double) -> (rate: Double, scale: Double) {
    powers = (powers.0 * first, powers.1 * second)
    return (rate / (1 - powers.0), 1 / Elementary.squareRoot(1 - powers.1))
  }
}

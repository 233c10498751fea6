/// A power of the time that is left: η₁ + (η − η₁)(1 − t/T)^p, held at its end.
///
/// A straight line for p = 1. PyTorch's `PolynomialLR` (with η₁ = 0), optax's `polynomial_schedule`.
package struct PolynomialDecay: Schedule {
  package let rate: Double
  /// The rate η₁ from step T on.
  package let end: Double
  /// The power p, at least 0.
  package let exponent: Double
  /// The length T.
  package let steps: Int

  /// - Precondition: there are steps, and the power is not negative.
  package init(_ rate: Double, to end: Double = 0, power exponent: Double = 1, steps: Int) {
    precondition(steps > 0 && exponent >= 0, "a decay takes steps and a power of at least 0")
    self.rate = rate
    self.end = end
    self.exponent = exponent
    self.steps = steps
  }

  package func rate(at step: Int) -> Double {
    guard step < steps else { return end }
    return end + (rate - end) * power(1 - Double(max(0, step)) / Double(steps), exponent)
  }
}

/// Half a cosine wave down, then held: η₁ + ½(η − η₁)(1 + cos(πt/T)).
///
/// Source: Loshchilov & Hutter 2017. optax and Keras hold the end as this does; PyTorch climbs again,
/// see `CosineWave`.
package struct CosineDecay: Schedule {
  package let rate: Double
  /// The rate η₁ from step T on.
  package let end: Double
  /// The length T.
  package let steps: Int

  /// - Precondition: there are steps.
  package init(_ rate: Double, to end: Double = 0, steps: Int) {
    precondition(steps > 0, "a decay takes steps")
    self.rate = rate
    self.end = end
    self.steps = steps
  }

  package func rate(at step: Int) -> Double {
    guard step < steps else { return end }
    return cosine(from: rate, to: end, Double(max(0, step)) / Double(steps))
  }
}

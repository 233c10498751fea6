/// A rate that falls as one over the time: η / (1 + kt).
///
/// With η = 1 and k = 1, on a parabola of curvature 1, the parameter is the mean of all samples so
/// far. Source: Robbins & Monro 1951.
package struct InverseTimeDecay: Schedule {
  package let rate: Double
  /// How much the divisor k grows at each step, at least 0.
  package let decay: Double

  package init(_ rate: Double, decay: Double) {
    self.rate = rate
    self.decay = decay
  }

  package func rate(at step: Int) -> Double { rate / (1 + decay * Double(max(0, step))) }
}

/// A whole cosine wave that climbs again after its lowest point, over and over.
///
/// PyTorch's closed form of `CosineAnnealingLR`, whose `T_max` is half the period.
package struct CosineWave: Schedule {
  package let rate: Double
  /// The rate at the lowest points.
  package let end: Double
  /// How many steps it takes down, and as many up.
  package let halfPeriod: Int

  /// - Precondition: the half period is positive.
  package init(_ rate: Double, to end: Double = 0, halfPeriod: Int) {
    precondition(halfPeriod > 0, "a wave takes steps")
    self.rate = rate
    self.end = end
    self.halfPeriod = halfPeriod
  }

  package func rate(at step: Int) -> Double {
    // Folded back, so that each wave has the bits of the first.
    let (waves, rest) = max(0, step).quotientAndRemainder(dividingBy: halfPeriod)
    let position = waves.isMultiple(of: 2) ? rest : halfPeriod - rest
    return cosine(from: rate, to: end, Double(position) / Double(halfPeriod))
  }
}

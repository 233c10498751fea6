import Numerics

extension EarlyLook {
  /// What is seen of trainings before their end.
  struct Curve {
    /// κ, and τ.
    let slowStart: Double
    let noise: Double

    init(_ slowStart: Double, _ noise: Double) {
      self.slowStart = slowStart
      self.noise = noise
    }

    /// How much of the final loss shows after so many epochs: below 0 where ranks are reversed.
    func shown(after epochs: Double) -> Double { 1 - slowStart / Elementary.squareRoot(epochs) }

    /// The standard deviation of what is seen besides.
    func blur(after epochs: Double) -> Double { noise / Elementary.squareRoot(epochs) }

    /// The correlation of what is seen with final losses that are standard normal.
    func correlation(after epochs: Double) -> Double {
      let (shown, blur) = (shown(after: epochs), blur(after: epochs))
      return shown / Elementary.squareRoot(shown * shown + blur * blur)
    }
  }
}

extension LookedAt {
  /// The chance that the better of two looks better: Φ(g(√r − κ)/(τ√2)).
  func chance(after epochs: Int) -> Double {
    let root = Elementary.squareRoot(Double(epochs))
    return Elementary.normalDistribution(
      gap * (root - curve.slowStart) / (curve.noise * Elementary.squareRoot(2)))
  }
}

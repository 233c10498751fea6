import Numerics

/// Student's t distribution: of the mean of normal draws over their own standard error.
struct StudentDistribution {
  /// Degrees of freedom, one less than the draws.
  let freedom: Int

  /// The density at 0: Γ((ν + 1)/2)/(√(νπ)Γ(ν/2)).
  private let peak: Double

  /// - Precondition: at least one degree of freedom.
  init(freedom: Int) {
    // The ratio of the two gamma functions grows by (ν + 1)/ν from ν to ν + 2.
    let isOdd = freedom % 2 == 1
    let rootOfPi = Elementary.squareRoot(Double.pi)
    var ratio = isOdd ? 1 / rootOfPi : rootOfPi / 2
    for step in stride(from: isOdd ? 1 : 2, to: freedom, by: 2) {
      ratio *= Double(step + 1) / Double(step)
    }
    peak = ratio / Elementary.squareRoot(Double(freedom) * Double.pi)
    self.freedom = freedom
  }

  func density(_ t: Double) -> Double {
    let base = 1 / (1 + t * t / Double(freedom))
    let power = base.raised(to: (freedom + 1) / 2)
    return peak * (freedom % 2 == 1 ? power : power * Elementary.squareRoot(base))
  }

  /// The chance of a t of at most this size, to either side.
  func within(_ t: Double) -> Double {
    2 * Simpson.integral(from: 0, to: t, parts: 400, of: density)
  }

  /// The size that t exceeds with this chance.
  ///
  /// Newton's steps from 1, where the chance within is too small: it bends down, so that none of them
  /// goes too far.
  /// - Precondition: a chance from 0.01 to 0.3.
  func bound(leaving chance: Double) -> Double {
    var t = 1.0
    for _ in 0..<40 {
      let step = (1 - chance - within(t)) / (2 * density(t))
      t += step
      if step < 1e-12 * t { break }
    }
    return t
  }
}

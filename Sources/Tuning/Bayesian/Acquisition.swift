import Numerics

/// How much is to be hoped from a look at a point where the function is expected to be about so low:
/// the higher, the sooner it is looked at.
package enum Acquisition: Sendable, Hashable {
  /// By how much the value is expected to fall below the best so far less ξ.
  ///
  /// Source: Jones, Schonlau & Welch 1998, "Efficient global optimization of expensive black-box
  /// functions", Journal of Global Optimization 13, equation 15.
  case expectedImprovement(margin: Double)

  /// How likely the value is to fall below the best so far less ξ.
  ///
  /// Source: Kushner 1964, "A new method of locating the maximum point of an arbitrary multipeak curve
  /// in the presence of noise", Journal of Basic Engineering 86.
  case probabilityOfImprovement(margin: Double)

  /// κ deviations below the mean, with its sign turned.
  ///
  /// Source: Srinivas, Krause, Kakade & Seeger 2010, "Gaussian process optimization in the bandit
  /// setting", ICML.
  case lowerConfidenceBound(deviations: Double)

  /// What is to be hoped at a point.
  ///
  /// - Parameters:
  ///   - mean: what the value is expected to be.
  ///   - deviation: the standard deviation of that.
  ///   - best: the lowest value so far.
  package func value(mean: Double, deviation: Double, best: Double) -> Double {
    switch self {
    case .expectedImprovement(let margin):
      let gain = best - margin - mean
      guard deviation > 0 else { return max(0, gain) }
      let z = gain / deviation
      return max(
        0,
        gain * Elementary.normalDistribution(z) + deviation * Elementary.normalDensity(z))
    case .probabilityOfImprovement(let margin):
      let gain = best - margin - mean
      guard deviation > 0 else { return gain > 0 ? 1 : 0 }
      return Elementary.normalDistribution(gain / deviation)
    case .lowerConfidenceBound(let deviations): return deviations * deviation - mean
    }
  }

  /// What orders points as ``value(mean:deviation:best:)`` does, but also those at which next to nothing is
  /// to be hoped: a logarithm, where there is one.
  ///
  /// Where looks are noisy, one more beside many says little: an expected improvement counts by the share
  /// of the deviation that it would take away. Without that a search looks at its best place for ever,
  /// since of what noise hides some improvement is always to be expected.
  ///
  /// Source: Huang, Allen, Notz & Zeng 2006, "Global optimization of stochastic black-box systems via
  /// sequential kriging meta-models", Journal of Global Optimization 34, section 3.3.
  ///
  /// - Parameter noise: the variance of the noise of a look.
  func rank(mean: Double, deviation: Double, best: Double, noise: Double = 0) -> Double {
    let value = value(mean: mean, deviation: deviation, best: best)
    switch self {
    case .lowerConfidenceBound: return value
    case .expectedImprovement(let margin), .probabilityOfImprovement(let margin):
      let z = (best - margin - mean) / max(deviation, 1e-150)
      guard case .expectedImprovement = self else {
        return z > -25 && value > 0
          ? Elementary.log(value) : LogNormal.density(z) - Elementary.log(max(-z, 1))
      }
      let learnt = Self.logShareLearnt(deviation, noise)
      if z > -25, value > 0 { return Elementary.log(value) + learnt }
      // By the first term of the asymptotic series: φ(z)σ/z², and φ(z)/|z|.
      let distance = Elementary.log(max(-z, 1))
      return LogNormal.density(z) - 2 * distance + Elementary.log(max(deviation, 1e-150)) + learnt
    }
  }

  /// The logarithm of 1 − √(noise/(noise + deviation²)), without taking equals off each other.
  private static func logShareLearnt(_ deviation: Double, _ noise: Double) -> Double {
    guard noise > 0 else { return 0 }
    let square = deviation * deviation
    let sum = square + noise
    return Elementary.log(max(square / (sum + Elementary.squareRoot(noise * sum)), 1e-300))
  }
}

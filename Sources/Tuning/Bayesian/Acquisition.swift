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
  func rank(mean: Double, deviation: Double, best: Double) -> Double {
    let value = value(mean: mean, deviation: deviation, best: best)
    switch self {
    case .lowerConfidenceBound: return value
    case .expectedImprovement(let margin), .probabilityOfImprovement(let margin):
      let z = (best - margin - mean) / max(deviation, 1e-150)
      if z > -25, value > 0 { return Elementary.log(value) }
      // By the first term of the asymptotic series: φ(z)σ/z², and φ(z)/|z|.
      let density = LogNormal.density(z)
      let distance = Elementary.log(max(-z, 1))
      guard case .expectedImprovement = self else { return density - distance }
      return density - 2 * distance + Elementary.log(max(deviation, 1e-150))
    }
  }
}

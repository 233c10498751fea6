import Numerics

/// Logarithms of the standard normal distribution, which stay finite far below its middle.
enum LogNormal {
  private static let logOfRootOfTwoPi = 0.91893853320467274

  /// ln φ(z).
  static func density(_ z: Double) -> Double { -0.5 * z * z - logOfRootOfTwoPi }

  /// ln Φ(z); far below by the first term of the asymptotic series, φ(z)/|z|.
  static func distribution(_ z: Double) -> Double {
    guard z < -30 else { return Elementary.log(Elementary.normalDistribution(z)) }
    return density(z) - Elementary.log(-z)
  }
}

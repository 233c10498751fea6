extension RandomStream {
  /// A draw from the standard normal distribution.
  ///
  /// Each takes exactly one number from the stream, by inversion, so that streams stay in step
  /// when only a scale changes. The largest magnitude possible is 8.21.
  package mutating func normal() -> Double {
    // The middles of 2⁵² equal intervals: exact numbers, symmetric, never 0 or 1.
    NormalQuantile.at((Double(bits() >> 12) + 0.5) * 0x1p-52)
  }

  /// A draw from the normal distribution with this mean and standard deviation.
  package mutating func normal(mean: Double, deviation: Double) -> Double {
    mean + deviation * normal()
  }
}

extension Elementary {
  /// The standard normal density φ, e^(−x²/2)/√(2π).
  ///
  /// Its relative error grows with the square, as that is rounded: 4e-15 at x = 8.
  package static func normalDensity(_ x: Double) -> Double {
    exp(-0.5 * x * x) * 0x1.9884533d43651p-2
  }
}

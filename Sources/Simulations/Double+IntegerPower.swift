extension Double {
  /// The number multiplied by itself so many times, by repeated squaring; 1 at 0.
  ///
  /// Its bits are the same on every machine. The relative error grows to about `exponent` half ulps.
  /// - Parameter exponent: below zero it counts as zero.
  func raised(to exponent: Int) -> Double {
    var result = 1.0
    var square = self
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      square *= square
      rest >>= 1
    }
    return result
  }
}

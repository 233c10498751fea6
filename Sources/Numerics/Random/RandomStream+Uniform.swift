extension RandomStream {
  /// A number in [0, 1), one of 2⁵³ equally likely multiples of 2⁻⁵³.
  @inlinable public mutating func uniform() -> Double { Double(bits() >> 11) * 0x1p-53 }

  /// A number from `low` up to, but not including, `high`.
  @inlinable public mutating func uniform(in range: Range<Double>) -> Double {
    let value = range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
    // Rounding may reach the upper end, which does not belong to the range.
    return value < range.upperBound ? value : range.lowerBound
  }

  /// An integer from 0 up to, but not including, `bound`, every one equally likely.
  ///
  /// Source: Lemire 2019, "Fast random integer generation in an interval".
  /// - Precondition: `bound` is positive.
  @inlinable public mutating func integer(below bound: Int) -> Int {
    precondition(bound > 0, "no integer is below \(bound) and not negative")
    let width = UInt64(bound)
    var product = bits().multipliedFullWidth(by: width)
    if product.low < width {
      let unfair = (0 &- width) % width
      while product.low < unfair { product = bits().multipliedFullWidth(by: width) }
    }
    return Int(product.high)
  }

  /// True with the given probability: never at 0, always at 1.
  @inlinable public mutating func bernoulli(_ probability: Double) -> Bool {
    uniform() < probability
  }
}

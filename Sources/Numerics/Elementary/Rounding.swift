/// Rounding to the nearest integer without a rounding instruction.
@usableFromInline enum Rounding {
  /// Added to a number below 2⁵¹ in magnitude, leaves its nearest integer in the last bits.
  @inlinable static var magic: Double { 0x1.8p52 }

  /// ln 2 in two parts; the first has 33 bits, so its product with any exponent is exact.
  @inlinable static var ln2High: Double { 0x1.62e42fefp-1 }
  @inlinable static var ln2Low: Double { 0x1.473de6af278edp-34 }
  @inlinable static var log2e: Double { 0x1.71547652b82fep+0 }

  /// 2ⁿ for the integer `n` that was left in the last bits by adding `magic`; −1022 ≤ n ≤ 1023.
  @inlinable @inline(__always) static func powerOfTwo<V: Lanes>(_ shifted: V) -> V {
    V(bits: (shifted.bits &+ 1023) &<< 52)
  }
}

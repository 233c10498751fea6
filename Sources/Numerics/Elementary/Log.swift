extension Elementary {
  /// The natural logarithm, measured within 0.83 ulp.
  ///
  /// −∞ at ±0, not a number below 0, exact at 1 and ∞, right for subnormals too. The mantissa is
  /// brought to [√½, √2), then an odd series in f/(2 + f) (Tang 1990).
  @inlinable public static func log(_ x: Double) -> Double { logLanes(x) }

  /// The natural logarithm of each lane, with the bits of the scalar function.
  @inlinable public static func log(_ x: SIMD8<Double>) -> SIMD8<Double> { logLanes(x) }

  @inlinable @inline(__always) static func logLanes<V: Lanes>(_ argument: V) -> V {
    let subnormal = argument.below(0x1p-1022)
    let x = V.pick(subnormal, argument * 0x1p54, argument)

    let rootHalf: UInt64 = 0x3fe6_a09e_667f_3bcd
    let shifted = x.bits &+ (0x3ff0_0000_0000_0000 - rootHalf)
    var k = V(bits: (shifted &>> 52) | 0x4330_0000_0000_0000) - (0x1p52 + 1023)
    k = V.pick(subnormal, k - 54, k)
    let f = V(bits: (shifted & 0x000f_ffff_ffff_ffff) &+ rootHalf) - 1
    let y = logOnePlus(f, k)

    let unbounded = V.pick(argument.below(.infinity), y, argument)
    let negative = V.pick(
      argument.below(0), V(repeating: .nan), V(repeating: -.infinity))
    return V.pick(argument.below(.leastNonzeroMagnitude), negative, unbounded)
  }

  /// log(2ᵏ(1 + f)) for √½ ≤ 1 + f < √2.
  @inlinable @inline(__always) static func logOnePlus<V: Lanes>(_ f: V, _ k: V) -> V {
    let s = f / (f + 2)
    let z = s * s
    var p = z * 0x1.2b5f68a50d903p-3 + 0x1.39fdcceb4bb45p-3
    p = p * z + 0x1.7462b91b8df65p-3
    p = p * z + 0x1.c71c62d5e53e0p-3
    p = p * z + 0x1.2492492dfd86cp-2
    p = p * z + 0x1.9999999995273p-2
    p = p * z + 0x1.5555555555558p-1
    let halfSquare = f * f * 0.5
    let tail = s * (halfSquare + p * z) + k * Rounding.ln2Low
    return k * Rounding.ln2High - ((halfSquare - tail) - f)
  }
}

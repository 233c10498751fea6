extension Elementary {
  /// The exponential function, measured within 0.95 ulp (1 for subnormal results).
  ///
  /// Exact at ±0 and ±∞; rounds gradually to subnormals and then to 0 below −745.13, gives ∞ above
  /// 709.78. Reduction by ln 2 in two parts (Cody & Waite 1980), then a polynomial of degree 11.
  @inlinable public static func exp(_ x: Double) -> Double { expLanes(x) }

  /// The exponential of each lane, with the bits of the scalar function.
  @inlinable public static func exp(_ x: SIMD8<Double>) -> SIMD8<Double> { expLanes(x) }

  @inlinable @inline(__always) static func expLanes<V: Lanes>(_ argument: V) -> V {
    expParts(argument).value
  }

  /// The exponential, and what the last addition and the one before rounded away.
  @inlinable @inline(__always) static func expParts<V: Lanes>(_ argument: V) -> (
    value: V, rest: V, earlierRest: V
  ) {
    // Past these ends the result is ∞ or 0 already; the exponents must stay in range.
    var x = V.pick(argument.below(-746), V(repeating: -746), argument)
    x = V.pick(V(repeating: 710).below(x), V(repeating: 710), x)

    let n = (x * Rounding.log2e + Rounding.magic) - Rounding.magic
    let high = x - n * Rounding.ln2High
    let low = n * Rounding.ln2Low
    let r = high - low
    let rest = (high - r) - low

    var p = r * 0x1.af390ba7e6f47p-26 + 0x1.2891d4ffbb0f9p-22
    p = p * r + 0x1.71de0d85293b8p-19
    p = p * r + 0x1.a019b8ca26fcfp-16
    p = p * r + 0x1.a01a01a7cebcdp-13
    p = p * r + 0x1.6c16c1789d1d7p-10
    p = p * r + 0x1.11111111109a6p-7
    p = p * r + 0x1.5555555553d37p-5
    p = p * r + 0x1.5555555555556p-3
    p = p * r + 0x1.0000000000001p-1
    let tail = r * r * p + rest
    let u = r + tail
    let y = u + 1

    // Two half powers: one alone would leave the range before the product does.
    let half = n * 0.5 + Rounding.magic
    let other = (n - (half - Rounding.magic)) + Rounding.magic
    let first = Rounding.powerOfTwo(half)
    let second = Rounding.powerOfTwo(other)
    return (
      y * first * second, (u - (y - 1)) * first * second, (tail - (u - r)) * first * second
    )
  }
}

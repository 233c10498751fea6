extension Elementary {
  /// e^x − 1, measured within 1.30 ulp.
  ///
  /// Keeps its relative precision near 0. Exact at ±0 and for subnormals; −1 at −∞, ∞ above 709.78.
  @inlinable public static func expm1(_ x: Double) -> Double { expm1Lanes(x) }

  /// e^x − 1 of each lane, with the bits of the scalar function.
  @inlinable public static func expm1(_ x: SIMD8<Double>) -> SIMD8<Double> { expm1Lanes(x) }

  @inlinable @inline(__always) static func expm1Lanes<V: Lanes>(_ argument: V) -> V {
    // Past these ends the result is −1 or ∞ already; the exponents must stay in range.
    var x = V.pick(argument.below(-40), V(repeating: -40), argument)
    x = V.pick(V(repeating: 710).below(x), V(repeating: 710), x)

    let shifted = x * Rounding.log2e + Rounding.magic
    let n = shifted - Rounding.magic
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
    let small = r + tail

    // (1 + small)2ⁿ − 1, halved: 2ⁿ itself leaves the range before the result does. Where the two
    // terms cancel, what rounding took from them counts.
    let half = Rounding.powerOfTwo(shifted - 1)
    let (product, term) = (half * small, half - 0.5)
    let sum = product + term
    let sumRest = (product - (sum - term)) + half * (tail - (small - r))
    let y = (sum + sumRest) * 2
    return V.pick(argument.magnitudeLanes.below(0x1p-54), argument, y)
  }
}

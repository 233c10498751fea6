extension Elementary {
  /// The hyperbolic tangent, measured within 1.80 ulp.
  ///
  /// Exact at ±0, for subnormals and at ±∞, and never beyond ±1. With |x| = n · ln 2 / 2 + h, a
  /// polynomial gives p = tanh h, and e^2h = (1 + p) / (1 − p) the rest by a single division.
  @inlinable public static func tanh(_ x: Double) -> Double { tanhLanes(x) }

  /// The hyperbolic tangent of each lane, with the bits of the scalar function.
  @inlinable public static func tanh(_ x: SIMD8<Double>) -> SIMD8<Double> { tanhLanes(x) }

  @inlinable @inline(__always) static func tanhLanes<V: Lanes>(_ x: V) -> V {
    // From 20 on the result is 1 to the last bit.
    let size = V.pick(V(repeating: 20).below(x.magnitudeLanes), V(repeating: 20), x.magnitudeLanes)

    // h is never negative, so that nothing cancels below.
    let shifted = (size * (2 * Rounding.log2e) - 0.5) + Rounding.magic
    let h = size - (shifted - Rounding.magic) * 0x1.62e42fefa39efp-2

    // The polynomial's terms in pairs, so that few steps wait for one another.
    let z = h * h
    let z2 = z * z
    let low =
      (z * 0x1.111111110e9e4p-3 - 0x1.5555555555551p-2)
      + (z * 0x1.664f45029e00ep-6 - 0x1.ba1ba1b367e55p-5) * z2
    let high =
      (z * 0x1.d69331ddfa0cap-9 - 0x1.226d4eef18ef1p-7)
      + (z * 0x1.fefc8f16b3672p-12 - 0x1.78941644f782ap-10) * z2
    let p = h + h * z * (low + high * (z2 * z2))

    // N / (N + 1 − p) with N = (2ⁿ − 1) / 2 + p(2ⁿ + 1) / 2, which for n = 0 is p itself.
    let scale = Rounding.powerOfTwo(shifted - 1)
    let numerator = (scale - 0.5) + (scale + 0.5) * p
    let y = numerator / (numerator + (V(repeating: 1) - p))
    return V(bits: y.bits | x.signBits)
  }
}

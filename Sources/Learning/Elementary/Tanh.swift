extension Elementary {
  /// The hyperbolic tangent, measured within 1.46 ulp.
  ///
  /// Exact at ±0, for subnormals and at ±∞. With t = e^(2|x|) − 1 it is t / (t + 2); t keeps its
  /// relative precision near 0 because the reduced argument is never negative.
  package static func tanh(_ x: Double) -> Double { tanhLanes(x) }

  /// The hyperbolic tangent of each lane, with the bits of the scalar function.
  package static func tanh(_ x: SIMD8<Double>) -> SIMD8<Double> { tanhLanes(x) }

  @inline(__always) static func tanhLanes<V: Lanes>(_ x: V) -> V {
    // From 20 on the result is 1 to the last bit.
    let doubled = x.magnitudeLanes * 2
    let argument = V.pick(V(repeating: 40).below(doubled), V(repeating: 40), doubled)

    let shifted = (argument * Rounding.log2e - 0.5) + Rounding.magic
    let n = shifted - Rounding.magic
    let high = argument - n * Rounding.ln2High
    let low = n * Rounding.ln2Low
    let r = high - low
    let rest = (high - r) - low

    var p = r * 0x1.20004c72adef3p-25 + 0x1.19ce6babb1150p-22
    p = p * r + 0x1.7356e75237180p-19
    p = p * r + 0x1.a00278dae3a82p-16
    p = p * r + 0x1.a01ae966c0127p-13
    p = p * r + 0x1.6c16bc02b117bp-10
    p = p * r + 0x1.111111239bcf8p-7
    p = p * r + 0x1.5555555514e7cp-5
    p = p * r + 0x1.5555555555ac1p-3
    p = p * r + 0x1.ffffffffffffep-2
    let tail = r * r * p + rest
    let small = r + tail
    let scale = Rounding.powerOfTwo(shifted)
    let t = scale * small + (scale - 1)
    let tRest = scale * ((r - small) + tail)

    // Quotient first; then what rounding took from t and from t + 2, by 1 / (t + 2) = (1 − q) / 2.
    let divisor = t + 2
    let divisorRest = (t - (divisor - 2)) + tRest
    let q = t / divisor
    // Beyond 16 too little is left of 1 − q to tell, and 1 must not be passed.
    let reciprocal = V.pick(
      argument.below(32), V(repeating: 0.5) - q * 0.5, V(repeating: 0))
    let y = q + (tRest - q * divisorRest) * reciprocal
    return V(bits: y.bits | x.signBits)
  }
}

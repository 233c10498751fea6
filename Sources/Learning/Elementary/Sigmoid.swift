extension Elementary {
  /// The logistic function 1 / (1 + e⁻ˣ), at most 2 ulp from the true value.
  ///
  /// Keeps its relative precision far below 0, where it is e^x, down to the subnormals.
  package static func sigmoid(_ x: Double) -> Double { sigmoidLanes(x) }

  /// The logistic function of each lane, with the bits of the scalar function.
  package static func sigmoid(_ x: SIMD8<Double>) -> SIMD8<Double> { sigmoidLanes(x) }

  /// The softplus function log(1 + e^x), at most 2 ulp from the true value.
  ///
  /// Never overflows: it is x for large x, and e^x down to the subnormals for very negative x.
  package static func softplus(_ x: Double) -> Double { softplusLanes(x) }

  /// The softplus function of each lane, with the bits of the scalar function.
  package static func softplus(_ x: SIMD8<Double>) -> SIMD8<Double> { softplusLanes(x) }

  @inline(__always) static func sigmoidLanes<V: Lanes>(_ x: V) -> V {
    // z / (1 + z) for −|x|; then what rounding took from both, by 1 / (1 + z) = 1 − q.
    let (z, zRest) = expParts(V(bits: x.bits | 0x8000_0000_0000_0000))
    let divisor = z + 1
    let divisorRest = (z - (divisor - 1)) + zRest
    let q = z / divisor
    let complement = V(repeating: 1) - q
    let y = q + (zRest - q * divisorRest) * complement
    return V.pick(x.below(0), y, V(repeating: 1) - y)
  }

  @inline(__always) static func softplusLanes<V: Lanes>(_ x: V) -> V {
    let z = expLanes(V(bits: x.bits | 0x8000_0000_0000_0000))
    let small = z.below(0x1.a827999fcef32p-2)  // √2 − 1
    let f = V.pick(small, z, (z - 1) * 0.5)
    let k = V.pick(small, V(repeating: 0), V(repeating: 1))
    return V.pick(x.below(0), V(repeating: 0), x) + logOnePlus(f, k)
  }
}

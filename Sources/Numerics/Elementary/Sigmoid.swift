extension Elementary {
  /// The logistic function 1 / (1 + e⁻ˣ), measured within 1.38 ulp.
  ///
  /// Keeps its relative precision far below 0, where it is e^x, down to the subnormals.
  @inlinable public static func sigmoid(_ x: Double) -> Double { sigmoidLanes(x) }

  /// The logistic function of each lane, with the bits of the scalar function.
  @inlinable public static func sigmoid(_ x: SIMD8<Double>) -> SIMD8<Double> { sigmoidLanes(x) }

  @inlinable @inline(__always) static func sigmoidLanes<V: Lanes>(_ x: V) -> V {
    let (z, zRest, _) = expParts(V(bits: x.bits | 0x8000_0000_0000_0000))
    return sigmoidLanes(x, (z, zRest))
  }

  /// The logistic function where e^−|x| is known already, in two parts.
  @inlinable @inline(__always) static func sigmoidLanes<V: Lanes>(
    _ x: V, _ power: (value: V, rest: V)
  ) -> V {
    // z / (1 + z) for −|x|; then what rounding took from both, by 1 / (1 + z) = 1 − q.
    let (z, zRest) = power
    let divisor = z + 1
    let divisorRest = (z - (divisor - 1)) + zRest
    let q = z / divisor
    let complement = V(repeating: 1) - q
    let y = q + (zRest - q * divisorRest) * complement
    return V.pick(x.below(0), y, V(repeating: 1) - y)
  }

  /// The logistic function of each lane, and log(1 + e^−|x|), for which both take the same power.
  @inlinable @inline(__always) public static func logistic(_ x: SIMD8<Double>) -> (
    value: SIMD8<Double>, logOnePlusPower: SIMD8<Double>
  ) {
    let (power, rest, _) = expParts(SIMD8<Double>(bits: x.bits | 0x8000_0000_0000_0000))
    return (sigmoidLanes(x, (power, rest)), logOnePlusPower(power))
  }
}

extension Elementary {
  /// The softplus function log(1 + e^x), measured within 1.62 ulp.
  ///
  /// Never overflows: it is x for large x, and e^x down to the subnormals for very negative x.
  @inlinable public static func softplus(_ x: Double) -> Double { softplusLanes(x) }

  /// The softplus function of each lane, with the bits of the scalar function.
  @inlinable public static func softplus(_ x: SIMD8<Double>) -> SIMD8<Double> { softplusLanes(x) }

  @inlinable @inline(__always) static func softplusLanes<V: Lanes>(_ x: V) -> V {
    let z = expLanes(V(bits: x.bits | 0x8000_0000_0000_0000))
    return V.pick(x.below(0), V(repeating: 0), x) + logOnePlusPower(z)
  }

  /// log(1 + z) for 0 ≤ z ≤ 1.
  @inlinable @inline(__always) static func logOnePlusPower<V: Lanes>(_ z: V) -> V {
    let small = z.below(0x1.a827999fcef32p-2)  // √2 − 1
    let f = V.pick(small, z, (z - 1) * 0.5)
    let k = V.pick(small, V(repeating: 0), V(repeating: 1))
    return logOnePlus(f, k)
  }
}

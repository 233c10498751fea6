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

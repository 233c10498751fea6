extension Elementary {
  /// The sine of any finite argument, measured within 0.82 ulp.
  ///
  /// Arguments up to 10⁶ are reduced by π/2 in four parts (Cody & Waite 1980), larger ones by
  /// multiplying with the right bits of 2/π (Payne & Hanek 1983). Not a number at ±∞.
  package static func sin(_ x: Double) -> Double { sinLanes(x) }

  /// The sine of each lane, with the bits of the scalar function.
  package static func sin(_ x: SIMD8<Double>) -> SIMD8<Double> { sinLanes(x) }

  /// The cosine of any finite argument, measured within 0.82 ulp.
  ///
  /// Reduced as the sine is. Not a number at ±∞.
  package static func cos(_ x: Double) -> Double { cosLanes(x) }

  /// The cosine of each lane, with the bits of the scalar function.
  package static func cos(_ x: SIMD8<Double>) -> SIMD8<Double> { cosLanes(x) }

  @inline(__always) private static func sinLanes<V: Lanes>(_ x: V) -> V {
    let y = quarterWave(Reduction(x), turns: 0)
    return V.pick(x.magnitudeLanes.below(0x1p-27), x, y)
  }

  @inline(__always) private static func cosLanes<V: Lanes>(_ x: V) -> V {
    quarterWave(Reduction(x), turns: 1)
  }

  /// The sine of an argument that is `turns` quarter turns further on.
  @inline(__always) private static func quarterWave<V: Lanes>(_ x: Reduction<V>, turns: UInt64) -> V
  {
    let r = x.high
    let z = r * r

    var p = z * 0x1.5e0b05bff20f2p-33 - 0x1.ae600aca92c64p-26
    p = p * z + 0x1.71de379654304p-19
    p = p * z - 0x1.a01a019e83816p-13
    p = p * z + 0x1.1111111110bb2p-7
    let cube = z * r
    let sine = r - ((z * (x.low * 0.5 - cube * p) - x.low) + cube * 0x1.5555555555555p-3)

    var c = z * -0x1.907d8f29fe831p-37 + 0x1.1eeb68cd22f56p-29
    c = c * z - 0x1.27e4fa17bf139p-22
    c = c * z + 0x1.a01a019f4e9b4p-16
    c = c * z - 0x1.6c16c16c16967p-10
    c = c * z + 0x1.5555555555555p-5
    let half = z * 0.5
    let w = V(repeating: 1) - half
    let cosine = w + (((V(repeating: 1) - w) - half) + (z * z * c - r * x.low))

    let quadrant = x.quadrant &+ turns
    let odd = V(bits: (quadrant & 1) | 0x4330_0000_0000_0000) - 0x1p52
    let wave = V.pick(odd.below(0.5), sine, cosine)
    return V(bits: wave.bits ^ ((quadrant & 2) &<< 62))
  }
}

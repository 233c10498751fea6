extension Elementary {
  /// log(1 + x), measured within 1.44 ulp.
  ///
  /// Keeps its relative precision near 0. −∞ at −1, not a number below; exact at ±0 and ∞. The
  /// logarithm of the rounded sum, and what rounding took from the sum over it.
  @inlinable public static func log1p(_ x: Double) -> Double { log1pLanes(x) }

  /// log(1 + x) of each lane, with the bits of the scalar function.
  @inlinable public static func log1p(_ x: SIMD8<Double>) -> SIMD8<Double> { log1pLanes(x) }

  @inlinable @inline(__always) static func log1pLanes<V: Lanes>(_ x: V) -> V {
    let sum = x + 1
    let added = sum - 1
    let rest = (V(repeating: 1) - (sum - added)) + (x - added)
    let logarithm = logLanes(sum)
    let y = V.pick(
      logarithm.magnitudeLanes.below(.infinity), logarithm + rest / sum, logarithm)
    return V.pick(x.magnitudeLanes.below(0x1p-54), x, y)
  }
}

extension Elementary {
  /// The standard normal distribution function Φ, measured within 1.35 ulp (1.5 for subnormal results).
  ///
  /// Keeps its relative precision far below 0, down to the subnormals. Φ(−t) is e^(−t²/2) times a
  /// function that hardly varies (Mills's ratio); a polynomial of degree 22 in (t − 5)/(t + 5) gives
  /// that function times t + 1¼. Square, power, quotient and product are taken in two parts, so
  /// that little is rounded away before the last addition.
  @inlinable public static func normalDistribution(_ x: Double) -> Double {
    normalDistributionLanes(x)
  }

  /// The standard normal distribution function of each lane, with the bits of the scalar function.
  @inlinable public static func normalDistribution(_ x: SIMD8<Double>) -> SIMD8<Double> {
    normalDistributionLanes(x)
  }

  @inlinable @inline(__always) static func normalDistributionLanes<V: Lanes>(_ x: V) -> V {
    // Beyond 39 nothing is left of the smaller tail.
    let size = x.magnitudeLanes
    let t = V.pick(V(repeating: 39).below(size), V(repeating: 39), size)

    let high = t.head
    let low = t - high
    let square = t * t
    let squareRest = ((high * high - square) + high * low * 2) + low * low
    let (power, sumRest, termRest) = expParts(square * -0.5)
    let powerRest = (sumRest + termRest) - power * squareRest * 0.5

    let s = (t - 5) / (t + 5)
    var p = s * 0x1.85f40fe982ac1p-31 + 0x1.0eb6e399f560cp-28
    p = p * s + 0x1.065bb5244dd4bp-30
    p = p * s - 0x1.07a98ec140524p-25
    p = p * s - 0x1.af2cd68d18b76p-26
    p = p * s + 0x1.95f788821c5c5p-23
    p = p * s + 0x1.3634b4f2d2a60p-23
    p = p * s - 0x1.4f41962cb1a4bp-20
    p = p * s - 0x1.ff2852a2110f7p-23
    p = p * s + 0x1.2562039c29428p-17
    p = p * s - 0x1.145439bcbea6bp-17
    p = p * s - 0x1.bfae1a41ec156p-15
    p = p * s + 0x1.5eb379969e1e3p-13
    p = p * s + 0x1.5af5d013c9bbbp-15
    p = p * s - 0x1.a8fbdc632a60fp-10
    p = p * s + 0x1.84736adbe19dbp-8
    p = p * s - 0x1.a77265b40d19fp-7
    p = p * s + 0x1.321c3a9d761eep-6
    p = p * s - 0x1.d9140d6f72f5ep-7
    p = p * s - 0x1.4ed7f8c39c645p-7
    p = p * s + 0x1.ebe8e26b67125p-5
    p = p * s - 0x1.04f3080b418b7p-3
    let product = p * s
    let scaled = product + 0x1.ec4896da77b19p-2
    let scaledRest = (product - (scaled - 0x1.ec4896da77b19p-2)) + 0x1.5d4d84810d640p-56
    let divisor = t + 1.25
    let added = divisor - t
    let divisorRest = (t - (divisor - added)) + (V(repeating: 1.25) - added)

    // Products of heads are exact, so what the head of the quotient leaves over is known too.
    let reciprocal = V(repeating: 1) / divisor
    let quotient = (scaled * reciprocal).head
    let divisorHead = divisor.head
    let remainder =
      ((scaled - quotient * divisorHead) - quotient * (divisor - divisorHead))
      + (scaledRest - quotient * divisorRest)
    let powerHead = power.head
    let rest = (powerRest * scaled + power * remainder) * reciprocal
    let tail = powerHead * quotient + ((power - powerHead) * quotient + rest)
    return V.pick(x.below(0), tail, V(repeating: 1) - tail)
  }
}

extension Elementary {
  /// The standard normal distribution function Φ, measured within 2.38 ulp.
  ///
  /// Keeps its relative precision far below 0, down to the subnormals. Φ(−t) is e^(−t²/2) times a
  /// function that hardly varies (Mills's ratio), the square taken with its rounding error; a
  /// polynomial of degree 22 in (t − 5)/(t + 5) gives that function times t + 1¼.
  package static func normalDistribution(_ x: Double) -> Double { normalDistributionLanes(x) }

  /// The standard normal distribution function of each lane, with the bits of the scalar function.
  package static func normalDistribution(_ x: SIMD8<Double>) -> SIMD8<Double> {
    normalDistributionLanes(x)
  }

  @inline(__always) static func normalDistributionLanes<V: Lanes>(_ x: V) -> V {
    // Beyond 39 nothing is left of the smaller tail.
    let size = x.magnitudeLanes
    let t = V.pick(V(repeating: 39).below(size), V(repeating: 39), size)

    let split = t * 134_217_729
    let high = split - (split - t)
    let low = t - high
    let square = t * t
    let squareRest = ((high * high - square) + high * low * 2) + low * low
    let (power, powerRest) = expParts(square * -0.5)

    let s = (t - 5) / (t + 5)
    var p = s * 0x1.7891ae82ecd63p-31 + 0x1.06c76b4a6e55ap-28
    p = p * s + 0x1.d3dee29ea0499p-31
    p = p * s - 0x1.0586ea4d95c26p-25
    p = p * s - 0x1.a7f2820d7f1f5p-26
    p = p * s + 0x1.95a11c87e1ae5p-23
    p = p * s + 0x1.34fc025c575b3p-23
    p = p * s - 0x1.4f442de566272p-20
    p = p * s - 0x1.fe49b9d7e2a82p-23
    p = p * s + 0x1.2562e58232f80p-17
    p = p * s - 0x1.1455b186ccb73p-17
    p = p * s - 0x1.bfae3b1bfa906p-15
    p = p * s + 0x1.5eb37fac3d953p-13
    p = p * s + 0x1.5af5d9b733411p-15
    p = p * s - 0x1.a8fbdc81d2318p-10
    p = p * s + 0x1.84736ad8c8345p-8
    p = p * s - 0x1.a77265b3b3f1ap-7
    p = p * s + 0x1.321c3a9d86d17p-6
    p = p * s - 0x1.d9140d6f7721bp-7
    p = p * s - 0x1.4ed7f8c39da54p-7
    p = p * s + 0x1.ebe8e26b67175p-5
    p = p * s - 0x1.04f3080b418b3p-3
    let product = p * s
    let scaled = product + 0x1.ec4896da77b19p-2
    let divisor = t + 1.25
    let quotient = scaled / divisor
    // What rounding took from the polynomial, the divisor, the power and the square.
    let scaledRest = product - (scaled - 0x1.ec4896da77b19p-2)
    let added = divisor - t
    let divisorRest = (t - (divisor - added)) + (V(repeating: 1.25) - added)
    let rest =
      (powerRest - power * squareRest * 0.5) * scaled
      + power * (scaledRest - quotient * divisorRest)
    let tail = power * quotient + rest / divisor
    return V.pick(x.below(0), tail, V(repeating: 1) - tail)
  }
}

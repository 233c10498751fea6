extension Elementary {
  /// The square root, correctly rounded as IEEE 754 prescribes.
  ///
  /// The same bits as the processor's own instruction, which the standard library wraps in a call
  /// to the C library on some systems. Keeps ±0 and ∞; not a number below 0.
  package static func squareRoot(_ x: Double) -> Double {
    guard x > 0, x < .infinity else { return x < 0 ? .nan : x }
    // Subnormals by an even power of two, halved again at the end.
    let subnormal = x < 0x1p-1022
    let scaled = subnormal ? x * 0x1p108 : x

    // x = radicand · 2^(2·power − 52): its root is an integer of 53 bits times 2^(power − 26).
    let exponent = Int(scaled.exponentBitPattern) - 1075
    let odd = exponent & 1
    let mantissa = (scaled.significandBitPattern | 1 << 52) << UInt64(odd)
    let power = (exponent - odd) / 2 - (subnormal ? 54 : 0)
    let radicand = UInt128(mantissa) << 52

    // Newton's method from a guess within 4 %, then exact integers decide.
    let target = Double(mantissa) * 0x1p52
    var guess = Double(bitPattern: (target.bitPattern >> 1) &+ 0x1ff7_a7d0_0000_0000)
    for _ in 0..<4 { guess = 0.5 * (guess + target / guess) }
    var root = UInt128(UInt64(guess))
    while root * root > radicand { root -= 1 }
    while (root + 1) * (root + 1) <= radicand { root += 1 }
    if radicand - root * root > root { root += 1 }
    return Double(UInt64(root)) * Double(sign: .plus, exponent: power - 26, significand: 1)
  }
}

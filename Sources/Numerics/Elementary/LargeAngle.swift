/// Reduction of angles beyond 10⁶ with as many bits of 2/π as their size calls for.
///
/// Source: Payne & Hanek 1983, "Radian reduction for trigonometric functions".
enum LargeAngle {
  /// The bits of 2/π after a word of zeros, most significant first.
  private static let twoOverPi: [UInt64] = [
    0, 0xa2f9_836e_4e44_1529, 0xfc27_57d1_f534_ddc0, 0xdb62_9599_3c43_9041,
    0xfe51_63ab_debb_c561, 0xb724_6e3a_424d_d2e0, 0x0649_2eea_09d1_921c,
    0xfe1d_eb1c_b129_a73e, 0xe882_35f5_2ebb_4484, 0xe99c_7026_b45f_7e41,
    0x3991_d639_8353_39f4, 0x9c84_5f8b_bdf9_283b, 0x1ff8_97ff_de05_980f,
    0xef2f_118b_5a0a_6d1f, 0x6d36_7ecf_27cb_09b7, 0x4f46_3f66_9e5f_ea2d,
    0x7527_bac7_ebe5_f17b, 0x3d07_39f7_8a52_92ea, 0x6bfb_5fb1_1f8d_5d08,
    0x5603_3046_fc7b_6bab, 0xf0cf_bc20_9af4_361d,
  ]

  /// What remains of the angle in [−π/4, π/4] in two parts, and the quarter turns modulo 4.
  ///
  /// Takes magnitudes from 2¹⁹ on; ±∞ and not-a-number give not-a-number.
  static func reduce(_ x: Double) -> (high: Double, low: Double, quadrant: UInt64) {
    guard x.isFinite else { return (.nan, .nan, 0) }
    // |x| = mantissa · 2^(exponent − 1075). Bits of 2/π that only add multiples of 4 are skipped.
    let mantissa = x.significandBitPattern | (1 << 52)
    let skipped = 64 + (Int(x.exponentBitPattern) - 1075) - 2
    let (word, shift) = (skipped / 64, UInt64(skipped % 64))
    func window(_ index: Int) -> UInt64 {
      // A shift by 64 gives 0, as wanted.
      (twoOverPi[word + index] << shift) | (twoOverPi[word + index + 1] >> (64 - shift))
    }

    // mantissa × 192 bits, modulo 2¹⁹²: two bits of quadrant, then the fraction.
    let last = mantissa.multipliedFullWidth(by: window(2))
    let middle = mantissa.multipliedFullWidth(by: window(1))
    let (sum, carry) = middle.low.addingReportingOverflow(last.high)
    let top = mantissa &* window(0) &+ middle.high &+ (carry ? 1 : 0)
    var quadrant = top >> 62
    var fraction = (UInt128(top) << 66) | (UInt128(sum) << 2) | UInt128(last.low >> 62)

    // Above one half the next quarter turn is nearer.
    let negative = fraction >> 127 == 1
    if negative {
      quadrant &+= 1
      fraction = 0 &- fraction
    }
    let zeros = fraction.leadingZeroBitCount
    let normalized = fraction << UInt128(zeros)
    let scale = Double(sign: .plus, exponent: -53 - zeros, significand: 1)
    let head = Double(UInt64(normalized >> 75)) * scale
    let tail = Double(UInt64((normalized >> 22) & 0x1f_ffff_ffff_ffff)) * (scale * 0x1p-53)

    // (head + tail) · π/2, with the rounding error of the large product.
    let (product, error) = product(head, 0x1.921fb54442d18p+0)
    let rest = error + (head * 0x1.1a62633145c07p-54 + tail * 0x1.921fb54442d18p+0)
    let high = product + rest
    let low = (product - high) + rest
    // The angle −x has the opposite remainder and turns.
    let turned = x < 0
    let flipped = negative != turned
    return (flipped ? -high : high, flipped ? -low : low, turned ? 0 &- quadrant : quadrant)
  }

  /// a · b, and what rounding took from it (Dekker 1971).
  private static func product(_ a: Double, _ b: Double) -> (Double, Double) {
    func split(_ x: Double) -> (Double, Double) {
      let c = x * 134_217_729
      let high = c - (c - x)
      return (high, x - high)
    }
    let p = a * b
    let (a1, a2) = split(a)
    let (b1, b2) = split(b)
    return (p, ((a1 * b1 - p) + a1 * b2 + a2 * b1) + a2 * b2)
  }
}

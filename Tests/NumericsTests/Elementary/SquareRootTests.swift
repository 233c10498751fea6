import Numerics
import Testing

@Suite struct SquareRootTests {
  static let special: [(Double, Double)] = [
    (0, 0), (-0.0, -0.0), (.infinity, .infinity), (-1, .nan), (.nan, .nan),
    (.leastNonzeroMagnitude, 0x1p-537), (.greatestFiniteMagnitude, 0x1.fffffffffffffp511),
  ]

  /// No other number is nearer: the square lies between those of the middles to the neighbours.
  ///
  /// In exact integers: x = m · 2²ᵏ with a root of 54 bits and a half, so that (2r ± 1)² is compared
  /// with 4m.
  @Test func isRoundedCorrectly() {
    var stream = RandomStream(seed: 1, "roots")
    for _ in 0..<20_000 {
      let x = Double(bitPattern: stream.bits()).magnitude
      guard x.isNormal else { continue }
      let odd = (Int(x.exponent) % 2 + 2) % 2
      let mantissa = UInt128(x.significandBitPattern | 1 << 52) << UInt128(52 + odd)
      let root = Elementary.squareRoot(x)
      let digits = UInt128(root.significandBitPattern | 1 << 52)
      #expect(root.exponent == (x.exponent - Double.Exponent(odd)) / 2)
      #expect((2 * digits - 1) * (2 * digits - 1) < 4 * mantissa)
      #expect((2 * digits + 1) * (2 * digits + 1) > 4 * mantissa)
    }
  }

  /// Squares of every size come back exactly, and their neighbours round to the right side.
  @Test func squaresAreExact() {
    var stream = RandomStream(seed: 2, "roots")
    for _ in 0..<20_000 {
      let root = Double(1 + stream.integer(below: 1 << 26))
      #expect(Elementary.squareRoot(root * root) == root)
      #expect(Elementary.squareRoot((root * root).nextUp) >= root)
    }
  }

  @Test(arguments: special)
  func specialValues(x: Double, expected: Double) {
    let root = Elementary.squareRoot(x)
    #expect(expected.isNaN ? root.isNaN : root.bitPattern == expected.bitPattern)
  }
}

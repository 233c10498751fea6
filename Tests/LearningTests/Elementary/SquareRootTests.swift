import Learning
import Testing

@Suite struct SquareRootTests {
  static let special: [(Double, Double)] = [
    (0, 0), (-0.0, -0.0), (.infinity, .infinity), (-1, .nan), (.nan, .nan),
    (.leastNonzeroMagnitude, 0x1p-537), (.greatestFiniteMagnitude, 0x1.fffffffffffffp511),
  ]

  @Test func agreesWithTheInstruction() {
    var stream = RandomStream(seed: 1, "roots")
    for _ in 0..<50_000 {
      let x = Double(bitPattern: stream.bits()).magnitude
      let root = Elementary.squareRoot(x)
      #expect(x.isNaN ? root.isNaN : root == x.squareRoot())
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

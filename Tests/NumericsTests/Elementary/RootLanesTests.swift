import Testing

@testable import Numerics

@Suite struct RootLanesTests {
  /// Integers decide in `Elementary.squareRoot`, the processor decides here.
  @Test func agreesWithExactIntegers() {
    var stream = RandomStream(seed: 3, "roots")
    for _ in 0..<5_000 {
      var x = SIMD8<Double>.zero
      for lane in 0..<8 { x[lane] = Double(bitPattern: stream.bits()).magnitude }
      let root = rootLanes(x)
      for lane in 0..<8 {
        let exact = Elementary.squareRoot(x[lane])
        #expect(exact.isNaN ? root[lane].isNaN : root[lane].bitPattern == exact.bitPattern)
      }
    }
  }

  @Test func specialValues() {
    let root = rootLanes(
      SIMD8(0, -0.0, .infinity, -1, .nan, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 4))
    #expect(root[0] == 0 && root[1] == 0 && root[2] == .infinity && root[3] == 0)
    #expect(root[4].isNaN && root[5] == 0x1p-537 && root[6] == 0x1.fffffffffffffp511)
    #expect(root[7] == 2)
  }
}

import Numerics
import Testing

@Suite struct NormalQuantileLanesTests {
  /// Both tails, the seams between the three approximations, and what is no probability.
  static let special: [Double] = [
    0, 1, -0.1, 1.1, .nan, .infinity, 0.5, 0.075, 0.925, 0.075.nextDown, 0.075.nextUp,
    0.925.nextDown, 0.925.nextUp, 1e-300, 1e-16, 1.4e-11, 1e-10, 0x1p-53, 1 - 0x1p-53, 0.3,
  ]

  private static func replaced(_ probabilities: [Double]) -> [UInt64] {
    var numbers = probabilities
    var span = numbers.mutableSpan
    NormalQuantile.replace(&span)
    return numbers.map { $0.isNaN ? 0 : $0.bitPattern }
  }

  private static func alone(_ probabilities: [Double]) -> [UInt64] {
    probabilities.map(NormalQuantile.at).map { $0.isNaN ? 0 : $0.bitPattern }
  }

  @Test(arguments: [0, 1, 7, 8, 9, 63, 64, 65, 1000])
  func manyAreAsOneByOne(count: Int) {
    var stream = RandomStream(seed: 3, "probabilities")
    let probabilities = (0..<count).map { _ in stream.uniform() }
    #expect(Self.replaced(probabilities) == Self.alone(probabilities))
  }

  /// Every special probability at every place of an eight, and all of them as tails of one chunk.
  @Test func specialOnesToo() {
    for start in 0..<8 {
      let probabilities = Array(repeating: 0.4, count: start) + Self.special + [0.6, 0.02]
      #expect(Self.replaced(probabilities) == Self.alone(probabilities))
    }
    let tails = (1...200).map { Double($0) * 0x1p-40 }
    #expect(Self.replaced(tails) == Self.alone(tails))
  }
}

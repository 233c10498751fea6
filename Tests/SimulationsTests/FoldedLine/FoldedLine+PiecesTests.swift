import Learning
import Numerics
import Testing

@testable import Simulations

@Suite struct LinearPiecesTests {
  private static func random(_ widths: [Int], seed: UInt64) -> Network {
    var stream = RandomStream(seed: seed, "test")
    return Network(widths: widths, hidden: .relu, initialization: .fanIn, from: &stream)
  }

  /// Between bends the network is the straight line through its values there.
  @Test(arguments: [[1, 6, 1], [1, 5, 4, 1], [1, 3, 3, 3, 1], [1, 8, 1, 8, 1]])
  func piecesAreStraight(widths: [Int]) {
    for seed in 0..<30 as Range<UInt64> {
      let network = Self.random(widths, seed: seed)
      let pieces = LinearPieces(of: network, over: -10...10)
      #expect(pieces.x == pieces.x.sorted() && pieces.x.first == -10 && pieces.x.last == 10)
      for piece in 0..<pieces.count {
        let (a, b) = (pieces.x[piece], pieces.x[piece + 1])
        let (left, right) = (pieces.y[piece], pieces.y[piece + 1])
        for share in [0.2, 0.5, 0.9] {
          let value = network.predictions(for: [a + share * (b - a)])[0]
          #expect(abs(value - (left + share * (right - left))) < 1e-6)
        }
      }
    }
  }

  @Test func oneLayerHasAtMostOnePieceMoreThanUnits() {
    let counts = (0..<50 as Range<UInt64>).map {
      LinearPieces(of: Self.random([1, 7, 1], seed: $0), over: -1000...1000).count
    }
    #expect(counts.allSatisfy { (1...8).contains($0) })
    #expect(counts.contains(8))
  }

  @Test func aNetworkThatIsFlatIsOnePiece() {
    var stream = RandomStream(seed: 0, "none")
    let network = Network(
      widths: [1, 4, 4, 1], hidden: .relu, initialization: .zeros, from: &stream)
    #expect(LinearPieces(of: network, over: 0...1).count == 1)
  }
}

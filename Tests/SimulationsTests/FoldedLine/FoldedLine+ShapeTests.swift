import Learning
import Testing

@testable import Simulations

@Suite struct FoldedShapeTests {
  @Test(arguments: [
    (1, 12, [12]), (4, 14, [4, 4, 3, 3]), (6, 12, [2, 2, 2, 2, 2, 2]),
    (10, 12, [2, 2, 1, 1, 1, 1, 1, 1, 1, 1]), (3, 2, [1, 1, 1]), (0, 5, [5]),
  ])
  func dealsUnitsOutEvenly(depth: Int, units: Int, widths: [Int]) {
    let shape = FoldedShape(depth: depth, units: units)
    #expect(shape.widths == widths)
    #expect(shape.predictedPieces == widths.reduce(1, *))
  }

  /// The zigzag of a layer runs between 0 and 1, whatever its width.
  @Test(arguments: 1...30)
  func aLayerIsAZigzag(width: Int) {
    let network = FoldedShape(depth: 1, units: width).network
    let places = (0...width).map { Double($0) / Double(width) }
    for (index, value) in network.predictions(for: places).enumerated() {
      #expect(abs(value - (index.isMultiple(of: 2) ? 0 : 1)) < 1e-12)
    }
  }

  /// The tent map written down: 2x up to a half, 2 − 2x from there on.
  @Test func aDeepNetworkRepeatsTheTentMap() {
    let network = FoldedShape(depth: 5, units: 10).network
    for place in 0...64 {
      let x = Double(place) / 64
      var folded = x
      for _ in 0..<5 { folded = folded < 0.5 ? 2 * folded : 2 - 2 * folded }
      #expect(network.predictions(for: [x]) == [folded])
    }
  }

  @Test func parametersAreThoseOfItsShape() {
    for shape in FoldedShape.all(units: 17) {
      let widths = [1] + shape.widths + [1]
      let count = zip(widths, widths.dropFirst()).reduce(0) { $0 + ($1.0 + 1) * $1.1 }
      #expect(shape.network.parameters.count == count)
    }
  }
}

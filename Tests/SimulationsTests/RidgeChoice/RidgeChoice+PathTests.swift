import Numerics
import Testing

@testable import Simulations

@Suite struct RidgePathTests {
  static func rows(_ count: Int, _ columns: Int) -> RegressionRows {
    ChoiceSample.data(7, features: columns, rows: count, seed: 5)
  }

  /// The weights of a fit by Cholesky's factor, turned, are those of the sweep.
  @Test(arguments: [(40, 20), (25, 30), (40, 30), (12, 2), (6, 1)])
  func weightsOfEveryPenalty(count: Int, columns: Int) throws {
    let rows = Self.rows(count, columns)
    let all = rows.products(0..<count)
    let path = RidgePath(all, columns: columns)
    let penalties = SIMD8(0.01, 0.1, 0.5, 1, 8, 30, 200, 1000)
    let weights = path.weights(penalties)
    for lane in 0..<8 {
      let fit = try #require(RidgeFit(rows, all, penalty: penalties[lane]))
      let turned = path.turned(fit.weights[...])
      for column in 0..<columns {
        #expect(abs(weights[column][lane] - turned[column]) < 1e-9, "\(lane), \(column)")
      }
      let freedom = fit.leverages.reduce(0, +)
      #expect(abs(path.freedom(penalties[lane]) - freedom) < 1e-8 * Double(columns))
    }
  }

  /// Reflections keep all products, be it of one row with another or of rows with weights.
  @Test func turningKeepsProducts() {
    let rows = Self.rows(40, 20)
    let path = RidgePath(rows.products(0..<40), columns: 20)
    let turned = path.turned(rows.features[...])
    func product(_ all: [Double], _ one: Int, _ other: Int) -> Double {
      (0..<20).reduce(0) { $0 + all[20 * one + $1] * all[20 * other + $1] }
    }
    for (one, other) in [(0, 0), (3, 17), (39, 2)] {
      let (before, after) = (product(rows.features, one, other), product(turned, one, other))
      #expect(abs(before - after) < 1e-12 * 100)
    }
  }

  /// Features that are their own axes need no turn; a target that none of them sees has no weights.
  @Test func plainCases() {
    let axes = RegressionRows(features: [1, 0, 0, 2], targets: [3, 0], columns: 2)
    let path = RidgePath(axes.products(0..<2), columns: 2)
    let weights = path.weights(SIMD8(repeating: 1))
    #expect(weights.map { $0[0] } == [1.5, 0])
    #expect(abs(path.freedom(1) - (1.0 / 2 + 4.0 / 5)) < 1e-14)
    let unseen = RegressionRows(features: [1, 0, 0, 2], targets: [0, 0], columns: 2)
    let none = RidgePath(unseen.products(0..<2), columns: 2).weights(SIMD8(repeating: 1))
    #expect(none.allSatisfy { $0 == .zero })
  }
}

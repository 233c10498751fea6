import Numerics
import Testing

@testable import Simulations

@Suite struct EightSetsTests {
  /// Every lane has the bits of its set by itself, fitted by `Cholesky`.
  @Test(arguments: [(5, 40, 10), (40, 40, 16), (3, 41, 1), (7, 200, 9)])
  func lanesAreSets(folds: Int, rows: Int, columns: Int) {
    let sets = (0..<8).map { number in
      var stream = RandomStream(seed: 3, "rows", number)
      return RegressionRows(drawing: rows, columns: columns, from: &stream)
    }
    let errors = EightSets(sets).heldOutErrors(folds: folds)
    for (lane, data) in sets.enumerated() {
      #expect(errors[lane] == Self.heldOutError(data, folds: folds))
    }
    // Fewer sets than lanes.
    let few = EightSets(Array(sets[..<3])).heldOutErrors(folds: folds)
    for lane in 0..<3 { #expect(few[lane] == errors[lane]) }
  }

  /// A set without a fit, whose columns are alike, beside seven with one.
  @Test func withoutAFit() {
    let sets = (0..<8).map { number in
      var stream = RandomStream(seed: 4, "rows", number)
      let rows = RegressionRows(drawing: 20, columns: 2, from: &stream)
      guard number == 5 else { return rows }
      let features = (0..<20).flatMap { [rows.features[2 * $0], rows.features[2 * $0]] }
      return RegressionRows(features: features, targets: rows.targets, columns: 2)
    }
    let errors = EightSets(sets).heldOutErrors(folds: 4)
    for (lane, data) in sets.enumerated() {
      #expect(errors[lane] == Self.heldOutError(data, folds: 4))
    }
    var squares = 0.0
    for target in sets[5].targets { squares += target * target }
    #expect(errors[5] == squares / 20)
  }

  private static func heldOutError(_ data: RegressionRows, folds: Int) -> Double {
    let all = data.products(0..<data.count)
    let (size, larger) = data.count.quotientAndRemainder(dividingBy: folds)
    var (first, error) = (0, 0.0)
    for fold in 0..<folds {
      let held = first..<(first + size + (fold < larger ? 1 : 0))
      first = held.upperBound
      let others = all.without(data.products(held))
      let weights =
        Cholesky(others.square, size: data.columns)?.solve(others.right)
        ?? Array(repeating: 0, count: data.columns)
      for row in held {
        let rest = data.residual(row, weights)
        error += rest * rest
      }
    }
    return error / Double(data.count)
  }
}

import Numerics
import Testing

@Suite struct LeastSquaresTests {
  static let shapes = [(1, 1), (9, 1), (1, 9), (12, 5), (5, 12), (30, 29), (29, 30), (7, 7)]

  static func problem(_ rows: Int, _ columns: Int) -> (features: [Double], targets: [Double]) {
    var stream = RandomStream(seed: UInt64(rows), "problem", columns)
    return (
      (0..<rows * columns).map { _ in stream.normal() }, (0..<rows).map { _ in stream.normal() }
    )
  }

  static func residuals(
    _ features: [Double], _ targets: [Double], _ weights: [Double]
  ) -> [Double] {
    targets.indices.map { row in
      weights.indices.reduce(targets[row]) {
        $0 - features[row * weights.count + $1] * weights[$1]
      }
    }
  }

  /// What is left is orthogonal to every column; of a wide problem nothing is left.
  @Test(arguments: shapes) func solvesTheNormalEquations(rows: Int, columns: Int) throws {
    let (features, targets) = Self.problem(rows, columns)
    let weights = try #require(
      LeastSquares.minimumNorm(features: features, targets: targets, columns: columns))
    #expect(weights.count == columns)
    let left = Self.residuals(features, targets, weights)
    for column in 0..<columns {
      let slope = (0..<rows).reduce(0.0) { $0 + features[$1 * columns + column] * left[$1] }
      #expect(abs(slope) < 1e-8)
    }
    if columns >= rows { #expect(left.allSatisfy { abs($0) < 1e-8 }) }
  }

  /// The weights of a wide problem lie in the span of the rows, so adding what no row sees makes them longer.
  @Test(arguments: shapes.filter { $0.0 < $0.1 }) func isTheShortest(rows: Int, columns: Int) throws
  {
    let (features, targets) = Self.problem(rows, columns)
    let weights = try #require(
      LeastSquares.minimumNorm(features: features, targets: targets, columns: columns))
    // A random direction less its own shortest explanation is invisible to every row.
    var stream = RandomStream(seed: 4, "direction")
    let direction = (0..<columns).map { _ in stream.normal() }
    let seen = (0..<rows).map { row in
      (0..<columns).reduce(0.0) { $0 + features[row * columns + $1] * direction[$1] }
    }
    let explained = try #require(
      LeastSquares.minimumNorm(features: features, targets: seen, columns: columns))
    let inner = (0..<columns).reduce(0.0) {
      $0 + weights[$1] * (direction[$1] - explained[$1])
    }
    #expect(abs(inner) < 1e-8)
    #expect(zip(direction, explained).contains { abs($0 - $1) > 1e-3 })
  }

  /// Gradient descent from 0 ends at the same weights.
  @Test(arguments: [(12, 3), (3, 12)]) func descentEndsThere(rows: Int, columns: Int) throws {
    let (features, targets) = Self.problem(rows, columns)
    let weights = try #require(
      LeastSquares.minimumNorm(features: features, targets: targets, columns: columns))
    var learnt = Array(repeating: 0.0, count: columns)
    for _ in 0..<20_000 {
      let left = Self.residuals(features, targets, learnt)
      for column in 0..<columns {
        learnt[column] +=
          0.01 * (0..<rows).reduce(0.0) { $0 + features[$1 * columns + column] * left[$1] }
      }
    }
    #expect(zip(weights, learnt).allSatisfy { abs($0 - $1) < 1e-6 })
  }

  @Test func refusesWhatLacksRank() {
    let twins = [1.0, 1, 2, 2, 3, 3]
    #expect(LeastSquares.minimumNorm(features: twins, targets: [1, 2, 3], columns: 2) == nil)
    let repeated = [1.0, 2, 3, 1, 2, 3]
    #expect(LeastSquares.minimumNorm(features: repeated, targets: [1, 2], columns: 3) == nil)
    #expect(LeastSquares.minimumNorm(features: [0, 0], targets: [1, 1], columns: 1) == nil)
    #expect(LeastSquares.minimumNorm(features: [.nan], targets: [1], columns: 1) == nil)
  }
}

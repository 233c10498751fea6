import Numerics
import Testing

@Suite struct CholeskyTests {
  /// BBᵀ and a diagonal: positive definite, of any size.
  static func matrix(_ size: Int) -> [Double] {
    var stream = RandomStream(seed: UInt64(size), "matrix")
    let factor = (0..<size * size).map { _ in stream.normal() }
    return (0..<size * size).map { index in
      let (row, column) = (index / size, index % size)
      return (0..<size).reduce(row == column ? 1 : 0) {
        $0 + factor[row * size + $1] * factor[column * size + $1]
      }
    }
  }

  @Test(arguments: [1, 2, 3, 8, 25]) func solves(size: Int) throws {
    let matrix = Self.matrix(size)
    let factor = try #require(Cholesky(matrix, size: size))
    let truth = (0..<size).map { Double($0) - 3.5 }
    let right = (0..<size).map { row in
      (0..<size).reduce(0.0) { $0 + matrix[row * size + $1] * truth[$1] }
    }
    #expect(zip(factor.solve(right), truth).allSatisfy { abs($0 - $1) < 1e-9 })
  }

  /// What is above the diagonal may be anything.
  @Test func readsTheLowerPartAlone() throws {
    var matrix = Self.matrix(4)
    let expected = try #require(Cholesky(matrix, size: 4)).solve([1, 2, 3, 4])
    for row in 0..<4 { for column in row + 1..<4 { matrix[row * 4 + column] = .nan } }
    #expect(try #require(Cholesky(matrix, size: 4)).solve([1, 2, 3, 4]) == expected)
  }

  /// Not positive definite: a negative direction, a flat one, no number, nothing at all.
  @Test(arguments: [[1, 0, 2, 1], [1, 0, 1, 1], [.nan, 0, 0, 1], [0, 0, 0, 0], [-1, 0, 0, 1]])
  func refuses(matrix: [Double]) {
    #expect(Cholesky(matrix, size: 2) == nil)
  }
}

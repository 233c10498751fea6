/// The factor L of a symmetric positive definite matrix A = LLᵀ, to solve Ax = b with.
///
/// Source: Golub & Van Loan, "Matrix Computations", §4.2.
package struct Cholesky: Sendable {
  /// The number of rows, and of columns.
  package let size: Int

  /// Lᵀ, row-major, so that the loops run along its rows; what is below its diagonal is of no
  /// meaning.
  private var factor: [Double]

  /// The factor of a matrix, row-major, of which the part above the diagonal is not read; nil
  /// where the matrix is not positive definite to within rounding.
  ///
  /// - Precondition: the matrix is square of this size.
  package init?(_ matrix: [Double], size: Int) {
    precondition(matrix.count == size * size, "a square matrix")
    var factor = matrix
    let isDefinite = factor.withUnsafeMutableBufferPointer { factor in
      for row in 0..<size {
        for column in row + 1..<max(size, row + 1) {
          factor[row * size + column] = factor[column * size + row]
        }
      }
      for pivot in 0..<size {
        let first = pivot * size
        let square = factor[first + pivot]
        // What is left of a diagonal element that depends on those before is rounding.
        guard square > 1e-14 * matrix[first + pivot] else { return false }
        let root = Elementary.squareRoot(square)
        factor[first + pivot] = root
        for column in pivot + 1..<max(size, pivot + 1) { factor[first + column] /= root }
        Self.subtract(pivot, from: factor, size)
      }
      return true
    }
    guard isDefinite else { return nil }
    self.size = size
    self.factor = factor
  }

  /// The x of Ax = b.
  ///
  /// - Precondition: one number a row.
  package func solve(_ right: [Double]) -> [Double] {
    precondition(right.count == size, "one number a row")
    var x = right
    x.withUnsafeMutableBufferPointer { x in
      factor.withUnsafeBufferPointer { factor in
        for column in 0..<size {
          x[column] /= factor[column * size + column]
          let known = x[column]
          for row in column + 1..<max(size, column + 1) {
            x[row] -= factor[column * size + row] * known
          }
        }
        for row in stride(from: size - 1, through: 0, by: -1) {
          var rest = x[row]
          for column in stride(from: size - 1, to: row, by: -1) {
            rest -= factor[row * size + column] * x[column]
          }
          x[row] = rest / factor[row * size + row]
        }
      }
    }
    return x
  }

  /// Takes the products of a finished row with itself off all rows behind it.
  ///
  /// Every element loses its products in ascending order of their rows, one at a time.
  private static func subtract(
    _ pivot: Int, from factor: UnsafeMutableBufferPointer<Double>, _ size: Int
  ) {
    let done = pivot * size
    for row in pivot + 1..<max(size, pivot + 1) {
      let share = factor[done + row]
      let first = row * size
      for column in row..<size { factor[first + column] -= share * factor[done + column] }
    }
  }
}

/// The factor L of a symmetric positive definite matrix A = LLᵀ, to solve Ax = b with.
///
/// Source: Golub & Van Loan, "Matrix Computations", §4.2.
package struct Cholesky: Sendable {
  /// The number of rows, and of columns.
  package let size: Int

  /// L, row-major; what is above its diagonal is of no meaning.
  private var factor: [Double]

  /// The factor of a matrix, row-major, of which the part above the diagonal is not read; nil
  /// where the matrix is not positive definite to within rounding.
  ///
  /// - Precondition: the matrix is square of this size.
  package init?(_ matrix: [Double], size: Int) {
    precondition(matrix.count == size * size, "a square matrix")
    var factor = matrix
    for row in 0..<size {
      for column in 0...row {
        var sum = factor[row * size + column]
        let (here, there) = (row * size, column * size)
        for index in 0..<column { sum -= factor[here + index] * factor[there + index] }
        if column < row {
          factor[here + column] = sum / factor[there + column]
        } else {
          // What is left of a diagonal element that depends on those before is rounding.
          guard sum > 1e-14 * matrix[here + row] else { return nil }
          factor[here + row] = Elementary.squareRoot(sum)
        }
      }
    }
    self.size = size
    self.factor = factor
  }

  /// The x of Ax = b.
  ///
  /// - Precondition: one number a row.
  package func solve(_ right: [Double]) -> [Double] {
    precondition(right.count == size, "one number a row")
    var x = right
    for row in 0..<size {
      for index in 0..<row { x[row] -= factor[row * size + index] * x[index] }
      x[row] /= factor[row * size + row]
    }
    for row in stride(from: size - 1, through: 0, by: -1) {
      x[row] /= factor[row * size + row]
      for index in 0..<row { x[index] -= factor[row * size + index] * x[row] }
    }
    return x
  }
}

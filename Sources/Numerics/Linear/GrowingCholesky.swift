/// The factor L of a symmetric positive definite matrix A = LLᵀ to which rows are added at the end.
///
/// A row more costs the square of the size, where a new factor would cost its cube. Rows stand one
/// behind the other without what is right of the diagonal.
///
/// Source: Golub & Van Loan, "Matrix Computations", §4.2 (row by row).
package struct GrowingCholesky: Sendable {
  /// The number of rows, and of columns.
  package private(set) var size = 0
  private var rows: [Double] = []

  /// The sum of the logarithms of L's diagonal: half the logarithm of A's determinant.
  package private(set) var halfLogDeterminant = 0.0

  package init() {}

  /// Makes room for so many rows.
  package mutating func reserve(_ size: Int) { rows.reserveCapacity(size * (size + 1) / 2) }

  private static func start(_ row: Int) -> Int { row * (row + 1) / 2 }

  /// Adds a row and column to A.
  ///
  /// - Parameter row: what A's new row has up to its diagonal.
  /// - Returns: whether A stays positive definite to within rounding; if not, nothing is added.
  /// - Precondition: one number more than there are rows.
  package mutating func append(_ row: [Double]) -> Bool {
    precondition(row.count == size + 1, "one number a column")
    let start = Self.start(size)
    rows += row
    let square = rows.withUnsafeMutableBufferPointer { rows in
      guard let first = rows.baseAddress else { return 0.0 }
      let new = first + start
      for column in 0..<size {
        let known = first + Self.start(column)
        new[column] =
          (new[column] - Elementary.dotProduct(known, new, column)) / known[column]
      }
      return new[size] - Elementary.dotProduct(new, new, size)
    }
    guard square > 1e-14 * row[size] else {
      rows.removeLast(size + 1)
      return false
    }
    let root = Elementary.squareRoot(square)
    rows[start + size] = root
    halfLogDeterminant += Elementary.log(root)
    size += 1
    return true
  }

  /// The z of Lz = b.
  ///
  /// - Precondition: one number a row.
  package func forward(_ right: [Double]) -> [Double] {
    precondition(right.count == size, "one number a row")
    var z = right
    z.withUnsafeMutableBufferPointer { z in forward(z) }
    return z
  }

  /// Replaces b by the z of Lz = b.
  ///
  /// - Precondition: one number a row.
  package func forward(_ z: UnsafeMutableBufferPointer<Double>) {
    precondition(z.count == size, "one number a row")
    rows.withUnsafeBufferPointer { rows in
      guard let first = rows.baseAddress, let z = z.baseAddress else { return }
      for row in 0..<size {
        let known = first + Self.start(row)
        z[row] = (z[row] - Elementary.dotProduct(known, z, row)) / known[row]
      }
    }
  }

  /// Replaces eight b side by side by the z of Lz = b.
  ///
  /// - Precondition: there is one group of eight a row.
  package func forward(_ z: UnsafeMutableBufferPointer<SIMD8<Double>>) {
    precondition(z.count == size, "one group a row")
    rows.withUnsafeBufferPointer { rows in
      guard let first = rows.baseAddress, let z = z.baseAddress else { return }
      for row in 0..<size {
        let known = first + Self.start(row)
        var rest = z[row]
        for column in 0..<row { rest -= z[column] * known[column] }
        z[row] = rest / known[row]
      }
    }
  }

  /// The last number of the z of Lz = b, where those before are known.
  ///
  /// - Precondition: `known` has one number a row but for the last.
  package func forward(_ last: Double, after known: [Double]) -> Double {
    precondition(known.count == size - 1, "one number a row")
    let start = Self.start(size - 1)
    let sum = rows.withUnsafeBufferPointer { rows in
      known.withUnsafeBufferPointer { known in
        guard let row = rows.baseAddress, let known = known.baseAddress else { return 0.0 }
        return Elementary.dotProduct(row + start, known, size - 1)
      }
    }
    return (last - sum) / rows[start + size - 1]
  }

  /// The x of Lᵀx = z.
  ///
  /// - Precondition: one number a row.
  package func backward(_ right: [Double]) -> [Double] {
    precondition(right.count == size, "one number a row")
    var x = right
    for row in stride(from: size - 1, through: 0, by: -1) {
      let start = Self.start(row)
      x[row] /= rows[start + row]
      let known = x[row]
      for column in 0..<row { x[column] -= known * rows[start + column] }
    }
    return x
  }
}

/// Linear models fitted exactly, without steps.
package enum LeastSquares {
  /// The weights with the least squared error, and of those that share it the shortest.
  ///
  /// With at least as many rows as columns they solve XᵀXw = Xᵀy; with fewer they are
  /// Xᵀ(XXᵀ)⁻¹y, which passes through every target. Gradient descent from 0 ends there too. The
  /// relative error is about the square of X's condition number in units of 1e-16. Nil where X
  /// lacks full rank to within rounding.
  /// - Parameter features: Rows of a common length, row-major.
  /// - Precondition: the features are as many rows as there are targets, of `columns` columns each.
  package static func minimumNorm(
    features: [Double], targets: [Double], columns: Int
  ) -> [Double]? {
    minimumNorm(features: features, targets: [targets], columns: columns)?[0]
  }

  /// The same for several targets of the same rows, which share all but the last step.
  ///
  /// - Precondition: there are targets, of as many rows each as the features have.
  package static func minimumNorm(
    features: [Double], targets: [[Double]], columns: Int
  ) -> [[Double]]? {
    precondition(!targets.isEmpty, "without targets there is nothing to fit")
    let rows = targets[0].count
    precondition(columns > 0 && features.count == rows * columns, "one row a target")
    precondition(targets.allSatisfy { $0.count == rows }, "as many targets as rows")
    if rows < columns {
      let products = gram(features, rows, columns)
      return Cholesky(products, size: rows).map { factor in
        targets.map { transposed(features, times: factor.solve($0), columns: columns) }
      }
    }
    var turned = Array(repeating: 0.0, count: features.count)
    for row in 0..<rows {
      for column in 0..<columns { turned[column * rows + row] = features[row * columns + column] }
    }
    return Cholesky(gram(turned, columns, rows), size: columns).map { factor in
      targets.map { factor.solve(transposed(features, times: $0, columns: columns)) }
    }
  }

  /// The inner products of all pairs of rows, on and below the diagonal; zeros above it.
  private static func gram(_ values: [Double], _ rows: Int, _ columns: Int) -> [Double] {
    var result = Array(repeating: 0.0, count: rows * rows)
    values.withUnsafeBufferPointer { values in
      for row in 0..<rows {
        for other in 0...row {
          result[row * rows + other] = dot(values, row * columns, other * columns, columns)
        }
      }
    }
    return result
  }

  /// Eight sums side by side, which is quick and the same on every machine.
  private static func dot(
    _ values: UnsafeBufferPointer<Double>, _ first: Int, _ second: Int, _ count: Int
  ) -> Double {
    let bytes = UnsafeRawBufferPointer(values)
    let (one, other) = (first * 8, second * 8)
    var lanes = SIMD8<Double>.zero
    var index = 0
    while index + 8 <= count {
      lanes +=
        bytes.loadUnaligned(fromByteOffset: one + index * 8, as: SIMD8<Double>.self)
        * bytes.loadUnaligned(fromByteOffset: other + index * 8, as: SIMD8<Double>.self)
      index += 8
    }
    var sum = 0.0
    for lane in 0..<8 { sum += lanes[lane] }
    for index in index..<count { sum += values[first + index] * values[second + index] }
    return sum
  }

  /// Xᵀv: the rows of X, each times its number, added up.
  private static func transposed(_ features: [Double], times factors: [Double], columns: Int)
    -> [Double]
  {
    var result = Array(repeating: 0.0, count: columns)
    for (row, factor) in factors.enumerated() {
      for column in 0..<columns { result[column] += factor * features[row * columns + column] }
    }
    return result
  }
}

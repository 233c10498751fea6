import Numerics

/// The ridge fits of some rows for every penalty, each for a few multiplications a column.
///
/// Reflections turn X'X into a matrix T that has nothing but its diagonal and what is next to it, and
/// X'y into a multiple of its first axis. They leave the penalty's αI as it is, so that one turn serves
/// all penalties, and T + αI is solved in a sweep.
///
/// Source: Golub & Van Loan, "Matrix Computations", on Householder tridiagonalization; here X'y is
/// turned first, as if it bordered X'X.
struct RidgePath {
  let columns: Int

  /// The diagonal of T, and what is next to it.
  private var diagonal: [Double]
  private var beside: [Double]

  /// The length of X'y, with its sign when turned.
  private var pull = 0.0

  /// The v of every reflection x − (v'x)v, a row each; the k-th begins with k zeros.
  private var reflections: [Double]

  /// - Precondition: products of so many columns, at least one.
  init(_ products: RegressionRows.Products, columns: Int) {
    self.columns = columns
    diagonal = Array(repeating: 0, count: columns)
    beside = Array(repeating: 0, count: columns)
    reflections = Array(repeating: 0, count: columns * columns)
    var matrix = products.square
    for row in 0..<columns {
      for column in 0..<row { matrix[column * columns + row] = matrix[row * columns + column] }
    }
    // What is to be turned onto the next axis: X'y, and then what is right of each diagonal element.
    var vector = products.right
    var image = [Double](repeating: 0, count: columns)
    for first in 0..<columns {
      let length = reflect(vector, onto: first)
      if first == 0 { pull = length } else { beside[first - 1] = length }
      turn(&matrix, from: first, &image)
      for column in 0..<columns { vector[column] = matrix[first * columns + column] }
      diagonal[first] = vector[first]
    }
  }

  /// Notes the reflection that turns a vector, what is before an axis aside, onto that axis.
  ///
  /// - Returns: what is there then.
  private mutating func reflect(_ vector: [Double], onto first: Int) -> Double {
    let (head, rest) = (vector[first], first + 1..<columns)
    let squares = rest.reduce(0) { $0 + vector[$1] * vector[$1] }
    guard squares > 0 else { return head }
    // To the other side, so that nothing cancels.
    let size = Elementary.squareRoot(head * head + squares)
    let end = head > 0 ? -size : size
    let scale = Elementary.squareRoot(2 / (squares + (head - end) * (head - end)))
    reflections[first * columns + first] = (head - end) * scale
    for index in rest { reflections[first * columns + index] = vector[index] * scale }
    return end
  }

  /// Reflects rows and columns of A from one on: A − vw' − wv', where w = Av − ½(v'Av)v.
  ///
  /// - Parameter image: room for Av and w.
  private func turn(_ matrix: inout [Double], from first: Int, _ image: inout [Double]) {
    let columns = columns
    matrix.withUnsafeMutableBufferPointer { matrix in
      reflections.withUnsafeBufferPointer { reflections in
        image.withUnsafeMutableBufferPointer { image in
          let own = first * columns
          for column in first..<columns { image[column] = 0 }
          for row in first..<columns {
            let share = reflections[own + row]
            for column in first..<columns {
              image[column] += share * matrix[row * columns + column]
            }
          }
          var half = 0.0
          for row in first..<columns { half += reflections[own + row] * image[row] }
          half /= 2
          for row in first..<columns { image[row] -= half * reflections[own + row] }
          for row in first..<columns {
            let (one, other) = (reflections[own + row], image[row])
            for column in first..<columns {
              matrix[row * columns + column] -=
                one * image[column] + other * reflections[own + column]
            }
          }
        }
      }
    }
  }

  /// Rows of features, or of weights, as the reflections turn them.
  func turned(_ rows: ArraySlice<Double>) -> [Double] {
    let columns = columns
    var rows = Array(rows)
    rows.withUnsafeMutableBufferPointer { rows in
      reflections.withUnsafeBufferPointer { reflections in
        for start in stride(from: 0, to: rows.count, by: columns) {
          for first in 0..<columns {
            let own = first * columns
            var share = 0.0
            for index in first..<columns { share += reflections[own + index] * rows[start + index] }
            for index in first..<columns { rows[start + index] -= share * reflections[own + index] }
          }
        }
      }
    }
    return rows
  }
}

extension RidgePath {
  /// The weights for eight penalties side by side, turned.
  ///
  /// - Precondition: penalties above 0, with which T + αI has no pivot of 0.
  func weights(_ penalties: SIMD8<Double>) -> [SIMD8<Double>] {
    // The inverse pivots, from the end of T to its start, and then the weights from there.
    var weights = [SIMD8<Double>](repeating: .zero, count: columns)
    var inverse = SIMD8<Double>.zero
    for index in stride(from: columns - 1, through: 0, by: -1) {
      let squared = beside[index] * beside[index]
      inverse = 1 / (penalties + diagonal[index] - squared * inverse)
      weights[index] = inverse
    }
    var known = pull * inverse
    weights[0] = known
    for index in 1..<columns {
      known *= -beside[index - 1] * weights[index]
      weights[index] = known
    }
    return weights
  }

  /// The degrees of freedom of a penalty's fit: the trace of X(X'X + αI)⁻¹X'.
  func freedom(_ penalty: Double) -> Double {
    let own = diagonal.map { $0 + penalty }
    var back = own
    for index in stride(from: columns - 2, through: 0, by: -1) {
      back[index] -= beside[index] * beside[index] / back[index + 1]
    }
    var (forth, trace) = (own[0], 0.0)
    for index in 0..<columns {
      if index > 0 { forth = own[index] - beside[index - 1] * beside[index - 1] / forth }
      trace += 1 / (forth + back[index] - own[index])
    }
    return Double(columns) - penalty * trace
  }
}

import Numerics

/// How likely the same values at the same points are under one process after the other.
///
/// What the processes have in common is computed once, and nothing is allocated from one to the next.
struct Likelihoods {
  private let values: [Double]

  /// The squares of the distances of all pairs along one axis after the other: rows up to the diagonal,
  /// with zeros up to a multiple of eight.
  private let squares: [Double]
  private let pairs: Int

  /// The matrix that is factored, as the squares lie, and a column of it.
  private var matrix: [Double]
  private var column: [Double]

  init(points: [[Double]], values: [Double]) {
    self.values = values
    let count = values.count
    pairs = (count * (count + 1) / 2 + 7) / 8 * 8
    let padding = [Double](repeating: 0, count: pairs - count * (count + 1) / 2)
    squares = (points.first ?? []).indices.flatMap { axis in
      points.indices.flatMap { row in
        points[...row].map { other in
          let off = points[row][axis] - other[axis]
          return off * off
        }
      } + padding
    }
    matrix = [Double](repeating: 0, count: pairs)
    column = [Double](repeating: 0, count: count)
  }

  /// The logarithm of the density of the values under a kernel and a noise's share of the variance,
  /// both scaled as is likeliest; nil where the points cannot be told apart to within rounding.
  mutating func profiled(_ kernel: Kernel, noise: Double) -> Double? {
    correlate(kernel)
    let count = values.count
    var (quadratic, halfLogDeterminant) = (0.0, 0.0)
    var rest = values
    let isRegular = matrix.withUnsafeMutableBufferPointer { matrix in
      column.withUnsafeMutableBufferPointer { column in
        rest.withUnsafeMutableBufferPointer { rest in
          guard let matrix = matrix.baseAddress, let column = column.baseAddress,
            let rest = rest.baseAddress
          else { return false }
          for row in 0..<count { matrix[row * (row + 3) / 2] += noise }
          for pivot in 0..<count {
            let square = matrix[pivot * (pivot + 3) / 2]
            guard square > 1e-14 * (1 + noise) else { return false }
            let root = Elementary.squareRoot(square)
            halfLogDeterminant += Elementary.log(root)
            let solved = rest[pivot] / root
            quadratic += solved * solved
            for row in pivot + 1..<max(count, pivot + 1) {
              column[row] = matrix[row * (row + 1) / 2 + pivot] / root
            }
            for row in pivot + 1..<max(count, pivot + 1) {
              let start = matrix + row * (row + 1) / 2
              Self.subtract(column[row], column, from: start, pivot + 1..<row + 1)
            }
            Self.subtract(solved, column, from: rest, pivot + 1..<max(count, pivot + 1))
          }
          return true
        }
      }
    }
    guard isRegular else { return nil }
    return GaussianProcess.profiled(
      count: count, quadratic: quadratic, halfLogDeterminant: halfLogDeterminant)
  }

  /// Writes the correlations of all pairs into the matrix.
  private mutating func correlate(_ kernel: Kernel) {
    let weights = kernel.lengths.map { 1 / ($0 * $0) }
    squares.withUnsafeBytes { squares in
      matrix.withUnsafeMutableBytes { matrix in
        for place in stride(from: 0, to: 8 * pairs, by: 64) {
          var sum = SIMD8<Double>.zero
          for axis in 0..<weights.count {
            sum +=
              squares.loadUnaligned(
                fromByteOffset: 8 * pairs * axis + place, as: SIMD8<Double>.self) * weights[axis]
          }
          matrix.storeBytes(
            of: kernel.correlation(ofSquare: sum), toByteOffset: place, as: SIMD8<Double>.self)
        }
      }
    }
  }

  /// Takes a column times a number off a row, at some places.
  @inline(__always) private static func subtract(
    _ share: Double, _ column: UnsafeMutablePointer<Double>,
    from row: UnsafeMutablePointer<Double>, _ places: Range<Int>
  ) {
    var place = places.lowerBound
    while place + 8 <= places.upperBound {
      let target = UnsafeMutableRawPointer(row + place)
      let product =
        UnsafeRawPointer(column + place).loadUnaligned(as: SIMD8<Double>.self) * share
      target.storeBytes(
        of: target.loadUnaligned(as: SIMD8<Double>.self) - product, as: SIMD8<Double>.self)
      place += 8
    }
    while place < places.upperBound {
      row[place] -= share * column[place]
      place += 1
    }
  }
}

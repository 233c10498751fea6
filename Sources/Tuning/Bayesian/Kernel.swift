import Numerics

/// How alike the values of a function are at two points, by their distance: 1 at the same point.
package struct Kernel: Sendable, Hashable {
  /// The form of the decline.
  package enum Shape: String, Sendable, Hashable, CaseIterable {
    /// e^(−r²/2): functions without any kink, of any order.
    case rbf

    /// (1 + √5r + 5r²/3)e^(−√5r): functions that have two derivatives.
    case matern = "matern-5/2"
  }

  package let shape: Shape

  /// The distance along each axis at which the values have little to do with each other; r counts
  /// distances in these.
  package let lengths: [Double]

  /// - Precondition: every length is positive.
  package init(_ shape: Shape, lengths: [Double]) {
    precondition(!lengths.contains { !($0 > 0) }, "positive lengths")
    self.shape = shape
    self.lengths = lengths
  }

  /// A kernel with one length along all axes.
  package init(_ shape: Shape, length: Double, dimensions: Int) {
    self.init(shape, lengths: [Double](repeating: length, count: dimensions))
  }

  /// The correlation at the square of a distance, in lengths.
  @inline(__always) func correlation(ofSquare square: SIMD8<Double>) -> SIMD8<Double> {
    switch shape {
    case .rbf: return Elementary.exp(square * -0.5)
    case .matern:
      let five = square * 5
      let root = rootLanes(five)
      return (1 + root + five * (1 / 3)) * Elementary.exp(-root)
    }
  }
}

/// Points kept axis by axis, so that the distances of all of them from another are found eight at a
/// time.
package struct PointColumns: Sendable {
  package private(set) var count = 0

  /// The coordinates along each axis, with zeros up to the next multiple of eight.
  private var columns: [[Double]]

  package init(dimensions: Int) {
    columns = [[Double]](repeating: [], count: dimensions)
  }

  package mutating func append(_ point: [Double]) {
    precondition(point.count == columns.count, "one coordinate an axis")
    for axis in columns.indices {
      if columns[axis].count == count {
        columns[axis] += repeatElement(0, count: 8)
      }
      columns[axis][count] = point[axis]
    }
    count += 1
  }

  /// Writes the correlations of a point with all of these in their order.
  ///
  /// - Precondition: there is room for `count` numbers.
  func correlations(
    of point: [Double], by kernel: Kernel, into result: UnsafeMutablePointer<Double>
  ) {
    precondition(point.count == columns.count && kernel.lengths.count == columns.count)
    var start = 0
    while start < count {
      var square = SIMD8<Double>.zero
      for (axis, column) in columns.enumerated() {
        let difference =
          (SIMD8(repeating: point[axis])
            - column.withUnsafeBytes {
              $0.loadUnaligned(fromByteOffset: 8 * start, as: SIMD8<Double>.self)
            }) / kernel.lengths[axis]
        square += difference * difference
      }
      let values = kernel.correlation(ofSquare: square)
      for lane in 0..<min(8, count - start) { result[start + lane] = values[lane] }
      start += 8
    }
  }

  /// Writes the correlations of up to eight points, side by side, with each of these in their order.
  ///
  /// - Precondition: there is one group of eight for each of these.
  func correlations(of eight: [[Double]], by kernel: Kernel, into result: inout [SIMD8<Double>]) {
    precondition(eight.count <= 8 && result.count == count, "one group each")
    precondition(kernel.lengths.count == columns.count, "one length an axis")
    for index in result.indices { result[index] = .zero }
    for (axis, column) in columns.enumerated() {
      var places = SIMD8<Double>.zero
      for (lane, point) in eight.enumerated() { places[lane] = point[axis] }
      let length = kernel.lengths[axis]
      places /= length
      result.withUnsafeMutableBufferPointer { result in
        for index in result.indices {
          let off = places - column[index] / length
          result[index] += off * off
        }
      }
    }
    for index in result.indices { result[index] = kernel.correlation(ofSquare: result[index]) }
  }

  /// The correlations of a point with all of these in their order.
  func correlations(of point: [Double], by kernel: Kernel) -> [Double] {
    [Double](unsafeUninitializedCapacity: count) { buffer, filled in
      guard let first = buffer.baseAddress else { return }
      correlations(of: point, by: kernel, into: first)
      filled = count
    }
  }
}

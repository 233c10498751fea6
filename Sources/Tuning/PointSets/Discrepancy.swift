import Numerics

/// How far points of the unit cube are from being evenly spread: the lower, the more even.
package enum Discrepancy {
  /// The L2-star discrepancy: the root mean square, over all boxes from the origin, of the share of the
  /// points in the box less its volume.
  ///
  /// By Warnock's formula, in n² steps: Warnock 1972, "Computational investigations of low-discrepancy
  /// point sets". For n independent uniform points the mean of its square is (2⁻ᵈ − 3⁻ᵈ)/n.
  ///
  /// - Precondition: all points have the same number of coordinates, each in [0, 1].
  package static func starL2(_ points: [[Double]]) -> Double {
    guard let dimensions = points.first?.count else { return 0 }
    let count = Double(points.count)
    let volume = (0..<dimensions).reduce(1.0) { product, _ in product / 3 }
    var (single, pairs) = (0.0, 0.0)
    for point in points {
      single += point.reduce(1) { $0 * (1 - $1 * $1) / 2 }
      for other in points {
        pairs += zip(point, other).reduce(1) { $0 * (1 - max($1.0, $1.1)) }
      }
    }
    return Elementary.squareRoot(max(0, volume - 2 / count * single + pairs / (count * count)))
  }

  /// The square of the centred L2 discrepancy, which looks at boxes from the nearest corner.
  ///
  /// Source: Hickernell 1998, "A generalized discrepancy and quadrature error bound", Mathematics of
  /// Computation 67, equation 5.1c.
  ///
  /// - Precondition: all points have the same number of coordinates, each in [0, 1].
  package static func centredSquare(_ points: [[Double]]) -> Double {
    guard let dimensions = points.first?.count else { return 0 }
    let count = Double(points.count)
    let whole = (0..<dimensions).reduce(1.0) { product, _ in product * 13 / 12 }
    var (single, pairs) = (0.0, 0.0)
    for point in points {
      single += point.reduce(1) { product, x in
        let off = abs(x - 0.5)
        return product * (1 + off / 2 - off * off / 2)
      }
      for other in points {
        pairs += zip(point, other).reduce(1) { product, pair in
          let (x, y) = pair
          return product * (1 + abs(x - 0.5) / 2 + abs(y - 0.5) / 2 - abs(x - y) / 2)
        }
      }
    }
    return whole - 2 / count * single + pairs / (count * count)
  }
}

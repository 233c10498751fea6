/// The points of Sobol's sequence in the unit cube, unscrambled, in the order of the Gray code.
///
/// Every stretch of 2ᵏ points from the start has exactly one point in each of the 2ᵏ equal slices of
/// every axis. Direction numbers for up to ten coordinates: Joe & Kuo 2008, "Constructing Sobol
/// sequences with better two-dimensional projections", SIAM Journal on Scientific Computing 30.
package struct SobolPoints: Sendable {
  /// The most coordinates that a point can have.
  package static let mostDimensions = 1 + polynomials.count

  /// The number of coordinates of a point.
  package let dimensions: Int
  private let directions: [[UInt32]]

  /// - Precondition: at most ``mostDimensions``.
  package init(dimensions: Int) {
    precondition((0...Self.mostDimensions).contains(dimensions), "direction numbers are known")
    self.dimensions = dimensions
    directions = (0..<dimensions).map(Self.directions)
  }

  /// The first points, from the corner (0, 0, …) on.
  package func first(_ count: Int) -> [[Double]] {
    var state = [UInt32](repeating: 0, count: dimensions)
    return (0..<max(0, count)).map { index in
      defer {
        let flipped = (~index).trailingZeroBitCount
        for axis in 0..<dimensions where flipped < 32 { state[axis] ^= directions[axis][flipped] }
      }
      return state.map { Double($0) * 0x1p-32 }
    }
  }

  /// A primitive polynomial over {0, 1}: its degree, its inner coefficients as bits, and the first
  /// direction numbers.
  private typealias Polynomial = (degree: Int, coefficients: Int, first: [UInt32])

  private static let polynomials: [Polynomial] = [
    (1, 0, [1]), (2, 1, [1, 3]), (3, 1, [1, 3, 1]), (3, 2, [1, 1, 1]), (4, 1, [1, 1, 3, 3]),
    (4, 4, [1, 3, 5, 13]), (5, 2, [1, 1, 5, 5, 17]), (5, 4, [1, 1, 5, 5, 5]),
    (5, 7, [1, 1, 7, 11, 19]),
  ]

  /// The direction numbers of an axis, each with its first digit behind the point at the top bit.
  private static func directions(of axis: Int) -> [UInt32] {
    guard axis > 0 else { return (0..<32).map { 1 << (31 - $0) } }
    let (degree, coefficients, first) = polynomials[axis - 1]
    var numbers = first.enumerated().map { $1 << UInt32(31 - $0) }
    for place in degree..<32 {
      var next = numbers[place - degree] ^ (numbers[place - degree] >> UInt32(degree))
      for step in 1..<max(1, degree) where coefficients >> (degree - 1 - step) & 1 == 1 {
        next ^= numbers[place - step]
      }
      numbers.append(next)
    }
    return numbers
  }
}

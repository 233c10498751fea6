import Numerics

/// Points in the unit cube of which every one of `count` equal slices of every axis holds exactly one.
///
/// Source: McKay, Beckman & Conover 1979, "A comparison of three methods for selecting values of input
/// variables in the analysis of output from a computer code", Technometrics 21.
package struct LatinHypercube: Sendable {
  /// The points in their order, each coordinate in [0, 1).
  package let points: [[Double]]

  /// - Parameters:
  ///   - count: the number of points, and of slices.
  ///   - dimensions: the number of coordinates of a point.
  ///   - seed: what decides which slices meet, and where in its slice a point lies.
  package init(_ count: Int, dimensions: Int, seed: UInt64) {
    let count = max(0, count)
    var points = [[Double]](repeating: [], count: count)
    for axis in 0..<max(0, dimensions) {
      var stream = RandomStream(seed: seed, "Latin hypercube", axis)
      let slices = stream.permutation(count)
      for (place, slice) in slices.enumerated() {
        let coordinate = (Double(slice) + stream.uniform()) / Double(count)
        points[place].append(min(coordinate, 1.nextDown))
      }
    }
    self.points = points
  }
}

import Numerics
import Tuning

/// What a Gaussian process expects of every point of a lattice on [0, 1], kept up look by look.
///
/// The process of `Tuning` is asked about points one by one, each time by a solution of equations. On a
/// lattice that is known beforehand the rows of the factor reach over all points, so that a look changes
/// all means and variances by one row (Rasmussen & Williams 2006, algorithm 2.1, a row at a time).
struct Lattice {
  static let points = 101

  /// The place of a point in [0, 1].
  static func place(_ point: Int) -> Double { Double(point) / Double(points - 1) }

  /// The correlations of points by how many steps they are apart.
  private let correlations: [Double]
  private let noise: Double

  /// The rows of the factor, one a look, continued to all points.
  private(set) var rows: [[Double]] = []
  private(set) var means = [Double](repeating: 0, count: points)
  private(set) var variances = [Double](repeating: 1, count: points)

  /// A process of variance 1 that knows nothing yet.
  init(_ shape: Kernel.Shape = .matern, length: Double, noise: Double) {
    // Where a value of 1 is known, its correlation with any other place is what is expected there.
    var one = GaussianProcess(Kernel(shape, length: length, dimensions: 1), noise: 0)
    _ = one.observe(1, at: [0])
    correlations = (0..<Self.points).map { one.posterior(at: [Self.place($0)]).mean }
    self.noise = noise
  }

  /// Takes in the value at a point.
  mutating func look(at point: Int, _ value: Double) {
    var row = correlations(of: point)
    for known in rows {
      let share = known[point]
      for index in row.indices { row[index] -= share * known[index] }
    }
    let root = Elementary.squareRoot(max(0, variances[point]) + noise)
    guard root > 0 else { return }
    let surprise = (value - means[point]) / root
    for index in row.indices {
      row[index] /= root
      means[index] += row[index] * surprise
      variances[index] -= row[index] * row[index]
    }
    rows.append(row)
  }

  /// The correlations of a point with all.
  private func correlations(of point: Int) -> [Double] {
    (0..<Self.points).map { correlations[abs($0 - point)] }
  }

  /// The standard deviation at a point.
  func deviation(_ point: Int) -> Double { Elementary.squareRoot(max(0, variances[point])) }
}

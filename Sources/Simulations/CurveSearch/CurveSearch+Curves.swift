import Numerics

/// A curve on the lattice, drawn from a Gaussian process.
struct DrawnCurve {
  let values: [Double]
  let lowest: Double

  /// The points in ascending order of their values, of which random looks keep the first they meet.
  private let sorted: [Double]

  /// The factor of the covariance of all points, row by row.
  private static let factor: [[Double]] = {
    var lattice = Lattice(length: CurveSearch.trueLength, noise: 1e-10)
    for point in 0..<Lattice.points { lattice.look(at: point, 0) }
    return lattice.rows
  }()

  init(seed: UInt64, _ number: Int) {
    var stream = RandomStream(seed: seed, "curve", number)
    var values = [Double](repeating: 0, count: Lattice.points)
    for (point, draw) in stream.normals(Lattice.points).enumerated() {
      let row = Self.factor[point]
      for index in point..<Lattice.points { values[index] += draw * row[index] }
    }
    self.values = values
    sorted = values.sorted()
    lowest = sorted[0]
  }

  /// What so many different random points leave in expectation.
  ///
  /// The best of n out of N points is at least the one of rank j with C(N − j, n)/C(N, n), ranks from 0.
  func randomRegret(after looks: Int) -> Double {
    var (regret, chance) = (0.0, 1.0)
    for rank in 1..<sorted.count {
      // That none of the lower ones is among them.
      chance *= Double(sorted.count - looks - rank + 1) / Double(sorted.count - rank + 1)
      guard chance > 0 else { break }
      regret += chance * (sorted[rank] - sorted[rank - 1])
    }
    return regret
  }
}

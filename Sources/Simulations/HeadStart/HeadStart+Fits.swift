import Experiments
import Learning
import Numerics

/// Sets of rows, and for each where descent ends from any start.
///
/// From a start δ off the right weights along the unit vector u it ends δ(I − X⁺X)u + σX⁺e off them;
/// both parts are solved for once. Fewer rows are the first of more, and more noise is the same scaled.
struct InterpolatingFits {
  /// A set of rows.
  private struct Fit {
    /// (I − X⁺X)u: what the rows do not say of the offset; nothing from as many rows as features on.
    let unseen: [Double]

    /// X⁺e: where noise of standard deviation 1 leads.
    let noise: [Double]
  }

  let rows: Int
  let noise: Double
  private let fits: [Fit]

  init(rows: Int, noise: Double, seed: UInt64) {
    self.rows = rows
    self.noise = noise
    let columns = HeadStart.features
    let direction = Self.direction
    fits = (0..<HeadStart.sets).compactMap { number in
      var stream = RandomStream(seed: seed, "rows", number)
      var (features, along, errors): ([Double], [Double], [Double]) = ([], [], [])
      for _ in 0..<rows {
        let row = stream.normals(columns)
        along.append(zip(row, direction).reduce(0) { $0 + $1.0 * $1.1 })
        features += row
        errors.append(stream.normal())
      }
      // A set whose rows depend on each other to within rounding would be left out.
      guard
        let both = LeastSquares.minimumNorm(
          features: features, targets: [along, errors], columns: columns)
      else { return nil }
      let (seen, noise) = (both[0], both[1])
      return Fit(
        unseen: rows < columns ? zip(direction, seen).map { $0 - $1 } : seen.map { _ in 0 },
        noise: noise)
    }
  }

  /// u, of length 1.
  static var direction: [Double] {
    let size = 1 / Elementary.squareRoot(Double(HeadStart.features))
    return Array(repeating: size, count: HeadStart.features)
  }

  /// The mean squared distance from the right weights at the end, from a start so far off.
  func loss(distance: Double) -> Double {
    let sum = fits.reduce(0) { sum, fit in
      zip(fit.unseen, fit.noise).reduce(sum) { sum, parts in
        let off = distance * parts.0 - noise * parts.1
        return sum + off * off
      }
    }
    return sum / Double(fits.count)
  }

  /// What factors and solutions took, twice a set.
  var cost: Cost {
    let columns = HeadStart.features
    let (small, large) = (min(rows, columns), max(rows, columns))
    let solving = small * small * large / 2 + small * small * small / 6 + 3 * small * large
    return Cost(
      gradientEvaluations: 0, updates: 2 * HeadStart.sets,
      multiplyAdds: 2 * HeadStart.sets * solving,
      bytes: 8 * (rows * (columns + 2) + HeadStart.sets * 2 * columns))
  }
}

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
    self = Self.all([rows], noise: noise, seed: seed)[0]
  }

  /// Fits to several numbers of rows, of which fewer are the first of more; each as it would be alone.
  static func all(_ counts: [Int], noise: Double, seed: UInt64) -> [InterpolatingFits] {
    let columns = HeadStart.features
    let direction = direction
    var fits = counts.map { _ in [Fit]() }
    for number in 0..<HeadStart.sets {
      var stream = RandomStream(seed: seed, "rows", number)
      var (features, along, errors): ([Double], [Double], [Double]) = ([], [], [])
      for _ in 0..<(counts.max() ?? 0) {
        let row = stream.normals(columns)
        along.append(zip(row, direction).reduce(0) { $0 + $1.0 * $1.1 })
        features += row
        errors.append(stream.normal())
      }
      for (index, rows) in counts.enumerated() {
        // A set whose rows depend on each other to within rounding is left out.
        guard
          let both = LeastSquares.minimumNorm(
            features: Array(features[..<(rows * columns)]),
            targets: [Array(along[..<rows]), Array(errors[..<rows])], columns: columns)
        else { continue }
        let (seen, noise) = (both[0], both[1])
        fits[index].append(
          Fit(
            unseen: rows < columns ? zip(direction, seen).map { $0 - $1 } : seen.map { _ in 0 },
            noise: noise))
      }
    }
    return zip(counts, fits).map { InterpolatingFits(rows: $0, noise: noise, fits: $1) }
  }

  private init(rows: Int, noise: Double, fits: [Fit]) {
    self.rows = rows
    self.noise = noise
    self.fits = fits
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

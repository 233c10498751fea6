import Experiments
import Numerics

/// Cross-validation of a mean, known exactly for normal values of variance 1 and any sizes of folds.
///
/// A fold of nⱼ rows, its mean x̄ⱼ, all n rows, mean x̄: the squared errors in it add up to the squares
/// around x̄ⱼ, of nⱼ − 1 degrees of freedom, and nⱼ(n/(n − nⱼ))²(x̄ⱼ − x̄)². The √nⱼ(x̄ⱼ − x̄) have the
/// covariance I − uu', uⱼ = √(nⱼ/n). So the estimate is a quadratic form of normal values, whose
/// variance is twice the trace of its squared matrix. Over all deals that matrix is on average a multiple
/// of that of the plain variance, to which endless repeats come down.
struct DealtMeans {
  let rows: Int

  /// The number of rows in each fold.
  let sizes: [Int]

  /// Folds whose sizes differ by at most one.
  init(rows: Int, folds: Int) {
    self.rows = rows
    sizes = (0..<folds).map { (rows + $0) / folds }
  }

  var folds: Int { sizes.count }

  /// The error on new rows of the mean of all.
  var target: Double { 1 + 1 / Double(rows) }

  /// The error on a held-out row, fold by fold: 1 + 1/m for a mean of m rows.
  private var errors: [Double] { sizes.map { 1 + 1 / Double(rows - $0) } }

  /// The expectation of the estimate.
  var expected: Double { errors.reduce(0, +) / Double(folds) }

  /// (n/(n − nⱼ))².
  private func stretch(_ size: Int) -> Double {
    let ratio = Double(rows) / Double(rows - size)
    return ratio * ratio
  }

  /// The variance of the estimate of one deal.
  private var dealVariance: Double {
    var (squares, whole, crossed) = (0.0, 0.0, 0.0)
    for size in sizes {
      let weight = 1 / Double(size * folds)
      let share = Double(size) / Double(rows)
      let between = weight * stretch(size)
      squares += weight * weight * Double(size - 1)
      whole += between * between * (1 - 2 * share)
      crossed += between * share
    }
    return 2 * (squares + whole + crossed * crossed)
  }

  /// What the variance falls to with endless repeats.
  var floorVariance: Double { 2 * expected * expected / Double(rows - 1) }

  /// The variance of the mean of so many deals.
  func variance(repeats: Int) -> Double {
    floorVariance + (dealVariance - floorVariance) / Double(repeats)
  }

  /// The expectation of the squared error bar: the variance among the folds' errors over their number.
  func squaredBar(repeats: Int) -> Double {
    let squares = zip(sizes, errors).reduce(0) { sum, fold in
      let (size, error) = (Double(fold.0), fold.1)
      let between = stretch(fold.0) * (1 - size / Double(rows))
      let variance = 2 * (size - 1 + between * between) / (size * size)
      return sum + (variance + error * error) / Double(folds)
    }
    let mean = variance(repeats: repeats) + expected * expected
    return (squares - mean) / Double(folds * repeats - 1)
  }

  func spread(repeats: Int) -> Double { Elementary.squareRoot(variance(repeats: repeats)) }

  func bar(repeats: Int) -> Double { Elementary.squareRoot(squaredBar(repeats: repeats)) }
}

extension RepeatedFolds {
  /// What an error bar is found to be, by its share of the spread.
  static func verdict(claimedShare: Double) -> FindingKind {
    claimedShare < fairness ? tooSure : fairBar
  }
}

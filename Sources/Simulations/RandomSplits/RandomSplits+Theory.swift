import Experiments
import Numerics

/// What splits of the same rows do to a test of their differences.
///
/// Were the models fixed, the differences of two splits would have a correlation of the share of rows
/// that judge, ρ. So the mean of J has the variance (ρ + (1 − ρ)/J)σ², and the variance within J is
/// (1 − ρ)σ² in expectation: what a t-test takes for 1/J is 1/J + ρ/(1 − ρ) in truth.
///
/// Source: Nadeau & Bengio 2003, "Inference for the generalization error".
struct SharedRows {
  let splits: Int
  let rows: Int

  /// How many rows judge.
  let heldOut: Int

  /// The t beyond which a test at 5 % calls one model better.
  let critical: Double

  init(splits: Int, rows: Int, heldOut share: Double) {
    self.init(splits: splits, rows: rows, heldOut: Int((share * Double(rows)).rounded()))
  }

  private init(splits: Int, rows: Int, heldOut: Int) {
    self.splits = splits
    self.rows = rows
    self.heldOut = heldOut
    critical = StudentDistribution(freedom: splits - 1).bound(leaving: RandomSplits.promised)
  }

  func with(splits: Int) -> SharedRows {
    splits == self.splits ? self : SharedRows(splits: splits, rows: rows, heldOut: heldOut)
  }

  var heldOutShare: Double { Double(heldOut) / Double(rows) }

  /// How many times the variance within may be in the square of the mean, were splits independent.
  var plainBound: Double { critical * critical / Double(splits) }

  /// The same with the rows allowed for that splits share.
  var correctedBound: Double {
    critical * critical * (1 / Double(splits) + Double(heldOut) / Double(rows - heldOut))
  }

  /// How often the plain test calls one of two equal models better.
  var plainRejections: Double {
    let stretch = plainBound / correctedBound
    return 1
      - StudentDistribution(freedom: splits - 1)
      .within(critical * Elementary.squareRoot(stretch))
  }
}

extension RandomSplits {
  /// What the plain test of equal models is found to be, by how often it errs.
  static func verdict(plainRejections: Double) -> FindingKind {
    plainRejections > 2 * promised ? tooEager : nearLevel
  }
}

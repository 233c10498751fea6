import Numerics

/// What training to the end loses in expectation, from a start at a distance.
///
/// With n rows of d normal features and noise of variance σ², descent from a start δ off the right
/// weights ends at a mean squared distance of (1 − n/d)δ² + σ²n/(d − n − 1) for n < d − 1, and of
/// σ²d/(n − d − 1) for n > d + 1, whatever the start. Between them the mean is infinite.
/// Source: Belkin, Hsu & Xu 2020, "Two models of double descent for weak features", of which
/// this moves the start.
struct TransferTheory {
  let rows: Int
  let noise: Double

  /// d.
  private var features: Int { HeadStart.features }

  /// The part of any offset that the rows say nothing about.
  var unseen: Double { max(0, 1 - Double(rows) / Double(features)) }

  /// What the noise adds; infinite near as many rows as features.
  var noiseLoss: Double {
    let variance = noise * noise
    if variance == 0 { return 0 }
    let spare = abs(features - rows) - 1
    guard spare > 0 else { return .infinity }
    return variance * Double(min(rows, features)) / Double(spare)
  }

  /// The mean squared distance at the end; infinite near as many rows as features.
  func loss(distance: Double) -> Double { unseen * distance * distance + noiseLoss }

  /// The same where a mean over some sets of rows comes near it, else nil.
  ///
  /// The squares of what noise adds have no mean from d − 3 to d + 3 rows.
  func tellingLoss(distance: Double) -> Double? {
    abs(features - rows) > 3 || noise == 0 ? loss(distance: distance) : nil
  }

  /// By how much a start at a distance is ahead of zero, which is 1 off: the noise is the same.
  func lead(distance: Double) -> Double { unseen * (1 - distance * distance) }
}

import Experiments
import Learning
import Numerics

/// What every measure should be where scores are N(0, 1) and N(d, 1).
///
/// Recall is Φ(d − t), the share of false alarms Φ(−t), the area under the ROC curve Φ(d/√2)
/// (Fawcett 2006, "An introduction to ROC analysis"; Hanley & McNeil 1982). These and accuracy are
/// expectations. Precision and F1 are ratios of counts, and here the ratios of the expected counts,
/// which they come to as rows grow many.
struct NormalScores {
  /// The share π of positive rows.
  let share: Double

  /// How much higher they score on average, d.
  let separation: Double

  func recall(_ threshold: Double) -> Double {
    Elementary.normalDistribution(separation - threshold)
  }

  /// The share of negative rows that are called positive.
  func falseAlarms(_ threshold: Double) -> Double { Elementary.normalDistribution(-threshold) }

  /// The share of all rows that are called positive.
  private func called(_ threshold: Double) -> Double {
    share * recall(threshold) + (1 - share) * falseAlarms(threshold)
  }

  func precision(_ threshold: Double) -> Double {
    share * recall(threshold) / called(threshold)
  }

  func f1(_ threshold: Double) -> Double {
    2 * share * recall(threshold) / (share + called(threshold))
  }

  func accuracy(_ threshold: Double) -> Double {
    share * recall(threshold) + (1 - share) * (1 - falseAlarms(threshold))
  }

  func balancedAccuracy(_ threshold: Double) -> Double {
    0.5 * (recall(threshold) + 1 - falseAlarms(threshold))
  }

  var auc: Double { Elementary.normalDistribution(separation * Elementary.squareRoot(0.5)) }

  /// The best F1 of all thresholds, and where it is: −∞ where scores know nothing.
  ///
  /// It is where a row is positive with a probability of half of the best F1 itself. Each round puts
  /// the threshold there for the F1 so far, from that of calling every row on; this climbs as Newton's
  /// method does (Dinkelbach 1967, "On nonlinear fractional programming").
  var best: (threshold: Double, f1: Double) {
    var best = (threshold: -Double.infinity, f1: 2 * share / (share + 1))
    guard separation > 0 else { return best }
    for _ in 0..<100 {
      let odds = best.f1 * (1 - share) / ((2 - best.f1) * share)
      let threshold = 0.5 * separation + Elementary.log(odds) / separation
      let value = f1(threshold)
      guard value > best.f1 else { break }
      best = (threshold, value)
    }
    return best
  }
}

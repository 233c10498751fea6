import Experiments
import Learning
import Numerics

/// What every measure is in expectation where scores are N(0, 1) and N(d, 1).
///
/// Recall is Φ(d − t), the share of false alarms Φ(−t), the area under the ROC curve Φ(d/√2)
/// (Fawcett 2006, "An introduction to ROC analysis"; Hanley & McNeil 1982). Precision and F1 are
/// ratios, and here the ratios of the expected counts.
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

  /// The best F1 of the thresholds one can choose, and where it is, to a hundredth.
  var best: (threshold: Double, f1: Double) {
    var best = (threshold: 0.0, f1: -1.0)
    for threshold in Spacing.values(701, over: -2...5, .linear) {
      let value = f1(threshold)
      if value > best.f1 { best = (threshold, value) }
    }
    return best
  }
}

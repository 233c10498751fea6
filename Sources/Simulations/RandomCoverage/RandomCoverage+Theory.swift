import Experiments
import Numerics

/// What independent draws come to, whatever the shape of the good region and the number of axes.
///
/// The rank of a draw is uniform on [0, 1], and so all follows from the least of n uniform numbers.
struct Coverage {
  let trials: Int

  /// The share of all settings that is good.
  let share: Double

  /// The chance that one of the draws is good.
  var hitChance: Double { 1 - (1 - share).raised(to: trials) }

  var meanRank: Double { 1 / Double(trials + 1) }

  /// 1 − 2^(−1/n).
  var medianRank: Double { -Elementary.expm1(-Elementary.log(2) / Double(trials)) }
}

extension RandomCoverage {
  /// What a number of draws is found to be, by its chance of a good one.
  static func verdict(hitChance: Double) -> FindingKind {
    hitChance >= sureness ? enough : tooFew
  }
}

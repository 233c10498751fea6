import Experiments
import Numerics

/// What a step costs in expectation where tuning follows the calendar.
///
/// Changes come at a rate p, a tuning costs C, a step with stale settings 1. Of a period T the share
/// 1 − (1 − e^(−pT))/(pT) is stale on average, so a step costs C/T more than that.
struct ScheduleTheory {
  let changeRate: Double
  let tuningCost: Double

  func tuningPart(_ period: Double) -> Double { tuningCost / period }

  func stalePart(_ period: Double) -> Double {
    let changes = changeRate * period
    // Of few changes the difference below would leave only rounding.
    if changes < 1e-4 { return changes / 2 - changes * changes / 6 }
    return 1 + Elementary.expm1(-changes) / changes
  }

  func cost(_ period: Double) -> Double { tuningPart(period) + stalePart(period) }

  /// The period with the lowest cost, whole or not, up to the longest that can be chosen.
  ///
  /// The slope of the cost is [1 − (1 + x)e^(−x) − pC] over pT², x = pT, and the bracket only grows: one
  /// valley at most, found by halving.
  var best: (period: Double, cost: Double) {
    func slope(_ period: Double) -> Double {
      let changes = changeRate * period
      return 1 - (1 + changes) * Elementary.exp(-changes) - changeRate * tuningCost
    }
    var (low, high) = (1.0, 10_000.0)
    if slope(low) >= 0 { return (low, cost(low)) }
    if slope(high) <= 0 { return (high, cost(high)) }
    for _ in 0..<60 {
      let middle = 0.5 * (low + high)
      if slope(middle) < 0 { low = middle } else { high = middle }
    }
    return (low, cost(low))
  }
}

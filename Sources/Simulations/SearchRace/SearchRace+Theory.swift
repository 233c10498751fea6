import Experiments
import Tuning

/// The expected regret of two searches, the best place being as likely anywhere.
enum ExpectedRegret {
  /// Of a grid with so many values of each knob, all in the middles of equal parts: a distance that is
  /// uniform up to half a part has a mean square of 1/(12k²).
  static func grid(_ counts: [Int], second: Double) -> Double {
    zip([1, second], counts).reduce(0) { $0 + $1.0 / (12 * Double($1.1 * $1.1)) }
  }

  /// Of random search where the second knob does nothing: (n + 7)/(2(n + 1)(n + 2)(n + 3)).
  ///
  /// No draw is within r of c with the chance (1 − 2r)ⁿ up to the nearer end of the axis and
  /// (1 − c − r)ⁿ beyond it, c being the distance from that end; times 2r, over r and then over c.
  static func random(_ trials: Int) -> Double {
    let n = Double(trials)
    return (n + 7) / (2 * (n + 1) * (n + 2) * (n + 3))
  }
}

extension SearchRace {
  /// What a search is found to be beside random search.
  static func verdict(_ way: Way, regret: Double, random: Double) -> FindingKind {
    if way == .random { return yardstick }
    return regret < random ? aheadOfRandom : behindRandom
  }
}

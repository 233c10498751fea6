import Experiments
import Numerics

/// What is known of the best value: in decades it is normal.
struct Belief {
  let guess: Double

  /// Its standard deviation in decades.
  let doubt: Double
}

/// A range from which so many values are drawn, each good within a factor of the best one.
struct DrawnRange {
  let low: Double
  let high: Double
  let scale: SearchRange.Spread
  let trials: Int
  let factor: Double

  var isEmpty: Bool { low >= high }

  /// This range with draws spread otherwise.
  func spread(_ scale: SearchRange.Spread) -> DrawnRange {
    DrawnRange(low: low, high: high, scale: scale, trials: trials, factor: factor)
  }

  /// The chance that a draw is good: the part of the range within the factor of the best value.
  func drawChance(best: Double) -> Double {
    let (from, to) = (max(low, best / factor), min(high, best * factor))
    guard from < to else { return 0 }
    switch scale {
    case .log: return Elementary.log(to / from) / Elementary.log(high / low)
    case .uniform: return (to - from) / (high - low)
    }
  }

  /// The chance that one of the draws is good.
  func hitChance(best: Double) -> Double {
    isEmpty ? 0 : 1 - (1 - drawChance(best: best)).raised(to: trials)
  }

  /// The chances of a miss with the best value outside the range, and inside it.
  ///
  /// - Parameter parts: how finely each smooth piece is integrated, an even number.
  func missChances(_ belief: Belief, parts: Int = 256) -> (outside: Double, inside: Double) {
    func miss(_ deviations: Double) -> Double {
      let best = belief.guess * Decades.power(belief.doubt * deviations)
      return (1 - hitChance(best: best)) * Elementary.normalDensity(deviations)
    }
    guard belief.doubt > 0 else {
      let missed = 1 - hitChance(best: belief.guess)
      return (low...max(low, high)).contains(belief.guess) ? (0, missed) : (missed, 0)
    }
    /// How many deviations from the guess a value is, as far out as counts.
    func place(_ value: Double) -> Double {
      min(max(Decades.count(value / belief.guess) / belief.doubt, -9), 9)
    }
    // Between these the integrand is smooth.
    let (start, end) = (place(low), place(high))
    let bends = [low / factor, low * factor, high / factor, high * factor].map(place)
    let places = ([-9, start, end, 9] + bends).sorted()
    return zip(places, places.dropFirst()).reduce(into: (outside: 0.0, inside: 0.0)) {
      chances, piece in
      let chance = Simpson.integral(from: piece.0, to: piece.1, parts: parts, of: miss)
      if piece.0 >= start && piece.1 <= end {
        chances.inside += chance
      } else {
        chances.outside += chance
      }
    }
  }

  func hitChance(_ belief: Belief) -> Double {
    if isEmpty { return 0 }
    let missed = missChances(belief)
    return min(max(1 - missed.outside - missed.inside, 0), 1)
  }

  /// The chance that the best value lies outside the range.
  func outsideChance(_ belief: Belief) -> Double {
    guard !isEmpty else { return 1 }
    guard belief.doubt > 0 else { return (low...high).contains(belief.guess) ? 0 : 1 }
    func below(_ value: Double) -> Double {
      Elementary.normalDistribution(Decades.count(value / belief.guess) / belief.doubt)
    }
    return below(low) + 1 - below(high)
  }

  /// Where the best value is outside, the chance that the draw nearest to it is in the edge at its
  /// side: that any draw is.
  var noticedChance: Double { 1 - (1 - SearchRange.edge).raised(to: trials) }
}

extension SearchRange {
  /// What a range is found to be, by the chances of its misses.
  static func verdict(missedOutside: Double, missedInside: Double) -> FindingKind {
    missedOutside > missedInside ? missesOutside : missesInside
  }

  /// Which scale a range is found to call for, by the chances of both.
  static func verdict(log: Double, uniform: Double) -> FindingKind {
    log >= uniform ? logAhead : uniformAhead
  }
}

/// Powers of ten.
enum Decades {
  /// 10 to a power, whole or not.
  static func power(_ exponent: Double) -> Double { Elementary.exp(exponent * Elementary.log(10)) }

  /// The logarithm to the base 10.
  static func count(_ ratio: Double) -> Double { Elementary.log(ratio) / Elementary.log(10) }
}

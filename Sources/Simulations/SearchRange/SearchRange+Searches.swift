import Experiments
import Numerics

/// Searches that draw values from a range, each for a best value of its own.
struct RangeSearches {
  let range: DrawnRange
  let belief: Belief
  let seed: UInt64

  /// How many drew a good value.
  private(set) var hits = 0

  /// How many had the best value outside the range.
  private(set) var outside = 0

  /// How many of those had their best draw in the edge at that side.
  private(set) var noticed = 0

  /// How many had their best draw in either edge.
  private(set) var atEdge = 0

  /// How many of those had the best value outside the range.
  private(set) var rightAtEdge = 0

  init(_ range: DrawnRange, _ belief: Belief, seed: UInt64) {
    self.range = range
    self.belief = belief
    self.seed = seed
    for number in 0..<SearchRange.searches where !range.isEmpty { search(number) }
  }

  private mutating func search(_ number: Int) {
    var luck = RandomStream(seed: seed, "best value", number)
    let decades = belief.doubt * luck.normal()
    let best = belief.guess * Decades.power(decades)
    var draws = RandomStream(seed: seed, "draws", number)
    // The nearest by ratio, be it above or below.
    var (nearest, place) = (Double.infinity, 0.0)
    for _ in 0..<range.trials {
      let share = draws.uniform()
      let value = range.value(at: share)
      let ratio = value > best ? value / best : best / value
      if ratio < nearest { (nearest, place) = (ratio, share) }
    }
    if nearest <= range.factor { hits += 1 }
    let isLow = place < SearchRange.edge
    let isHigh = place >= 1 - SearchRange.edge
    let isOutside = best < range.low || best > range.high
    if isLow || isHigh { atEdge += 1 }
    if isOutside { outside += 1 }
    if isOutside, isLow || isHigh { rightAtEdge += 1 }
    if best < range.low && isLow || best > range.high && isHigh { noticed += 1 }
  }

  private var hitShare: Double { Double(hits) / Double(SearchRange.searches) }

  /// A share of some; nil of none.
  private static func share(_ part: Int, of whole: Int) -> Double? {
    whole > 0 ? Double(part) / Double(whole) : nil
  }

  /// Every metric with its value.
  var values: [(metric: Metric, value: Double?)] {
    [
      (SearchRange.hitShare, hitShare), (SearchRange.hitChance, range.hitChance(belief)),
      (SearchRange.logChance, range.spread(.log).hitChance(belief)),
      (SearchRange.uniformChance, range.spread(.uniform).hitChance(belief)),
      (SearchRange.outsideChance, range.outsideChance(belief)),
      (SearchRange.noticed, Self.share(noticed, of: outside)),
      (SearchRange.predictedNoticed, range.isEmpty ? nil : range.noticedChance),
      (SearchRange.edgeShare, Double(atEdge) / Double(SearchRange.searches)),
      (SearchRange.edgeRight, Self.share(rightAtEdge, of: atEdge)),
    ]
  }

  /// What was found, in words that never name a better range: an exercise asks for it.
  var findings: [Finding] {
    guard !range.isEmpty else {
      return [
        Finding(
          SearchRange.empty, predicted: 0, measured: hitShare,
          "low is not below high: the range is empty, and there is nothing to draw from.")
      ]
    }
    let chance = range.hitChance(belief)
    let missed = range.missChances(belief)
    let (log, uniform) = (
      range.spread(.log).hitChance(belief), range.spread(.uniform).hitChance(belief)
    )
    let kind = SearchRange.verdict(missedOutside: missed.outside, missedInside: missed.inside)
    let draws = NumberText.count(range.trials, "draw")
    return [
      Finding(
        kind, predicted: chance, measured: hitShare,
        "\(draws) hold a good value with a chance of \(Self.text(chance)), and did in "
          + "\(Self.text(hitShare)) of \(SearchRange.searches) searches; \(Self.text(missed.outside)) "
          + "are missed with the best value outside the range, \(Self.text(missed.inside)) with it "
          + "inside."),
      Finding(
        SearchRange.verdict(log: log, uniform: uniform), predicted: log, measured: uniform,
        "spread by ratio the draws of this range hold a good value with a chance of "
          + "\(Self.text(log)), by difference with \(Self.text(uniform))."),
    ]
  }

  private static func text(_ value: Double) -> String { NumberText.fixed(value, decimals: 4) }
}

extension DrawnRange {
  /// The value at a share of the way from low to high.
  fileprivate func value(at share: Double) -> Double {
    switch scale {
    case .log: low * Elementary.exp(share * Elementary.log(high / low))
    case .uniform: low + share * (high - low)
    }
  }
}

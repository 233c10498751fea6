import Experiments
import Numerics
import Testing

@testable import Simulations

@Suite struct SearchRangeTests {
  static func outcome(
    _ low: Double, _ high: Double, trials: Int = 10, scale: SearchRange.Spread = .log,
    guess: Double = 0.01, doubt: Double = 0.7, seed: UInt64 = 1
  ) throws -> Outcome {
    try SearchRange.outcome(
      [
        "low": .real(low), "high": .real(high), "trials": .integer(trials),
        "scale": scale.settingValue, "guess": .real(guess), "doubt": .real(doubt),
      ], seed: seed)
  }

  private static let belief = Belief(guess: 0.01, doubt: 0.7)

  /// A range of so many decades with the guess in its middle.
  private static func centred(_ decades: Double, trials: Int) -> DrawnRange {
    let reach = Decades.power(decades / 2)
    return DrawnRange(
      low: 0.01 / reach, high: 0.01 * reach, scale: .log, trials: trials, factor: 1.5)
  }

  // The figures of the ground truth

  private static let bands: [(low: Double, high: Double, chances: [Double])] = [
    (0.001, 0.003, [0.0020, 0.1193, 0.039, 0.921]), (0.01, 0.03, [0.0200, 0.1193, 0.332, 0.921]),
    (0.1, 0.3, [0.2000, 0.1193, 0.988, 0.921]), (0.108, 0.187, [0.0790, 0.0596, 0.807, 0.708]),
  ]

  /// One draw and twenty from 0.0001 … 1 by either scale, for a band of good values.
  @Test(arguments: bands) func bandsAreHit(low: Double, high: Double, chances: [Double]) {
    let best = (low * high).squareRoot()
    func chance(_ scale: SearchRange.Spread, _ trials: Int) -> Double {
      DrawnRange(low: 1e-4, high: 1, scale: scale, trials: trials, factor: best / low)
        .hitChance(best: best)
    }
    for (scale, one, twenty) in [(SearchRange.Spread.uniform, 0, 2), (.log, 1, 3)] {
      #expect(abs(chance(scale, 1) - chances[one]) < 6e-5)
      #expect(abs(chance(scale, 20) - chances[twenty]) < 6e-4)
    }
  }

  /// For a band of a factor of three the scales do alike where its top is at 0.179 of the range's.
  @Test(arguments: [(0.178, true), (0.180, false)])
  func uniformWinsAtTheTop(top: Double, isLogAhead: Bool) {
    let best = top / 3.0.squareRoot()
    func chance(_ scale: SearchRange.Spread) -> Double {
      DrawnRange(low: 1e-4, high: 1, scale: scale, trials: 1, factor: 3.0.squareRoot())
        .drawChance(best: best)
    }
    #expect((chance(.log) > chance(.uniform)) == isLogAhead)
  }

  private static let widths: [(decades: Double, ten: Double, thirty: Double)] = [
    (1, 0.590, 0.642), (1.5, 0.699, 0.789), (2, 0.738, 0.884), (2.5, 0.728, 0.935),
    (3, 0.692, 0.953), (4, 0.600, 0.934), (5, 0.518, 0.888),
  ]

  @Test(arguments: widths) func widthsHaveABest(decades: Double, ten: Double, thirty: Double) {
    #expect(abs(Self.centred(decades, trials: 10).hitChance(Self.belief) - ten) < 6e-4)
    #expect(abs(Self.centred(decades, trials: 30).hitChance(Self.belief) - thirty) < 6e-4)
  }

  @Test func uniformDrawsDoBadly() {
    let range = DrawnRange(low: 1e-4, high: 1, scale: .uniform, trials: 10, factor: 1.5)
    #expect(abs(range.hitChance(Self.belief) - 0.172) < 6e-4)
    #expect(abs(range.spread(.log).hitChance(Self.belief) - 0.600) < 6e-4)
  }

  /// In 0.001 … 0.1: how often the best draw is at an edge, and what that says.
  @Test func anEdgeIsAReason() throws {
    var (outside, atEdge, right, noticed) = (0, 0, 0, 0)
    let searches = 40 * SearchRange.searches
    for seed in 1...40 {
      let run = RangeSearches(
        DrawnRange(low: 1e-3, high: 0.1, scale: .log, trials: 10, factor: 1.5), Self.belief,
        seed: UInt64(seed))
      outside += run.outside
      atEdge += run.atEdge
      right += run.rightAtEdge
      noticed += run.noticed
    }
    func share(_ part: Int, _ whole: Int) -> Double { Double(part) / Double(whole) }
    let range = Self.centred(2, trials: 10)
    #expect(abs(range.outsideChance(Self.belief) - 0.153) < 5.1e-4)
    #expect(abs(share(outside, searches) - 0.153) < 0.008)
    #expect(abs(range.noticedChance - 0.651) < 5.1e-4)
    #expect(abs(share(noticed, outside) - 0.651) < 0.025)
    // Inside it fires at .105, outside at either side: together .189.
    #expect(abs(share(atEdge - right, searches - outside) - 0.105) < 0.007)
    #expect(abs(share(right, atEdge) - 0.526) < 0.025)
    #expect(abs(share(outside - right, searches - atEdge) - 0.066) < 0.006)
  }

  /// The exercise: a slanted block, 5 % of the square of both ends; the obvious ranges fail.
  @Test func theBlockOfTheExercise() {
    let exponents = (0...50).map { -5 + Double($0) / 10 }
    var passing: [(low: Double, high: Double)] = []
    var stricter = 0
    for low in exponents {
      for high in exponents where low < high {
        let range = DrawnRange(
          low: Decades.power(low), high: Decades.power(high), scale: .log, trials: 10, factor: 1.5)
        let chance = range.hitChance(Self.belief)
        if chance >= 0.68 { passing.append((low, high)) }
        if chance >= 0.7 { stricter += 1 }
      }
    }
    let all = Double(exponents.count * exponents.count)
    #expect(abs(Double(passing.count) / all - 0.050) < 5.1e-4)
    #expect(abs(Double(stricter) / all - 0.031) < 5.1e-4)
    let (lows, highs) = (passing.map(\.low), passing.map(\.high))
    #expect(abs((lows.min() ?? 0) + 3.8) < 1e-9 && abs((lows.max() ?? 0) + 2.6) < 1e-9)
    #expect(abs((highs.min() ?? 0) + 1.4) < 1e-9 && abs((highs.max() ?? 0) + 0.2) < 1e-9)
    for (low, high) in [(1e-4, 1.0), (1e-5, 1), (0.00316, 0.0316)] {
      let range = DrawnRange(low: low, high: high, scale: .log, trials: 10, factor: 1.5)
      #expect(range.hitChance(Self.belief) < 0.61)
    }
  }

  // Found otherwise

  private static let ranges: [(low: Double, high: Double, doubt: Double, trials: Int)] = [
    (1e-3, 0.1, 0.7, 10), (1e-5, 1, 2, 100), (0.009, 0.5, 0.3, 1), (0.5, 1, 1.3, 40),
    (1e-5, 2e-5, 1, 3), (0.0099, 0.0101, 0.01, 5),
  ]

  /// Chances beside a plain sum over the best value in ten thousand steps, and beside 20,000 searches.
  @Test(arguments: ranges, SearchRange.Spread.allCases)
  func chancesAreThose(
    plan: (low: Double, high: Double, doubt: Double, trials: Int), scale: SearchRange.Spread
  ) {
    let range = DrawnRange(
      low: plan.low, high: plan.high, scale: scale, trials: plan.trials, factor: 1.5)
    let belief = Belief(guess: 0.01, doubt: plan.doubt)
    let parts = 20_000
    var (hit, outside, missedOutside) = (0.0, 0.0, 0.0)
    for part in 0..<parts {
      let deviations = -9 + 18 * (Double(part) + 0.5) / Double(parts)
      let best = 0.01 * Decades.power(plan.doubt * deviations)
      let weight = Elementary.normalDensity(deviations) * 18 / Double(parts)
      let overlap = max(0, min(plan.high, best * 1.5) - max(plan.low, best / 1.5))
      let ratio = max(1, min(plan.high, best * 1.5) / max(plan.low, best / 1.5))
      let draw =
        scale == .uniform
        ? overlap / (plan.high - plan.low)
        : Decades.count(ratio) / Decades.count(plan.high / plan.low)
      let chance = 1 - (1 - draw).raised(to: plan.trials)
      hit += weight * chance
      if best < plan.low || best > plan.high {
        outside += weight
        missedOutside += weight * (1 - chance)
      }
    }
    let told = range.hitChance(belief)
    let missed = range.missChances(belief)
    #expect(abs(told - hit) < 5e-4, "\(told) for \(hit)")
    #expect(abs(range.outsideChance(belief) - outside) < 1e-3)
    #expect(abs(missed.outside - missedOutside) < 1e-3)
    #expect(abs(missed.outside + missed.inside + told - 1) < 1e-6)
    let runs = (1...20).map { RangeSearches(range, belief, seed: $0) }
    let share = Double(runs.map(\.hits).reduce(0, +)) / 20_000
    #expect(abs(share - told) < 4 * (told * (1 - told) / 20_000).squareRoot() + 1e-3)
  }

  /// Where draws are spread by difference the integrand bends sharply: beside sixteen times the steps.
  @Test(arguments: [
    (1.39e-5, 0.0868, 79, 0.187, 0.179, 2.94), (0.00442, 0.0126, 87, 0.12, 0.365, 2.93),
    (1e-5, 1, 100, 0.01, 2, 1.1),
  ])
  func theIntegralIsFineEnough(
    low: Double, high: Double, trials: Int, guess: Double, doubt: Double, factor: Double
  ) {
    let range = DrawnRange(
      low: low, high: high, scale: .uniform, trials: trials, factor: factor)
    let belief = Belief(guess: guess, doubt: doubt)
    let (told, fine) = (range.missChances(belief), range.missChances(belief, parts: 4096))
    #expect(abs(told.outside - fine.outside) < 2e-6)
    #expect(abs(told.inside - fine.inside) < 2e-6)
  }

  /// Without doubt the chance is that of the guess.
  @Test(arguments: [(1e-3, 0.1), (0.02, 0.1), (0.011, 1)]) func noDoubt(low: Double, high: Double) {
    let range = DrawnRange(low: low, high: high, scale: .log, trials: 4, factor: 1.5)
    let sure = Belief(guess: 0.01, doubt: 0)
    let nearly = Belief(guess: 0.01, doubt: 1e-6)
    #expect(range.hitChance(sure) == range.hitChance(best: 0.01))
    #expect(abs(range.hitChance(nearly) - range.hitChance(sure)) < 1e-4)
    #expect(range.outsideChance(sure) == (low <= 0.01 ? 0 : 1))
    #expect(abs(range.outsideChance(nearly) - range.outsideChance(sure)) < 1e-9)
  }

  // What a run says

  @Test(arguments: [
    (1e-5, 1, 0.01, ["misses-inside", "log-ahead"]),
    (0.005, 0.02, 0.01, ["misses-outside", "log-ahead"]),
    (1e-5, 1, 0.5, ["misses-inside", "uniform-ahead"]), (0.1, 0.1, 0.01, ["empty"]),
    (0.2, 0.1, 0.01, ["empty"]),
  ])
  func findsWhatItIs(low: Double, high: Double, guess: Double, codes: [String]) throws {
    let outcome = try Self.outcome(low, high, guess: guess, doubt: guess == 0.5 ? 0.1 : 0.7)
    #expect(outcome.findings.map(\.code) == codes)
    #expect(outcome.findings[0].measured == outcome["hit-share"])
    #expect(outcome.findings[0].predicted == outcome["hit-chance"])
    if codes.count > 1 {
      #expect(outcome.findings[1].predicted == outcome["log-chance"])
      #expect(outcome.findings[1].measured == outcome["uniform-chance"])
    } else {
      #expect(outcome["hit-chance"] == 0 && outcome["hit-share"] == 0)
      #expect(outcome["noticed"] == nil && outcome["edge-right"] == nil)
    }
  }

  @Test(arguments: [1e-5, 1], [1e-5, 1]) func holdsAtAllCorners(low: Double, high: Double) throws {
    for trials in [1, 100] {
      for scale in SearchRange.Spread.allCases {
        for (guess, doubt) in [(1e-4, 0.0), (0.5, 2)] {
          let outcome = try Self.outcome(
            low, high, trials: trials, scale: scale, guess: guess, doubt: doubt)
          #expect(outcome.metrics.values.allSatisfy { (0...1).contains($0) })
          #expect(outcome.cost.multiplyAdds > 0 && outcome.cost.bytes > 0)
          FigureCheck.check(outcome.figures, of: SearchRange.self)
        }
      }
    }
  }

  @Test func verdictsTurnAtTheirBounds() {
    #expect(SearchRange.verdict(missedOutside: 0.2, missedInside: 0.2).code == "misses-inside")
    #expect(
      SearchRange.verdict(missedOutside: 0.2.nextUp, missedInside: 0.2).code == "misses-outside")
    #expect(SearchRange.verdict(log: 0.5, uniform: 0.5).code == "log-ahead")
    #expect(SearchRange.verdict(log: 0.5, uniform: 0.5.nextUp).code == "uniform-ahead")
  }
}

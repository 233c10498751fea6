import Experiments
import Numerics
import Testing

@testable import Simulations

@Suite struct TunedKnobsTests {
  static func outcome(_ turned: [String: String] = [:], seed: UInt64 = 1) throws -> Outcome {
    try TunedKnobs.outcome(turned, seed: seed)
  }

  /// Mean lowest losses of 16 × 256 searches, by number of knobs.
  private static func losses(_ weights: [Double], trials: Int) -> [Double] {
    let tables = (1...16).map {
      KnobSearch(weights, seed: $0).losses(upTo: trials)[trials - 1]
    }
    return weights.indices.map { knob in tables.reduce(0) { $0 + $1[knob] } / 16 }
  }

  /// 25 trials where only two knobs matter: more that do nothing cost random search nothing.
  @Test func twoKnobsMatter() {
    let losses = Self.losses([1, 1] + Array(repeating: 0, count: 8), trials: 25)
    for knobs in 2...10 { #expect(abs(losses[knobs - 1] - 0.0153) < 0.0006) }
    #expect(Set(losses.dropFirst()).count == 1)
  }

  /// A grid pays for every knob: k = ⌊25^(1/d)⌋ values of each, and a loss of 2/(12k²).
  @Test(
    arguments: [(2, 5, 0.0067), (3, 2, 0.0417), (4, 2, 0.0417), (6, 1, 0.1667)])
  func grids(knobs: Int, values: Int, loss: Double) throws {
    #expect(KnobSearch.gridValues(25, knobs: knobs) == values)
    #expect(abs(KnobSearch.grid([1, 1], values: values) - loss) < 6e-5)
    let outcome = try Self.outcome(["trials": "25", "knobs": "\(knobs)", "weights": "two"])
    #expect(outcome["grid-values"] == Double(values))
    #expect(abs(try #require(outcome["grid-loss"]) - loss) < 6e-5)
  }

  @Test func gridsAreAsLargeAsTrialsAllow() {
    for trials in 1...60 {
      for knobs in 1...8 {
        let values = Double(KnobSearch.gridValues(trials, knobs: knobs))
        #expect(values.raised(to: knobs) <= Double(trials))
        #expect((values + 1).raised(to: knobs) > Double(trials))
      }
    }
  }

  /// 25 trials where all knobs matter alike: each that is tuned adds a loss, and less is gained over the
  /// middle.
  @Test(
    arguments: [
      (1, 0.0008, 0.083), (2, 0.0151, 0.167), (3, 0.052, 0.25), (4, 0.110, 0.333),
      (6, 0.266, 0.5), (10, 0.661, 0.833),
    ])
  func allKnobsMatter(knobs: Int, loss: Double, untuned: Double) {
    let weights = [Double](repeating: 1, count: knobs)
    let found = Self.losses(weights, trials: 25)[knobs - 1]
    #expect(abs(found - loss) < 0.05 * loss + 1e-5, "\(found)")
    #expect(abs(KnobSearch.untuned(weights) - untuned) < 5e-4)
    if knobs == 1 { #expect(1 - found / untuned > 0.985) }
    if knobs == 10 { #expect(abs(1 - found / untuned - 0.21) < 0.02) }
  }

  /// 25 trials over 1 … 8 knobs that weigh half as much each.
  @Test func lossesByKnobs() {
    let weights = (0..<8).map(TunedKnobs.Weights.halving.weight)
    let losses = KnobResult.whole(Self.losses(weights, trials: 25), weights)
    let known = [0.0835, 0.0518, 0.0469, 0.0488, 0.0531, 0.0553, 0.0564, 0.0564]
    for (found, wanted) in zip(losses, known) {
      #expect(abs(found - wanted) < 0.03 * wanted, "\(found) for \(wanted)")
    }
    #expect(abs(KnobSearch.untuned(weights) - 0.166) < 1e-4)
  }

  /// The number of knobs worth tuning grows with the trials.
  @Test(arguments: [(5, 1...2), (9, 2...2), (16, 2...3), (25, 3...3), (60, 3...4)])
  func bestKnobs(trials: Int, best: ClosedRange<Int>) {
    let weights = (0..<8).map(TunedKnobs.Weights.halving.weight)
    let losses = KnobResult.whole(Self.losses(weights, trials: trials), weights)
    let found = losses.indices.min { losses[$0] < losses[$1] }.map { $0 + 1 } ?? 0
    #expect(best.contains(found), "\(found): \(losses)")
  }

  /// A search of one or two trials over all knobs is worse than none.
  @Test func aShortSearchHarms() throws {
    let one = try Self.outcome(["trials": "1"])
    #expect(one.findings.map(\.code) == ["too-many-knobs", "harmful"])
    let untuned = try #require(one["untuned-loss"])
    #expect(abs(try #require(one["predicted-loss"]) - 2 * untuned) < 1e-3)
    #expect(try Self.outcome(["trials": "5"]).findings.map(\.code) == ["too-many-knobs"])
  }

  /// Trial by trial, drawn once more.
  @Test func searchesByHand() {
    let search = KnobSearch([1, 0.5, 0.25], seed: 12)
    let found = search.losses(upTo: 4)
    var sum = 0.0
    for number in 0..<256 {
      var places = RandomStream(seed: 12, "best place", number)
      let best = (0..<3).map { _ in places.uniform() }
      var draws = RandomStream(seed: 12, "search", number)
      let losses = (0..<4).map { _ in
        let tried = (0..<3).map { _ in draws.uniform() }
        let squares = zip(tried, best).map { ($0 - $1) * ($0 - $1) }
        return squares[0] + 0.5 * squares[1]
      }
      sum += losses.min() ?? 0
    }
    #expect(abs(found[3][1] - sum / 256) < 1e-12)
    #expect(found[3][1] <= found[2][1] && found[3][1] <= found[3][2])
    #expect(search.losses(upTo: 2)[1] == found[1])
  }

  @Test func gainIsAShareOfTheTunedKnobs() throws {
    let outcome = try Self.outcome(["weights": "alike", "knobs": "2", "trials": "25"])
    let (loss, gain) = (try #require(outcome["loss"]), try #require(outcome["gain"]))
    #expect(abs(gain - (1 - (loss - 0.5) / (1.0 / 6))) < 1e-9)
    #expect(outcome["tried"] == 25)
  }

  @Test(arguments: [(10, 1, "too-few-knobs"), (10, 8, "too-many-knobs"), (25, 3, "balanced")])
  func findsWhatItIs(trials: Int, knobs: Int, code: String) throws {
    let outcome = try Self.outcome(["trials": "\(trials)", "knobs": "\(knobs)"])
    #expect(outcome.findings.map(\.code) == [code])
    #expect(outcome.findings[0].predicted == outcome["predicted-loss"])
    #expect(outcome.findings[0].measured == outcome["loss"])
  }

  @Test func verdictsTurnAtTheirBound() {
    #expect(TunedKnobs.Verdict.code([1, 0.951, 2], 1) == "balanced")
    #expect(TunedKnobs.Verdict.code([1, 0.949, 2], 1) == "too-few-knobs")
    #expect(TunedKnobs.Verdict.code([0.949, 2, 1], 3) == "too-many-knobs")
    #expect(TunedKnobs.Verdict.code([0.951, 2, 1], 3) == "balanced")
  }

  @Test(arguments: ["1", "60"], ["1", "8"]) func holdsAtAllCorners(
    trials: String, knobs: String
  ) throws {
    for weights in TunedKnobs.Weights.allCases {
      let outcome = try Self.outcome([
        "trials": trials, "knobs": knobs, "weights": weights.rawValue,
      ])
      #expect(Set(outcome.metrics.keys) == Set(TunedKnobs.metrics.map(\.name)))
      #expect(outcome.metrics.values.allSatisfy { $0.isFinite })
      #expect(outcome.cost.multiplyAdds > 0 && outcome.cost.bytes > 0)
      FigureCheck.check(outcome.figures, of: TunedKnobs.self)
    }
  }
}

extension TunedKnobs {
  fileprivate enum Verdict {
    static func code(_ losses: [Double], _ tuned: Int) -> String {
      KnobResult.verdict(losses, tuned: tuned).code
    }
  }
}

import Experiments
import Testing

@testable import Simulations

@Suite struct SettingSpreadTests {
  static func outcome(_ turned: [String: String] = [:], seed: UInt64 = 1) throws -> Outcome {
    try SettingSpread.outcome(turned, seed: seed)
  }

  private static let many = DrawnReaders(200, seeds: 100, seed: 1)

  private static let values = Dictionary(
    uniqueKeysWithValues: many.values.compactMap { pair in
      pair.value.map { (pair.metric.name, $0) }
    })

  /// Settings spread about ten times as far as seeds, from guessing to nearly all right.
  @Test func settingsMatter() throws {
    let values = Self.values
    let (settings, seeds) = (
      try #require(values["setting-deviation"]), try #require(values["seed-deviation"])
    )
    #expect((0.28...0.34).contains(settings) && (0.02...0.04).contains(seeds))
    let sorted = Self.many.settings.map(\.testAccuracy).sorted()
    #expect(sorted[10] < 0.15 && sorted[190] > 0.88)
    #expect((0.25...0.65).contains(try #require(values["median-accuracy"])))
    #expect(try #require(values["good-accuracy"]) > sorted[180])
  }

  /// The best of 30 by one score promises more than it holds: 20 searches.
  @Test func theBestScoreFlatters() {
    let optimisms = (1...20).map { seed -> Double in
      let drawn = DrawnReaders(30, seeds: 3, seed: seed)
      return drawn.values.first { $0.metric == SettingSpread.optimism }?.value ?? .nan
    }
    let spread = Spread(optimisms)
    #expect(spread.mean > 4 * spread.deviation / 20.0.squareRoot(), "\(spread)")
    #expect((0.01...0.05).contains(spread.mean), "\(spread)")
  }

  @Test func choosesTheFirstOfTheBest() {
    let drawn = Self.many
    let scores = drawn.settings.map(\.validationAccuracy)
    #expect(scores[drawn.chosen] == scores.max())
    #expect(scores.firstIndex(of: scores.max() ?? 0) == drawn.chosen)
  }

  /// Fewer settings are the first of more, and no two trainings have a split in common.
  @Test func settingsGoOn() {
    let few = DrawnReaders(4, seeds: 3, seed: 1)
    #expect(few.settings.map(\.testAccuracy) == Self.many.settings.prefix(4).map(\.testAccuracy))
    #expect(few.seeds.map(\.testAccuracy) == Self.many.seeds.prefix(3).map(\.testAccuracy))
  }

  @Test func verdictsTurnAtTheirBound() {
    #expect(DrawnReaders.verdict(settings: 0.25, seeds: 0.125).code == "settings-matter")
    #expect(
      DrawnReaders.verdict(settings: 0.25.nextDown, seeds: 0.125).code == "settings-hardly-matter")
  }

  @Test func findsWhatItIs() throws {
    for seed in 1...4 as ClosedRange<UInt64> {
      let outcome = try Self.outcome(seed: seed)
      let (wide, narrow) = (
        try #require(outcome["setting-deviation"]), try #require(outcome["seed-deviation"])
      )
      let code = wide >= 2 * narrow ? "settings-matter" : "settings-hardly-matter"
      #expect(outcome.findings.map(\.code) == [code, "real-data"])
      #expect(outcome.findings[0].measured == wide)
      let (promised, found) = (
        try #require(outcome["promised-accuracy"]), try #require(outcome["found-accuracy"])
      )
      #expect(abs(try #require(outcome["optimism"]) - promised + found) < 1e-12)
    }
  }

  @Test(arguments: ["3", "60"], ["3", "30"]) func holdsAtAllCorners(
    settings: String, seeds: String
  ) throws {
    let outcome = try Self.outcome(["settings": settings, "seeds": seeds])
    let expected = Set(SettingSpread.metrics.map(\.name))
    #expect(expected.subtracting(outcome.metrics.keys).isSubset(of: ["deviation-ratio"]))
    #expect(outcome.metrics.values.allSatisfy { $0.isFinite })
    #expect(outcome.cost.multiplyAdds > 0 && outcome.cost.bytes > 0)
    FigureCheck.check(outcome.figures, of: SettingSpread.self)
  }
}

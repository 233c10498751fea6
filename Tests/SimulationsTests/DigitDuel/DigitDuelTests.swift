import Experiments
import Testing

@testable import Simulations

@Suite struct DigitDuelTests {
  static func outcome(_ turned: [String: String] = [:], seed: UInt64 = 1) throws -> Outcome {
    try DigitDuel.outcome(turned, seed: seed)
  }

  private static let duel = Duel(300, epochs: 2, seed: 1)

  private static func values(_ duel: Duel) -> [String: Double] {
    Dictionary(
      uniqueKeysWithValues: duel.values.compactMap { pair in
        pair.value.map { (pair.metric.name, $0) }
      })
  }

  /// What `fair-comparison` is given at first is what 300 real splits measure.
  @Test func measuresWhatComparisonsStandOn() throws {
    let values = Self.values(Self.duel)
    let defaults = FairComparison.defaults
    #expect(abs(try #require(values["gap"]) - defaults[FairComparison.gap]) < 0.005)
    #expect(abs(try #require(values["deviation"]) - defaults[FairComparison.deviation]) < 0.003)
    #expect(abs(try #require(values["correlation"]) - defaults[FairComparison.correlation]) < 0.13)
  }

  /// The normal distribution tells how often real trainings come out right, by one split and by the mean
  /// of three.
  @Test func realComparisonsComeOutAsExpected() {
    let duel = Self.duel
    let judges = Judges(gap: 0.037, deviation: 0.034, correlation: 0.52, seed: 1)
    for runs in [1, 3] {
      let groups = 300 / runs
      let right = (0..<groups).count { group in
        let range = group * runs..<(group + 1) * runs
        return range.reduce(0.0) {
          $0 + (60 * duel.longer[$1]).rounded() - (60 * duel.shorter[$1]).rounded()
        } > 0
      }
      let share = Double(right) / Double(groups)
      #expect(abs(share - judges.chance(runs, .same)) < 0.06, "\(runs): \(share)")
    }
  }

  /// On a single split the worse one is ahead or level on a fifth of all, most of them level.
  @Test func oneSplitProvesLittle() throws {
    let values = Self.values(Self.duel)
    let (tied, behind) = (
      try #require(values["tied-share"]), try #require(values["behind-share"])
    )
    #expect((0.14...0.28).contains(tied + behind) && tied > behind)
    #expect(abs(try #require(values["ahead-share"]) + tied + behind - 1) < 1e-9)
  }

  /// Seeds on one split spread less than splits, and 60 rows explain most of what splits spread.
  @Test func theRowsAreMostOfTheSpread() throws {
    let values = Self.values(Self.duel)
    let (seeds, rows) = (
      try #require(values["seed-deviation"]), try #require(values["binomial-deviation"])
    )
    let deviation = Spread(Self.duel.longer).deviation
    #expect(seeds < deviation && abs(deviation - rows) < 0.006, "\(seeds), \(rows), \(deviation)")
    let p = try #require(values["longer-accuracy"])
    #expect(abs(rows - (p * (1 - p) / 60).squareRoot()) < 1e-12)
    // What 60 rows at an accuracy of 0.95 spread.
    #expect(abs((0.95 * 0.05 / 60).squareRoot() - 0.028) < 2e-4)
  }

  /// With the same seed twice every weight is the same to the last bit.
  @Test func theSameSeedTwice() {
    #expect(Self.duel.repeatDifference == 0)
    #expect(Self.duel.seeds[0] == Self.duel.longer[0])
    #expect(Set(Self.duel.seeds).count > 1)
  }

  /// Fewer splits are the first of more, and the shorter training is the beginning of the longer.
  @Test func splitsGoOn() {
    let few = Duel(3, epochs: 2, seed: 1)
    #expect(few.longer == Array(Self.duel.longer.prefix(3)))
    #expect(few.shorter == Array(Self.duel.shorter.prefix(3)))
    let close = Duel(3, epochs: 7, seed: 1)
    #expect(close.longer == few.longer && close.shorter != few.shorter)
  }

  @Test func verdictsTurnAtTheirBound() {
    func code(_ longer: [Double], _ shorter: [Double]) -> String {
      Duel.verdict(
        longer: longer.map { $0 / 60 }, shorter: shorter.map { $0 / 60 }
      ).code
    }
    #expect(code([55, 56, 57], [54, 55, 56]) == "agreed")
    #expect(code([50, 51, 52], [54, 55, 56]) == "agreed")
    #expect(code([55, 56, 57], [54, 56, 56]) == "disputed")
    #expect(code([55, 56, 57], [54, 57, 55]) == "disputed")
    #expect(code([55, 56, 57], [56, 55, 57]) == "level")
  }

  @Test func findsWhatItIs() throws {
    for seed in 1...4 as ClosedRange<UInt64> {
      let outcome = try Self.outcome(["splits": "5"], seed: seed)
      let ahead = try #require(outcome["ahead-share"])
      #expect(outcome.findings.count == 2 && outcome.findings[1].code == "real-data")
      #expect((outcome.findings[0].code == "agreed") == (ahead == 1))
      #expect(outcome.findings[0].measured == ahead)
    }
  }

  @Test(arguments: ["3", "40"], ["1", "7"]) func holdsAtAllCorners(
    splits: String, epochs: String
  ) throws {
    let outcome = try Self.outcome(["splits": splits, "epochs": epochs])
    let expected = Set(DigitDuel.metrics.map(\.name))
    #expect(expected.subtracting(outcome.metrics.keys).isSubset(of: ["correlation"]))
    #expect(outcome.metrics.values.allSatisfy { $0.isFinite })
    #expect(outcome.cost.multiplyAdds > 0 && outcome.cost.bytes > 0)
    FigureCheck.check(outcome.figures, of: DigitDuel.self)
  }
}

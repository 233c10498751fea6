import Experiments
import Testing
import Tuning

@testable import Simulations

@Suite struct HyperbandSearchTests {
  static func outcome(_ turned: [String: String] = [:], seed: UInt64 = 1) throws -> Outcome {
    try HyperbandSearch.outcome(turned, seed: seed)
  }

  /// Five brackets for 81 epochs, by the paper's algorithm and by its table.
  @Test(
    arguments: [
      ("algorithm", [81, 34, 15, 8, 5], 143.0, 1902.0, 1581.0),
      ("table", [81, 27, 9, 6, 5], 128, 1701, 1404),
    ])
  func bothFormulas(
    formula: String, arms: [Int], all: Double, epochs: Double, resumed: Double
  ) throws {
    let outcome = try Self.outcome(["formula": formula])
    #expect(outcome["brackets"] == 5 && outcome["arms"] == all)
    #expect(outcome["all-epochs"] == epochs && outcome["resumed-epochs"] == resumed)
    let brackets = try #require(HyperbandSearch.Formula(rawValue: formula))
      .brackets(Resource(least: 1, most: 81, factor: 3))
    #expect(brackets.map { $0.rungs[0] } == arms)
    // Each bracket of the algorithm takes about 405.
    if formula == "algorithm" {
      #expect(brackets.allSatisfy { (351...432).contains($0.cost(most: 81)) })
    }
  }

  /// Brackets are counted in whole numbers: of 243 epochs there are six, not five.
  @Test(arguments: [("243", "3", 6.0), ("242", "3", 5), ("81", "2", 7), ("125", "5", 4)])
  func bracketsOfPowers(epochs: String, factor: String, brackets: Double) throws {
    let outcome = try Self.outcome(["epochs": epochs, "factor": factor])
    #expect(outcome["brackets"] == brackets)
  }

  /// What the table's Hyperband and bets on three of its brackets come to, over 8,192 searches each.
  @Test(
    arguments: [
      ("0", -2.505, [-2.914, -2.571, -2.178]), ("1", -2.266, [-2.507, -2.488, -2.165]),
      ("1.2", -2.183, [-2.289, -2.433, -2.160]),
    ])
  func insuranceIsNotTheBestChoice(slowStart: String, loss: Double, bets: [Double]) throws {
    var settings = HyperbandSearch.defaults
    try settings.turn("formula", to: "table")
    try settings.turn("slow-start", to: slowStart)
    let all = (1...64).map { HyperbandSearches(settings, seed: $0) }
    func mean(_ value: (HyperbandSearches) -> Double) -> Double {
      all.reduce(0) { $0 + value($1) } / Double(all.count)
    }
    let found = mean(\.loss)
    #expect(abs(found - loss) < 0.03, "\(found) for \(loss)")
    for (place, bet) in bets.enumerated() {
      let found = mean { $0.bets[place] }
      #expect(abs(found - bet) < 0.03, "\(found) for \(bet)")
    }
    // Better than the safe end, and always behind a bet on a first look after 3 epochs.
    #expect(mean { $0.bets[1] } < found && found < mean { $0.bets[4] })
    #expect(abs(mean(\.wholeLoss) - all[0].predictedWholeLoss) < 0.03)
  }

  @Test func oneBracketIsALaterRungOfAll() throws {
    let searches = HyperbandSearches(HyperbandSearch.defaults, seed: 1)
    #expect(searches.plans.map { $0.looks[0].epochs } == [1, 3, 9, 27, 81])
    #expect(searches.plans.allSatisfy { $0.looks.last?.epochs == 81 })
    #expect(searches.wholes == 23)
  }

  @Test(arguments: ["0", "1", "2"], ["0.3", "3"]) func findsWhatItIs(
    slowStart: String, noise: String
  ) throws {
    let outcome = try Self.outcome(["slow-start": slowStart, "noise": noise])
    let (loss, best, worst) = (
      try #require(outcome["loss"]), try #require(outcome["best-bracket-loss"]),
      try #require(outcome["worst-bracket-loss"])
    )
    #expect(
      outcome.findings.map(\.code)
        == [worst - loss > loss - best ? "insurance" : "dear-insurance"])
    #expect(outcome.findings[0].measured == loss)
  }

  @Test func verdictsTurnAtTheirBound() {
    #expect(HyperbandSearch.verdict(loss: -2, best: -3, worst: -1).code == "dear-insurance")
    #expect(HyperbandSearch.verdict(loss: -2.01, best: -3, worst: -1).code == "insurance")
  }

  @Test(arguments: ["9", "243"], ["2", "5"]) func holdsAtAllCorners(
    epochs: String, factor: String
  ) throws {
    for (formula, slowStart, noise) in [
      ("table", "0", "3"), ("algorithm", "2", "0.3"), ("table", "2", "3"),
    ] {
      let outcome = try Self.outcome([
        "epochs": epochs, "factor": factor, "formula": formula, "slow-start": slowStart,
        "noise": noise,
      ])
      #expect(Set(outcome.metrics.keys) == Set(HyperbandSearch.metrics.map(\.name)))
      #expect(outcome.metrics.values.allSatisfy { $0.isFinite })
      #expect(outcome.cost.multiplyAdds > 0 && outcome.cost.bytes > 0)
      FigureCheck.check(outcome.figures, of: HyperbandSearch.self)
    }
  }
}

import Experiments
import Foundation
import Testing

@testable import Simulations

@Suite struct HalvingSearchTests {
  static func outcome(_ turned: [String: String] = [:], seed: UInt64 = 1) throws -> Outcome {
    try HalvingSearch.outcome(turned, seed: seed)
  }

  /// Over so many seeds of 256 searches: the loss of the choice, and how often the best was kept.
  static func means(
    _ arms: Int, at first: Int, slowStart: Double, noise: Double, seeds: Int = 32
  ) -> (loss: Double, kept: Double, whole: Double) {
    let plan = HalvingPlan(arms: arms, firstLook: first, factor: 3, whole: 81)
    let all = (1...UInt64(seeds)).map {
      HalvingSearches(
        arms: arms, plan: plan, curve: EarlyLook.Curve(slowStart, noise), seed: $0)
    }
    func mean(_ value: (HalvingSearches) -> Double) -> Double {
      all.reduce(0) { $0 + value($1) } / Double(seeds)
    }
    return (mean(\.loss), mean(\.keptShare), mean(\.wholeLoss))
  }

  // What the ground truth found, in its order; 8,192 searches have a standard error of 0.008 or less

  @Test(
    arguments: [
      (81, 1, [-2.289, -2.128, -1.739, -1.489]), (27, 3, [-1.903, -1.852, -1.731, -1.650]),
      (405, 1, [-2.914, .nan, -2.507, -2.289]), (45, 9, [-2.178, .nan, -2.165, -2.160]),
      (135, 3, [-2.571, .nan, -2.488, -2.433]),
    ])
  func lossBySlowStart(arms: Int, first: Int, losses: [Double]) {
    for (slowStart, loss) in zip([0, 0.5, 1, 1.2], losses) where !loss.isNaN {
      let found = Self.means(arms, at: first, slowStart: slowStart, noise: 1.5).loss
      #expect(abs(found - loss) < 0.03, "\(found) for \(loss) at \(slowStart)")
    }
  }

  /// From −1.428 without a slow start to −1.365 with one of 1.2; whole trainings hardly notice.
  @Test func lateLooksHardlyNotice() {
    for slowStart in [0, 0.5, 1, 1.2] {
      let late = Self.means(9, at: 9, slowStart: slowStart, noise: 1.5)
      #expect((-1.428 - 0.03 ... -1.365 + 0.03).contains(late.loss), "\(late.loss)")
      let whole = Self.means(5, at: 81, slowStart: slowStart, noise: 1.5)
      #expect((-1.147 - 0.03 ... -1.143 + 0.03).contains(whole.loss), "\(whole.loss)")
    }
  }

  @Test(arguments: [(0.0, 0.859), (0.5, 0.642), (1, 0.333), (1.2, 0.220)])
  func howOftenTheFirstLookKeepsTheBest(slowStart: Double, share: Double) {
    let kept = Self.means(81, at: 1, slowStart: slowStart, noise: 1.5).kept
    #expect(abs(kept - share) < 0.02, "\(kept)")
    #expect(abs(Self.keptChance(81, keeping: 27, slowStart, 1.5) - share) < 0.008)
  }

  /// The same chance by integrals over the best one's end and what is seen of it.
  private static func keptChance(
    _ arms: Int, keeping kept: Int, _ slowStart: Double, _ noise: Double
  ) -> Double {
    func density(_ x: Double) -> Double { exp(-x * x / 2) / (2 * Double.pi).squareRoot() }
    func above(_ x: Double) -> Double { 0.5 * erfc(x / 2.0.squareRoot()) }
    let (shown, step) = (1 - slowStart, 0.1)
    var total = 0.0
    for seen in stride(from: -9.0, through: 9, by: step) {
      // From the highest end down: how likely another ends higher and looks better.
      var looksBetter = 0.0
      for end in stride(from: 6.0, through: -6, by: -step) {
        let half = density(end) * step * above((shown * end - seen) / noise) / 2
        looksBetter += half
        let chance = min(looksBetter / above(end), 1 - 1e-12)
        looksBetter += half
        // It is kept unless as many others look better as are kept.
        var (term, sum) = (pow(1 - chance, Double(arms - 1)), 0.0)
        for others in 0..<kept {
          sum += term
          term *= Double(arms - 1 - others) / Double(others + 1) * chance / (1 - chance)
        }
        let best = Double(arms) * density(end) * pow(above(end), Double(arms - 1))
        total += best * density((seen - shown * end) / noise) / noise * sum * step * step
      }
    }
    return total
  }

  /// A slow start above 1 and less noise: the earliest look is worse than whole trainings.
  @Test(
    arguments: [
      (81, 1, -0.98), (27, 3, -1.61), (15, 9, -1.68), (9, 9, -1.40), (5, 81, -1.149),
    ])
  func whenToJudge(arms: Int, first: Int, loss: Double) {
    let found = Self.means(arms, at: first, slowStart: 1.5, noise: 1).loss
    #expect(abs(found - loss) < 0.03, "\(found)")
  }

  // Other derivations

  /// One look, and the choice has the expected largest times the correlation, at the end or before it.
  @Test(arguments: [(5, 81), (40, 81), (3, 4), (2, 1), (3, 27)])
  func oneLookInClosedForm(arms: Int, first: Int) {
    let curve = EarlyLook.Curve(1.2, 1.5)
    let expected = curve.expectedLoss(ofBestOf: arms, after: Double(first))
    let found = Self.means(arms, at: first, slowStart: 1.2, noise: 1.5).loss
    #expect(abs(found - expected) < 0.04, "\(found) for \(expected)")
  }

  /// The band of the exercise: how many trainings, first looks that pass, and those that do not.
  @Test(
    arguments: [
      (9, [7, 9, 12, 17], [3, 27, 81]), (12, [5, 7, 9, 12], [3, 23]), (15, [4, 5, 7, 9], [2, 17]),
      (20, [3, 4, 5], [2, 12]), (34, [3], [1, 5]), (45, [2], [1, 3]),
    ])
  func theBandOfTheExercise(arms: Int, passing: [Int], failing: [Int]) {
    for first in passing + failing {
      let plan = HalvingPlan(arms: arms, firstLook: first, factor: 3, whole: 81)
      let loss = Self.means(arms, at: first, slowStart: 1.5, noise: 1, seeds: 8).loss
      let passes = plan.epochs <= 405 && loss <= -1.3
      #expect(passes == passing.contains(first), "\(arms) at \(first): \(loss), \(plan.epochs)")
    }
  }

  @Test func defaultsAndEndsFail() throws {
    let given = ["slow-start": "1.5", "noise": "1"]
    #expect(HalvingSearch.defaults[HalvingSearch.arms] == 81)
    #expect(HalvingSearch.defaults[HalvingSearch.firstLook] == 1)
    for (arms, first) in [(81, 1), (5, 81), (1, 1), (1, 81), (300, 1), (300, 81), (17, 9)] {
      let outcome = try Self.outcome(
        given.merging(["arms": "\(arms)", "first-look": "\(first)"]) { $1 })
      let loss = try #require(outcome["loss"])
      let epochs = try #require(outcome["epochs"])
      #expect((loss <= -1.3 && epochs <= 405) == (arms == 17), "\(arms) at \(first)")
    }
  }

  // What a run says

  @Test(
    arguments: [
      (["slow-start": "0"], ["gains"]), (["slow-start": "1.5", "noise": "1"], ["misjudges"]),
      (["arms": "5", "first-look": "81"], ["no-gain"]), (["slow-start": "1.2"], ["gains"]),
      (["arms": "3", "slow-start": "2", "first-look": "3"], ["misjudges"]),
    ])
  func findsWhatItIs(turned: [String: String], codes: [String]) throws {
    let outcome = try Self.outcome(turned)
    let slow = Double(turned["slow-start"] ?? "0") ?? 0
    let first = Double(turned["first-look"] ?? "1") ?? 1
    let reversed = slow * slow > first ? ["reversed"] : []
    #expect(outcome.findings.map(\.code) == codes + reversed)
    #expect(outcome.findings[0].measured == outcome["loss"])
    #expect(outcome.findings[0].predicted == outcome["predicted-whole-loss"])
  }

  @Test func verdictsTurnAtTheirBounds() {
    #expect(HalvingSearch.verdict(loss: -1, whole: -1).code == "no-gain")
    #expect(HalvingSearch.verdict(loss: -1.1, whole: -1).code == "no-gain")
    #expect(HalvingSearch.verdict(loss: (-1.1).nextDown, whole: -1).code == "gains")
    #expect(HalvingSearch.verdict(loss: -0.9, whole: -1).code == "no-gain")
    #expect(HalvingSearch.verdict(loss: (-0.9).nextUp, whole: -1).code == "misjudges")
  }

  @Test(arguments: ["1", "300"], ["1", "81"]) func holdsAtAllCorners(
    arms: String, first: String
  ) throws {
    for (slowStart, noise, factor) in [
      ("0", "0.3", "2"), ("2", "0.3", "9"), ("0", "3", "9"), ("2", "3", "2"),
    ] {
      let outcome = try Self.outcome([
        "arms": arms, "first-look": first, "slow-start": slowStart, "noise": noise,
        "factor": factor,
      ])
      #expect(Set(outcome.metrics.keys) == Set(HalvingSearch.metrics.map(\.name)))
      #expect(outcome.metrics.values.allSatisfy { $0.isFinite })
      #expect(outcome.cost.multiplyAdds > 0 && outcome.cost.bytes > 0)
      FigureCheck.check(outcome.figures, of: HalvingSearch.self)
    }
  }

  @Test func idleKnobsDoNothing() throws {
    func metrics(_ turned: [String: String]) throws -> [String: Double] {
      try Self.outcome(turned).metrics
    }
    let one = try metrics(["arms": "1"])
    let other = try metrics([
      "arms": "1", "first-look": "9", "factor": "2", "slow-start": "2", "noise": "3",
    ])
    #expect(one == other)
    let late = ["arms": "7", "first-look": "81"]
    let changed = late.merging(["factor": "5"]) { $1 }
    let (before, after) = (try metrics(late), try metrics(changed))
    #expect(before == after)
  }
}

import Experiments
import Numerics
import Testing

@testable import Simulations

@Suite struct RetuningScheduleTests {
  static let theory = ScheduleTheory(changeRate: 0.001, tuningCost: 50)

  // The figures of the ground truth

  @Test(arguments: [(355, 0.2991), (100, 0.548), (1000, 0.418), (300, 0.3027)])
  func costsAreTheGroundTruths(period: Double, cost: Double) {
    #expect(abs(Self.theory.cost(period) - cost) < 0.0005)
  }

  @Test func theSquareRootComesNear() {
    let best = Self.theory.best
    #expect(abs(best.period - 355) < 1 && abs(best.cost - 0.2991) < 0.0001)
    let root = (2 * 50 / 0.001).squareRoot()
    #expect(abs(root - 316) < 0.5 && Self.theory.cost(root) < 1.01 * best.cost)
  }

  /// The exercise: at most 0.33 from 220 to 593, a tenth of the range, and 0.31 from 266 to 480.
  @Test func oneBandIsNearEnough() {
    let periods = 1...10_000
    for (cost, low, high) in [(0.33, 220, 593), (0.31, 266, 480)] {
      let band = periods.filter { Self.theory.cost(Double($0)) <= cost }
      #expect(abs((band.first ?? 0) - low) <= 1 && abs((band.last ?? 0) - high) <= 1)
      #expect(band.count == (band.last ?? 0) - (band.first ?? 0) + 1)
    }
    #expect([1, 10, 50, 100, 1000, 10_000].allSatisfy { Self.theory.cost($0) > 0.4 })
    let share = Elementary.log(593.0 / 220) / Elementary.log(10_000)
    #expect(abs(share - 0.108) < 0.001)
  }

  // Found otherwise

  /// The mean over seeds is what theory says.
  @Test(arguments: [(300, 0.001, 50), (5, 0.1, 1), (10_000, 1e-4, 1000), (20, 0.02, 7)])
  func measuredIsWhatTheorySays(period: Int, rate: Double, tuning: Double) throws {
    let outcomes = try (1...40).map {
      try RetuningSchedule.outcome(
        [
          "period": .integer(period), "change-rate": .real(rate), "tuning-cost": .real(tuning),
        ] as [String: SettingValue], seed: $0)
    }
    for name in ["cost", "stale-part"] {
      let values = outcomes.compactMap { $0[name] }
      let predicted = try #require(outcomes[0]["predicted-\(name)"])
      let mean = values.reduce(0, +) / 40
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let error = (squares / 39 / 40).squareRoot()
      #expect(abs(mean - predicted) < 4 * error && error < 0.02 * predicted)
    }
  }

  /// Step by step, with a change at each step with a small probability.
  @Test func manySmallStepsComeToTheSame() {
    let (rate, period) = (0.001, 300)
    var (fits, stale) = (1.0, 0.0)
    for _ in 0..<(period * 100) {
      stale += (1 - fits) / Double(period * 100)
      fits *= 1 - rate / 100
    }
    #expect(abs(Self.theory.stalePart(Double(period)) - stale) < 1e-5)
  }

  /// Both forms of the stale part meet where one takes over from the other.
  @Test func fewChangesAreSummedAlike() {
    let theory = ScheduleTheory(changeRate: 1e-4, tuningCost: 1)
    let (below, above) = (theory.stalePart(1 - 1e-9), theory.stalePart(1 + 1e-9))
    #expect(abs(below / above - 1) < 1e-7)
  }

  /// The best of all whole periods is the one next to where the slope turns.
  @Test(arguments: [(1e-4, 1), (0.001, 50), (0.1, 1), (0.1, 1000), (1e-4, 1000), (0.01, 90)])
  func theBestIsTheBest(rate: Double, tuning: Double) {
    let theory = ScheduleTheory(changeRate: rate, tuningCost: tuning)
    let best = theory.best
    let costs = (1...10_000).map { theory.cost(Double($0)) }
    let least = costs.min() ?? 0
    #expect(best.cost <= least && best.cost > 0.98 * least)
    #expect(best.period >= 1 && best.period <= 10_000)
  }

  // What a run says

  @Test(
    arguments: [
      (50, ["too-often", "worse-than-never"]), (100, ["too-often"]), (355, ["near-best"]),
      (1000, ["too-seldom"]), (1, ["too-often", "worse-than-never"]),
    ])
  func findsWhatItIs(period: Int, codes: [String]) throws {
    let outcome = try RetuningSchedule.outcome(
      ["period": .integer(period)] as [String: SettingValue])
    #expect(outcome.findings.map(\.code) == codes)
    #expect(outcome.findings[0].predicted == outcome["predicted-cost"])
    #expect(outcome.findings[0].measured == outcome["cost"])
    let parts = try ["tuning-part", "stale-part"].map { try #require(outcome[$0]) }
    #expect(parts.reduce(0, +) == outcome["cost"])
  }

  @Test(arguments: [1, 10_000], [1e-4, 0.1]) func holdsAtAllCorners(period: Int, rate: Double)
    throws
  {
    for tuning in [1.0, 1000] {
      let outcome = try RetuningSchedule.outcome(
        [
          "period": .integer(period), "change-rate": .real(rate), "tuning-cost": .real(tuning),
        ] as [String: SettingValue])
      #expect(outcome.metrics.values.allSatisfy { $0.isFinite && $0 >= 0 })
      FigureCheck.check(outcome.figures, of: RetuningSchedule.self)
    }
  }

  // Bounds, tried on both sides

  @Test(
    arguments: [
      (1.1, 5, "near-best"), (1.1, 15, "near-best"), (1.1.nextUp, 10.0.nextDown, "too-often"),
      (1.1.nextUp, 10, "too-seldom"),
    ] as [(Double, Double, String)])
  func verdictsTurnAtTheirBounds(costOverBest: Double, period: Double, code: String) {
    let verdict = RetuningSchedule.verdict(costOverBest: costOverBest, period: period, best: 10)
    #expect(verdict.code == code)
  }

  @Test func neverTurnsAtItsBound() {
    #expect(!RetuningSchedule.isWorseThanNever(cost: 1))
    #expect(RetuningSchedule.isWorseThanNever(cost: 1.0.nextUp))
  }
}

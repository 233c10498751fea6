import Experiments
import Foundation
import Numerics
import Testing

@testable import Simulations

@Suite struct TuningContestTests {
  static func outcome(_ turned: [String: String] = [:], seed: UInt64 = 1) throws -> Outcome {
    try TuningContest.outcome(turned, seed: seed)
  }

  static func search(
    _ procedure: TuningContest.Procedure, _ trials: Int, _ judge: TuningContest.Judge = .accuracy,
    noise: Double = 0, seed: UInt64 = 1
  ) -> TuningSearch {
    TuningSearch(procedure, trials: trials, judge: judge, labelNoise: noise, seed: seed)
  }

  // Row 59: how often what procedures submit passes

  /// Whether settings reach an accuracy on so many of 24 fresh splits that nine gradings of ten pass.
  private static func passes(_ search: TuningSearch, _ bound: Double, seed: UInt64) -> Bool {
    let plan = search.tried[search.submitted].plan
    var splits = RandomStream(seed: seed, "grading")
    // No more than tell whether 20 of 24 are right.
    var (right, wrong) = (0, 0)
    while right < 20, wrong <= 4 {
      let seed = splits.bits()
      let training = TunedTraining(plan, RunData(plan, seed: seed), seed: seed)
      if training.testAccuracy >= bound - 1e-9 { right += 1 } else { wrong += 1 }
    }
    return right == 20
  }

  /// How many searches of each kind are made, if others than the usual.
  private static let wanted = ProcessInfo.processInfo.environment["KNOBS_SEARCHES"]
    .flatMap { Int($0) }

  /// The share of searches that submit what passes.
  private static func share(
    _ procedure: TuningContest.Procedure, _ trials: Int, _ judge: TuningContest.Judge = .accuracy,
    noise: Double = 0, searches: Int
  ) -> Double {
    let searches = wanted ?? searches
    let passed = (1...UInt64(searches)).count { number in
      let seed = 900 + number
      let search = search(procedure, trials, judge, noise: noise, seed: seed)
      return passes(search, noise > 0 ? 0.8 : 0.9, seed: seed)
    }
    let share = Double(passed) / Double(searches)
    if wanted != nil { print("\(procedure) \(trials) by \(judge), noise \(noise): \(share)") }
    return share
  }

  @Test func cleanDigits() {
    #expect(Self.share(.defaults, 1, searches: 4) == 0)
    #expect(Self.share(.random, 1, searches: 30) <= 0.17)
    #expect((0.05...0.8).contains(Self.share(.random, 30, searches: 12)))
    #expect(Self.share(.informed, 30, searches: 12) >= 0.85)
  }

  @Test func wrongLabels() {
    #expect(Self.share(.defaults, 1, noise: 0.2, searches: 4) == 0)
    #expect(Self.share(.random, 1, noise: 0.2, searches: 30) <= 0.24)
    #expect((0.05...0.85).contains(Self.share(.random, 20, noise: 0.2, searches: 12)))
    let byLoss = Self.share(.informed, 30, .loss, noise: 0.2, searches: 12)
    let byAccuracy = Self.share(.informed, 30, noise: 0.2, searches: 12)
    #expect(byAccuracy >= 0.85 && byLoss >= 0.75)
  }

  // The parts

  @Test(
    arguments: [
      (1, 1, 0, 0), (2, 1, 1, 0), (3, 1, 1, 1), (6, 2, 2, 2), (20, 7, 7, 6), (29, 10, 10, 9),
      (30, 10, 10, 10),
    ])
  func trialsAreShared(trials: Int, drawn: Int, near: Int, repeats: Int) throws {
    #expect(TuningSearch.parts(of: trials) == (drawn, near, repeats))
    let search = Self.search(.informed, trials)
    #expect(search.tried.count == drawn + near)
    let scores = search.tried.map(\.accuracies.count)
    #expect(scores.reduce(0, +) == trials)
    #expect(search.fresh.count == 6 && scores.max() ?? 0 <= 3)
    #expect(scores.count { $0 > 1 } == TuningSearch.finalists(of: repeats))
    #expect(scores[search.submitted] == scores.max())
    #expect(search.cost.updates > 0)
  }

  /// Fewer trials are the first of more.
  @Test(arguments: TuningContest.Procedure.allCases) func searchesBeginAlike(
    procedure: TuningContest.Procedure
  ) {
    let (few, more) = (Self.search(procedure, 2), Self.search(procedure, 12))
    #expect(few.tried[0].point == more.tried[0].point)
    if procedure == .random { #expect(few.tried[1].point == more.tried[1].point) }
    if procedure == .defaults { #expect(more.tried.count == 1 && few.fresh == more.fresh) }
  }

  /// Whatever is drawn is within the cap; what the lessons taught is within their ranges.
  @Test(arguments: [0.0, 0.2]) func drawsAreWithinTheCap(noise: Double) {
    var plan = RunPlan(.none)
    (plan.data, plan.trainingRows, plan.labelNoise) = (.digits, 180, noise)
    let data = RunData(plan, seed: 5)
    var draws = TuningDraws(data, labelNoise: noise, seed: 5)
    func adds(_ point: [Double]) -> Int { draws.plan(at: point).multiplyAdds(of: data) }
    #expect(adds(draws.defaults()) <= TuningContest.cap)
    #expect(draws.plan(at: draws.defaults()).epochs == 17)
    var momenta = 0
    for _ in 0..<200 {
      let (anywhere, taught) = (draws.anywhere(), draws.taught())
      #expect(adds(anywhere) <= TuningContest.cap)
      for point in [taught, draws.near(taught)] {
        let plan = draws.plan(at: point)
        #expect(adds(point) <= TuningContest.cap)
        #expect(plan.epochs == 100 || 3 * adds(point) > TuningContest.cap)
        let isAdam = plan.optimizer == .adam
        let slack = 1 + 1e-9
        #expect(plan.learningRate >= (isAdam ? 0.002 : 0.003) / slack)
        #expect(plan.learningRate <= (isAdam ? 0.03 : 0.1) * slack)
        #expect(abs(plan.momentum - 0.9) < 1e-9 && plan.labelNoise == noise)
        #expect((8...32).contains(plan.batchSize) && (10...32).contains(plan.width))
        #expect((0...0.4 + 1e-9).contains(plan.dropout))
        #expect(
          noise > 0
            ? isAdam && (0.1 / slack...3 * slack).contains(plan.weightDecay)
            : plan.weightDecay <= 0.3 * slack)
      }
      momenta += draws.plan(at: taught).optimizer == .momentum ? 1 : 0
    }
    #expect(noise > 0 ? momenta == 0 : (70...130).contains(momenta))
  }

  /// Found by looking at every one: the submitted has the best mean among those trained most often.
  @Test(arguments: TuningContest.Judge.allCases) func theBestIsSubmitted(
    judge: TuningContest.Judge
  ) {
    for procedure in [TuningContest.Procedure.random, .informed] {
      let search = Self.search(procedure, 15, judge, noise: 0.2, seed: 4)
      let most = search.tried.map(\.accuracies.count).max() ?? 0
      let chosen = search.tried[search.submitted]
      for tried in search.tried where tried.accuracies.count == most {
        if judge == .accuracy { #expect(tried.accuracy <= chosen.accuracy) }
        if judge == .loss { #expect(tried.loss >= chosen.loss) }
        let isTied = judge == .loss || tried.accuracy == chosen.accuracy
        if isTied { #expect(tried.loss >= chosen.loss) }
      }
    }
  }

  // What a run says

  @Test func metricsAreThoseOfTheSearch() throws {
    let settings = ["procedure": "informed", "trials": "12", "label-noise": "0.2"]
    let outcome = try Self.outcome(settings, seed: 3)
    let search = Self.search(.informed, 12, noise: 0.2, seed: 3)
    let mean = search.fresh.reduce(0, +) / 6
    #expect(abs((outcome["fresh-accuracy"] ?? 0) - mean) < 1e-12)
    #expect(search.fresh.allSatisfy { abs(($0 * 60).rounded() / 60 - $0) < 1e-12 })
    let (promised, optimism) = (
      try #require(outcome["promised-accuracy"]), try #require(outcome["optimism"])
    )
    #expect(abs(promised - mean - optimism) < 1e-12)
    let best = search.tried.map(\.training.testAccuracy).max()
    #expect(outcome["best-test-accuracy"] == best)
    #expect(outcome["settings-tried"] == 8)
    let kind = TuningSearch.verdict(
      optimism: optimism, rowDeviation: try #require(outcome["row-deviation"]))
    #expect(outcome.findings.map(\.code) == [kind.code, "real-data"])
  }

  @Test func verdictsTurnAtTheirBound() {
    #expect(TuningSearch.verdict(optimism: 0.03, rowDeviation: 0.03).code == "as-promised")
    #expect(TuningSearch.verdict(optimism: 0.03.nextUp, rowDeviation: 0.03).code == "overrated")
    #expect(TuningSearch.verdict(optimism: -1, rowDeviation: 0).code == "as-promised")
  }

  @Test func restsWhereNothingIsSearched() throws {
    var settings = TuningContest.defaults
    #expect(TuningContest.idleKnobs(settings).isEmpty)
    try settings.turn("procedure", to: "defaults")
    #expect(TuningContest.idleKnobs(settings) == ["trials", "judged-by"])
  }

  @Test(arguments: ["defaults", "random", "informed"], ["1", "2", "30"])
  func holdsAtAllCorners(procedure: String, trials: String) throws {
    for (judge, noise) in [("accuracy", "0"), ("loss", "0.5")] {
      let outcome = try Self.outcome([
        "procedure": procedure, "trials": trials, "judged-by": judge, "label-noise": noise,
      ])
      #expect(outcome.metrics.values.allSatisfy { $0.isFinite })
      #expect((outcome["rank-correlation"] == nil) == (trials == "1" || procedure == "defaults"))
      FigureCheck.check(outcome.figures, of: TuningContest.self)
    }
  }
}

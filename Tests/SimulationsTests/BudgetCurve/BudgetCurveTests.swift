import Experiments
import Numerics
import Testing

@testable import Simulations

@Suite struct BudgetCurveTests {
  static func outcome(_ trials: Int, made: Int = 20, seed: UInt64 = 1) throws -> Outcome {
    try BudgetCurve.outcome(["trials": .integer(trials), "made": .integer(made)], seed: seed)
  }

  // The figures of the ground truth

  /// Of 20 normal scores, what is told of the best of n and what it is.
  @Test(arguments: [(5, 1.096, 1.163), (10, 1.419, 1.539), (20, 1.657, 1.867)])
  func drawingAgainTellsTooLow(trials: Int, told: Double, exact: Double) {
    #expect(abs(PredictedBest.replaced(trials: trials, made: 20) - told) < 0.004)
    #expect(abs(PredictedBest.exact(trials: trials) - exact) < 5.1e-4)
  }

  /// Without replacement it is right on average, and spreads more: over 20 × 400 sets.
  @Test func rightOnAverageIsNotNearer() throws {
    let runs = try (1...20).map { try Self.outcome(20, seed: $0) }
    func mean(_ metric: Metric, _ shown: (Double) -> Double = { $0 }) throws -> Double {
      try runs.reduce(0) { $0 + shown(try #require($1[metric.name])) } / 20
    }
    // The deviations are 0.42 and 0.52.
    #expect(abs(try mean(BudgetCurve.replaced) - 1.657) < 4 * 0.42 / 8000.0.squareRoot())
    #expect(abs(try mean(BudgetCurve.notReplaced) - 1.867) < 4 * 0.52 / 8000.0.squareRoot())
    #expect(abs(try mean(BudgetCurve.replacedError) { $0 * $0 } - 0.22) < 0.01)
    #expect(abs(try mean(BudgetCurve.notReplacedError) { $0 * $0 } - 0.27) < 0.015)
  }

  // Found otherwise

  /// Of two scores, n draws are the same one with a chance of 2^(1 − n); the better is 1/√π.
  @Test(arguments: [1, 2, 3, 10, 100]) func twoScoresByHand(trials: Int) {
    let same = 2 * 0.5.raised(to: trials)
    let told = (1 - same) / Double.pi.squareRoot()
    #expect(abs(PredictedBest.replaced(trials: trials, made: 2) - told) < 1e-9)
  }

  /// As a sum over ranks: the i-th score of B is the best of the draws with (i/B)ⁿ − ((i − 1)/B)ⁿ, and
  /// its mean is an integral over the normal density.
  @Test(arguments: [(3, 4), (10, 7), (7, 10)]) func byOrderStatistics(trials: Int, made: Int) {
    var sum = 0.0
    for rank in 1...made {
      let weight =
        (Double(rank) / Double(made)).raised(to: trials)
        - (Double(rank - 1) / Double(made)).raised(to: trials)
      let ways = (0..<rank).reduce(Double(rank)) {
        $0 * Double(made - $1) / Double($1 + 1)
      }
      let mean = Simpson.integral(from: -9, to: 9, parts: 4000) { x in
        let below = Elementary.normalDistribution(x)
        return x * ways * below.raised(to: rank - 1) * (1 - below).raised(to: made - rank)
          * Elementary.normalDensity(x)
      }
      sum += weight * mean
    }
    #expect(abs(sum - PredictedBest.replaced(trials: trials, made: made)) < 1e-6)
  }

  /// Many scores tell nearly the truth, and never more than it.
  @Test func manyScoresTellTheTruth() {
    for trials in [2, 10, 50] {
      let told = [5, 20, 100].map { PredictedBest.replaced(trials: trials, made: $0) }
      #expect(told == told.sorted())
      #expect(told[2] < PredictedBest.exact(trials: trials))
    }
    #expect(PredictedBest.exact(trials: 5) - PredictedBest.replaced(trials: 5, made: 100) < 0.02)
    #expect(PredictedBest.replaced(trials: 1, made: 30).magnitude < 1e-12)
  }

  // What a run says

  @Test(arguments: [
    (10, 20, ["too-low"]), (2, 100, ["nearly-right"]), (20, 10, ["too-low", "untold"]),
  ])
  func findsWhatItIs(trials: Int, made: Int, codes: [String]) throws {
    let outcome = try Self.outcome(trials, made: made)
    #expect(outcome.findings.map(\.code) == codes)
    #expect(outcome.findings[0].predicted == outcome["predicted-replaced"])
    #expect(outcome.findings[0].measured == outcome["replaced"])
    #expect((outcome["not-replaced"] == nil) == (trials > made))
    #expect((outcome["not-replaced-error"] == nil) == (trials > made))
  }

  @Test(arguments: [1, 100], [2, 100]) func holdsAtAllCorners(trials: Int, made: Int) throws {
    let outcome = try Self.outcome(trials, made: made)
    #expect(outcome.metrics.values.allSatisfy { $0.isFinite && abs($0) < 4 })
    #expect(outcome.cost.multiplyAdds > 0 && outcome.cost.bytes > 0)
    FigureCheck.check(outcome.figures, of: BudgetCurve.self)
  }

  @Test func verdictsTurnAtTheirBound() {
    #expect(BudgetCurve.verdict(shortfall: 0.05).code == "nearly-right")
    #expect(BudgetCurve.verdict(shortfall: 0.05.nextUp).code == "too-low")
  }
}

import Experiments
import Testing

@testable import Simulations

@Suite struct TrialBudgetTests {
  static func outcome(_ turned: [String: String] = [:], seed: UInt64 = 1) throws -> Outcome {
    try TrialBudget.outcome(turned, seed: seed)
  }

  private static let shared = SharedEvaluations(2000)

  /// The expected quality of the choice by the number of trials, from 1.
  private static let qualities = (1...2000).map(shared.expectedQuality)

  /// The quality of the choice from 2,000 evaluations.
  @Test(arguments: [(1, 0.0), (10, 1.467), (52, 1.837), (2000, 0.750)])
  func qualityByTrials(trials: Int, quality: Double) throws {
    let outcome = try Self.outcome(["trials": "\(trials)"])
    #expect(abs(try #require(outcome["predicted-quality"]) - quality) < 6e-4)
    #expect(outcome["rows-each"] == 2000 / Double(trials))
  }

  /// Those that pass the exercise, and those that would at other bounds.
  @Test(arguments: [(1.78, 29...96), (1.8, 32...85), (1.82, 38...72)])
  func theBandOfTheExercise(bound: Double, band: ClosedRange<Int>) {
    let passing = (1...2000).filter { Self.qualities[$0 - 1] >= bound }
    #expect(passing == Array(band))
  }

  @Test func theDefaultFails() {
    #expect(TrialBudget.defaults[TrialBudget.trials] == 10)
    #expect(TrialBudget.defaults[TrialBudget.evaluations] == 2000)
  }

  /// One top, with a rise to it and a fall from it, found where a look at all of them finds it.
  @Test(arguments: [2000, 7000, 50_000]) func theBestNumber(evaluations: Int) {
    let shared = SharedEvaluations(evaluations)
    let all = evaluations == 2000 ? Self.qualities : (1...2000).map(shared.expectedQuality)
    let top = all.indices.max { all[$0] < all[$1] }.map { $0 + 1 }
    #expect(shared.bestTrials == top)
    for index in 1..<2000 { #expect((all[index] > all[index - 1]) == (index < top ?? 0)) }
    if evaluations == 2000 { #expect(top == 52) }
  }

  /// Measured over 16 seeds.
  @Test(arguments: [3, 51, 600]) func agreesWithTheory(trials: Int) throws {
    let all = try (1...16).map { try Self.outcome(["trials": "\(trials)"], seed: $0) }
    for metric in ["quality", "promise"] {
      let mean = try all.reduce(0) { try $0 + #require($1[metric]) } / 16
      let theory = try #require(all[0]["predicted-\(metric)"])
      #expect(abs(mean - theory) < 0.09, "\(mean) for \(theory)")
    }
  }

  @Test(
    arguments: [("1", "too-few-trials"), ("50", "balanced"), ("2000", "too-few-rows")])
  func findsWhatItIs(trials: String, code: String) throws {
    let outcome = try Self.outcome(["trials": trials])
    #expect(outcome.findings.map(\.code) == [code])
    #expect(outcome.findings[0].measured == outcome["quality"])
    #expect(!outcome.findings[0].message.contains("52"))
  }

  /// A twentieth, tried on both sides of it, about the top, and here and there.
  @Test func verdictsTurnAtTheirBound() {
    let isNear = Self.qualities.map { $0 * 1.05 >= Self.qualities[51] }
    let turns = (2...2000).filter { isNear[$0 - 1] != isNear[$0 - 2] }
    #expect(turns.count == 2)
    let tried =
      turns.flatMap { $0 - 2...$0 + 1 } + Array(50...54)
      + Array(stride(from: 1, through: 2000, by: 97))
    for trials in tried {
      let side = trials < 52 ? "too-few-trials" : "too-few-rows"
      #expect(Self.shared.verdict(trials).code == (isNear[trials - 1] ? "balanced" : side))
    }
  }

  @Test(arguments: ["1", "2000"], ["2000", "50000"]) func holdsAtAllCorners(
    trials: String, evaluations: String
  ) throws {
    let outcome = try Self.outcome(["trials": trials, "evaluations": evaluations])
    #expect(Set(outcome.metrics.keys) == Set(TrialBudget.metrics.map(\.name)))
    #expect(outcome.metrics.values.allSatisfy { $0.isFinite })
    #expect(outcome.cost.multiplyAdds > 0 && outcome.cost.bytes > 0)
    FigureCheck.check(outcome.figures, of: TrialBudget.self)
  }
}

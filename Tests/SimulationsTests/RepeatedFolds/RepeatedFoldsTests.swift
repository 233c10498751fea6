import Experiments
import Testing

@testable import Simulations

@Suite struct RepeatedFoldsTests {
  static func outcome(_ turned: [String: Int]) throws -> Outcome {
    try RepeatedFolds.outcome(turned.mapValues { SettingValue.integer($0) })
  }

  /// After twenty repeats the error bar is a fifth of the spread it stands for.
  @Test(arguments: [(1, "fair-bar"), (2, "too-sure"), (20, "too-sure")])
  func findsWhatItIs(repeats: Int, code: String) throws {
    let outcome = try Self.outcome(["repeats": repeats])
    #expect(outcome.findings.map(\.code) == [code, "floor"])
    let pairs = [("error-bar", 0), ("spread", 1)]
    for (metric, index) in pairs {
      let finding = outcome.findings[index]
      #expect(finding.measured == outcome[metric])
      #expect(finding.predicted == outcome["predicted-\(metric)"])
      for value in [finding.measured, finding.predicted] {
        let text = NumberText.significant(try #require(value))
        #expect(finding.message.contains(text), "\(finding.message)")
      }
    }
    let share = try #require(outcome["claimed-share"])
    if repeats == 20 { #expect(share > 0.18 && share < 0.21) }
    if repeats == 1 { #expect(share > 0.9 && share < 1) }
  }

  /// The spread falls from fold to fold, and leaving one out has the least.
  @Test func leavingOneOutSpreadsLeast() throws {
    let spreads = try (2...24).map {
      try #require(try Self.outcome(["folds": $0])["predicted-spread"])
    }
    #expect(spreads.last == spreads.min() && spreads.first == spreads.max())
    let divisors = [2, 3, 4, 6, 8, 12, 24].map { spreads[$0 - 2] }
    #expect(zip(divisors, divisors.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test(arguments: [2, 24], [1, 50]) func holdsAtAllCorners(folds: Int, repeats: Int) throws {
    for rows in [24, 200] {
      let outcome = try Self.outcome(["folds": folds, "repeats": repeats, "rows": rows])
      #expect(Set(outcome.metrics.keys) == Set(RepeatedFolds.metrics.map(\.name)))
      #expect(outcome.metrics.values.allSatisfy { $0.isFinite && $0 > 0 })
      #expect(outcome["fits"] == Double(folds * repeats))
      #expect(outcome.cost.multiplyAdds > 0 && outcome.cost.bytes > 0)
      FigureCheck.check(outcome.figures, of: RepeatedFolds.self)
    }
  }
}

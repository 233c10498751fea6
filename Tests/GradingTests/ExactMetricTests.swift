import Experiments
import Grading
import TestKit
import Testing
import ToyCourse

/// Metrics that chance does not touch, and findings that explain some metrics and not others.
@Suite struct ExactMetricTests {
  /// A simulation with chance in one metric and none in the other.
  enum Half: Simulation {
    static let count = Knob<Int>("count", 1...9, default: 1, "what is counted")

    static let counted = Metric("counted", "as turned", .count, isExact: true)
    static let tossed = Metric("tossed", "1 or 0")

    static let ofCount = FindingKind("of-count", "always", explains: [counted])
    static let ofToss = FindingKind("of-toss", "always", explains: [tossed])

    static let name = "half"
    static let summary = "Counts and tosses."
    static let knobs: [any AnyKnob] = [count]
    static let metrics = [counted, tossed]
    static let figures: [FigureKind] = []
    static let findings = [ofCount, ofToss]
    static let usesChance = true

    static func run(_ settings: Settings, seed: UInt64) -> Outcome {
      var outcome = Outcome()
      outcome[counted] = Double(settings[count])
      outcome[tossed] = Garbage.fraction(of: seed) < 0.5 ? 1 : 0
      outcome.findings = findings.map { Finding($0, predicted: 1, measured: 1, "found") }
      return outcome
    }
  }

  static func grade(_ pass: String, count: Int) async throws -> Grade {
    let exercise = try Toys.exercise(of: Half.self, pass: pass)
    var choices = Half.defaults
    try choices.turn("count", to: .integer(count))
    var grading = Grading(exercise, choices: choices, attempt: 1)
    while !grading.isDecided { await grading.advance(by: 4) }
    return grading.grade
  }

  @Test(arguments: [(3, true), (4, false)])
  func exactCriteriaAreGradedOnce(count: Int, passes: Bool) async throws {
    let grade = try await Self.grade("counted in 2 ... 3", count: count)
    #expect(grade.passed == passes)
    #expect(grade.seeds == nil)
    #expect(grade.findings.map(\.code) == ["of-count"])
  }

  @Test func oneCriterionWithChanceIsEnoughForSeeds() async throws {
    let grade = try await Self.grade("counted <= 3\npass: tossed >= 0", count: 1)
    #expect(grade.seeds?.run == 19)
    #expect(grade.findings.map(\.code) == ["of-count", "of-toss"])
  }

  @Test func whatFailedIsExplained() async throws {
    let count = try await Self.grade("counted <= 3\npass: tossed >= 0", count: 5)
    #expect(count.findings.map(\.code) == ["of-count"])
    let toss = try await Self.grade("counted <= 3\npass: tossed >= 2", count: 1)
    #expect(toss.findings.map(\.code) == ["of-toss"])
  }
}

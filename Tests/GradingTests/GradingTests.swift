import Experiments
import TestKit
import Testing
import ToyCourse

@testable import Grading

@Suite struct GradingTests {
  private static func graded(
    _ exercise: Exercise, _ values: [String: String], attempt: Int = 1, by count: Int = 7
  ) async throws -> Grade {
    let choices = try Toys.settings(exercise.simulation, values)
    var grading = Grading(exercise, choices: choices, attempt: attempt)
    while !grading.isDecided { await grading.advance(by: count) }
    return grading.grade
  }

  private static func coin(_ pass: String) throws -> Exercise {
    try Toys.exercise("simulation: coin\ntask: t\nchoose: share\n" + pass)
  }

  /// Asked for as many seeds as a pass takes, one that always passes is graded on no more.
  @Test func noMoreSeedsThanAPassTakes() async throws {
    let exercise = try Self.coin("pass: luck >= 0")
    var grading = Grading(exercise, choices: exercise.simulation.defaults, attempt: 1)
    #expect(grading.leastToPass == 19)
    await grading.advance(by: 8)
    #expect(grading.leastToPass == 11)
    await grading.advance(by: grading.leastToPass)
    #expect(grading.isDecided && grading.seedsRun == 19)
  }

  // Without chance

  @Test func oneRunDecidesWithoutChance() async throws {
    let exercise = try Toys.exercise(
      "simulation: line\ntask: t\nchoose: x\ngiven: y = 0.5\n"
        + "pass: sum >= 1 (3 points)\npass: x < 0.8 (2 points)\npass: never < 1")
    let grade = try await Self.graded(exercise, ["x": "0.9"])
    #expect(!grade.passed)
    #expect(grade.seeds == nil)
    #expect(grade.lines.map(\.passed) == [true, false, false])
    #expect(grade.lines.map(\.points) == [3, 0, 0])
    #expect(grade.lines.map(\.measured) == [1.4, 0.9, nil])
    #expect(grade.lines.map(\.held) == [1, 0, 0])
    #expect(grade.points == 3)
    #expect(grade.maximumPoints == 6)
    #expect(grade.findings.map(\.code) == ["found"])
    #expect(grade.settings[Line.y] == 0.5)
  }

  @Test(arguments: [("0.4", false), ("0.5", true), ("0.7", true), ("0.8", false)])
  func everyLineMustHold(x: String, passed: Bool) async throws {
    let exercise = try Toys.exercise(
      "simulation: line\ntask: t\nchoose: x\npass: x >= 0.5\npass: x < 0.8")
    let grade = try await Self.graded(exercise, ["x": x])
    #expect(grade.passed == passed)
    #expect((grade.points == grade.maximumPoints) == passed)
  }

  @Test func beforeAnyRunNothingIsPassed() throws {
    let grade = Grading(
      try Self.coin("pass: share >= 0"), choices: Coin.defaults, attempt: 1
    ).grade
    #expect(!grade.passed)
    #expect(grade.points == 0)
    #expect(grade.lines.allSatisfy { $0.measured == nil })
  }

  // With chance

  @Test func certaintyTakesTheFewestSeeds() async throws {
    let exercise = try Self.coin("pass: luck >= 1 (4 points)")
    let passed = try await Self.graded(exercise, ["share": "1"])
    #expect(passed.passed)
    #expect(passed.seeds?.run == 19 && passed.seeds?.passed == 19)
    #expect(passed.decision == .passes)
    #expect(passed.points == 4)
    #expect(passed.findings.map(\.code) == ["heads"])
    let failed = try await Self.graded(exercise, ["share": "0"])
    #expect(!failed.passed)
    #expect(failed.seeds?.run == 5 && failed.seeds?.passed == 0)
    #expect(failed.decision == .fails)
    #expect(failed.points == 0)
    #expect(failed.findings.map(\.code) == ["tails"])
  }

  /// However many seeds run side by side, the grade is the same.
  @Test(arguments: [0.0, 0.5, 0.7, 0.8, 0.9, 1], [1, 2])
  func gradeDoesNotDependOnTheNumberOfCores(share: Double, attempt: Int) async throws {
    let exercise = try Self.coin("pass: luck >= 1\npass: other >= 1\npass: rare >= 1")
    let values = ["share": "\(share)"]
    let one = try await Self.graded(exercise, values, attempt: attempt, by: 1)
    for count in [2, 7, 64, .max, 0, -1] {
      let grade = try await Self.graded(exercise, values, attempt: attempt, by: count)
      #expect(grade.seeds == one.seeds)
      #expect(grade.lines.map(\.held) == one.lines.map(\.held))
      #expect(grade.lines.map(\.measured) == one.lines.map(\.measured))
      #expect(grade.points == one.points)
      #expect(grade.findings == one.findings)
    }
  }

  @Test func passRatesSeenAreThoseOfTheSimulation() async throws {
    let exercise = try Self.coin("pass: luck >= 1")
    var passes = 0
    for attempt in 1...100 {
      let grade = try await Self.graded(exercise, ["share": "0.9"], attempt: attempt, by: 64)
      #expect(grade.passed == (grade.decision == .passes))
      if grade.passed { passes += 1 }
    }
    #expect(passes >= 97)
  }

  /// Criteria that each hold often enough, but not on the same seeds, are earned, and nothing passes;
  /// what passes has all of them.
  @Test func pointsAreFullIfPassed() async throws {
    let exercise = try Self.coin("pass: luck >= 1 (2 points)\npass: other >= 1 (3 points)")
    var hasBeenSeen = false
    for share in [0.8, 0.85, 0.9, 0.92, 0.94] {
      for attempt in 1...30 {
        let grade = try await Self.graded(exercise, ["share": "\(share)"], attempt: attempt, by: 64)
        let areAllEarned = grade.lines.allSatisfy { $0.passed }
        #expect(areAllEarned || !grade.passed)
        if areAllEarned, !grade.passed { hasBeenSeen = true }
        #expect(
          grade.points
            == grade.lines.filter { $0.decision == .passes }.map(\.criterion.points).reduce(0, +))
      }
    }
    #expect(hasBeenSeen)
  }

  /// A criterion is decided as the verdict of an exercise with no other would be, on the same seeds,
  /// whatever becomes of the others.
  @Test(arguments: [0.0, 0.5, 0.7, 0.75, 0.8, 0.85, 0.9, 1])
  func everyCriterionHasATestOfItsOwn(share: Double) async throws {
    let all = ["luck >= 1 (4 points)", "luck >= 2 (2 points)", "other >= 1 (3 points)"]
    let exercise = try Self.coin(all.map { "pass: \($0)" }.joined(separator: "\n"))
    for attempt in 1...20 {
      let grade = try await Self.graded(exercise, ["share": "\(share)"], attempt: attempt)
      for (line, pass) in zip(grade.lines, all) {
        let alone = try await Self.graded(
          try Self.coin("pass: \(pass)"), ["share": "\(share)"], attempt: attempt)
        #expect(line.decision == alone.decision)
        #expect(line.held == alone.seeds?.passed && line.run == alone.seeds?.run)
        #expect(line.points == alone.points)
        #expect(line.run <= SequentialTest.mostSeeds)
      }
      #expect(grade.decision == .fails && grade.seeds?.run == 5)
    }
  }

  @Test func measuredIsTheMedianAndMissingCountsAsLargest() async throws {
    let exercise = try Self.coin("pass: rare >= 1\npass: gain >= 0\npass-rate: 99% over 1%")
    let low = try await Self.graded(exercise, ["share": "0"])
    #expect(low.lines.map(\.measured) == [nil, 0])
    let high = try await Self.graded(exercise, ["share": "1"])
    #expect(high.lines.map(\.measured) == [1, 1])
  }

  /// Findings are those of a run that went as the verdict says, whatever most runs found.
  @Test func findingsAreOfRunsThatDecide() async throws {
    let exercise = try Self.coin("pass: luck >= 1")
    for attempt in 1...10 {
      let grade = try await Self.graded(exercise, ["share": "0.6"], attempt: attempt)
      #expect(grade.findings.map(\.code) == [grade.passed ? "heads" : "tails"])
    }
  }

  @Test func findingsAreTheMostCommon() async throws {
    let exercise = try Toys.exercise(of: Die.self, pass: "one >= 1")
    var firsts = Set<[String]>()
    for attempt in 1...12 {
      var grading = Grading(exercise, choices: Die.defaults, attempt: attempt)
      while !grading.isDecided { await grading.advance(by: 5) }
      let found = (0..<19).map { seed in
        Die.run(Die.defaults, seed: grading.firstSeed + seed).findings.map(\.code)
      }
      let common = found.count { $0 == ["common"] }
      let expected = common * 2 > found.count ? ["common"] : ["rare", "other"]
      #expect(grading.grade.findings.map(\.code) == expected)
      firsts.insert(found[0])
    }
    #expect(firsts.count == 2)
  }

  // Seeds

  @Test func attemptsHaveLuckOfTheirOwn() async throws {
    let exercise = try Self.coin("pass: luck >= 1")
    var counts = Set<Grade.Seeds>()
    for attempt in 1...10 {
      let grade = try await Self.graded(exercise, ["share": "0.8"], attempt: attempt)
      if let seeds = grade.seeds { counts.insert(seeds) }
    }
    #expect(counts.count > 5)
  }
}

/// A simulation that always passes and finds one thing on most seeds, and two others on the rest.
enum Die: Simulation {
  static let sides = Knob<Int>("sides", 1...6, default: 6, "is not looked at")
  static let one = Metric("one", "always 1")

  static let name = "die"
  static let summary = "Throws a die."
  static let knobs: [any AnyKnob] = [sides]
  static let metrics = [one]
  static let figures: [FigureKind] = []
  static let findings = ["common", "rare", "other"].map { FindingKind($0, "by chance") }
  static let usesChance = true

  static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    var outcome = Outcome()
    outcome[one] = 1
    let found = Garbage.fraction(of: seed) < 0.7 ? findings[..<1] : findings[1...]
    outcome.findings = found.map { Finding($0, predicted: nil, measured: nil, "found") }
    return outcome
  }
}

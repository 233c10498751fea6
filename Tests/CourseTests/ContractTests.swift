import Experiments
import Grading
import Testing

/// What the course promises of three exercises by name.
@Suite struct ContractTests {
  /// A grade on seeds that no lesson shows.
  private static func grade(_ exercise: Exercise, _ choices: Settings) async -> Grade {
    var grading = Grading(exercise, choices: choices, firstSeed: Seed.firstForGrading + 200_000_000)
    while !grading.isDecided { await grading.advance(by: 4) }
    return grading.grade
  }

  @Test(arguments: [
    (0.4, true, "near-optimal"), (0.01, false, "slow-step"), (0.1, false, "slow-step"),
    (0.55, false, "unstable-step"), (0.25, false, "slow-step"), (0.26, true, "slow-step"),
    (0.35, true, "near-optimal"), (0.46, true, "overshooting"), (0.462, false, "overshooting"),
  ])
  func reachTheFloor(rate: Double, passes: Bool, finding: String) async throws {
    let exercise = try #require(Bundled.syllabus?.exercise("learning-rate/reach-the-floor"))
    var choices = exercise.simulation.defaults
    try choices.turn("learning-rate", to: .real(rate))
    let grade = await Self.grade(exercise, choices)
    #expect(grade.passed == passes)
    #expect(grade.seeds == nil)
    #expect(grade.findings.map(\.code) == [finding])
  }

  @Test func theThreeWaysToMissTheFloorReadDifferently() async throws {
    let exercise = try #require(Bundled.syllabus?.exercise("learning-rate/reach-the-floor"))
    var beginnings = Set<String>()
    for rate in [0.01, 0.1, 0.55] {
      var choices = exercise.simulation.defaults
      try choices.turn("learning-rate", to: .real(rate))
      let message = try #require(await Self.grade(exercise, choices).findings.first)
        .message
      let words = message.split(separator: " ").filter { !$0.contains { $0.isNumber } }
      beginnings.insert(words.prefix(5).joined(separator: " "))
    }
    #expect(beginnings.count == 3)
  }

  @Test(arguments: [(8, 0.007, true), (32, 0.1, false), (8, 0.15, false), (4, 0.012, false)])
  func spendTheSamples(batch: Int, rate: Double, passes: Bool) async throws {
    let exercise = try #require(Bundled.syllabus?.exercise("batch-size/spend-the-samples"))
    var choices = exercise.simulation.defaults
    try choices.turn("batch-size", to: .integer(batch))
    try choices.turn("learning-rate", to: .real(rate))
    let grade = await Self.grade(exercise, choices)
    #expect(grade.passed == passes)
    let seeds = try #require(grade.seeds)
    #expect(seeds.run >= 5)
    #expect(seeds.interval.low <= seeds.interval.high)
  }

  @Test(arguments: [(1, false), (22, false), (135, true), (140, true), (300, false), (600, false)])
  func stopAtTheTurn(epochs: Int, passes: Bool) async throws {
    let exercise = try #require(Bundled.syllabus?.exercise("epochs/stop-at-the-turn"))
    var choices = exercise.simulation.defaults
    try choices.turn("epochs", to: .integer(epochs))
    #expect(await Self.grade(exercise, choices).passed == passes)
  }
}

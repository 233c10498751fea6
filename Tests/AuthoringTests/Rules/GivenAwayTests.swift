import Lessons
import Testing

@testable import Authoring

@Suite struct GivenAwayTests {
  private static func faults(_ directives: String...) async throws -> [LessonFault] {
    let subject = try Toys.subject(directives.joined(separator: "\n\n"))
    #expect(subject.entry.faults.map(\.text) == [])
    return await GivenAway.faults(in: subject, .none)
  }

  private static let exercise = Toys.exerciseText(
    "plane", "choose: x;given: y = 0.25;pass: x > 0.4")
  private static let both = Toys.exerciseText(
    "plane", "choose: x, y;given: home = 0.1;pass: x > 0.4;pass: y > 0.4")

  @Test(arguments: [
    "```simulate plane\nset: x = 0.5, y = 0.25\n```",
    "```simulate plane\nset: x = 0.5, y = 0.25, home = 0.25\n```",
    "```compare plane\nset: y = 0.25\ncase: a | x = 0.1\ncase: b | x = 0.5\n```",
    "```predict p\nsimulation: plane\nset: x = 0.5, y = 0.25\nask: x\ntolerance: 1\nquestion: q\n```",
  ])
  func aRunThatPassesIsPointedOut(run: String) async throws {
    let faults = try await Self.faults(run, Self.exercise)
    #expect(faults.map(\.line) == [9 + run.split(separator: "\n").count])
    #expect(faults.allSatisfy { $0.isAdvice })
    #expect(
      faults.map(\.message) == [
        "e is passed by what the run in line 8 shows (x 0.5); ask for what no run gives away"
      ])
  }

  @Test(arguments: [
    "```simulate plane\nset: x = 0.25, y = 0.25\n```", "```simulate plane\nset: x = 0.5\n```",
    "```simulate plane\nset: home = 0.75, y = 0.25\n```",
    "```simulate dice\nset: x = 0.5\n```",
  ])
  func otherRunsGiveNothingAway(run: String) async throws {
    #expect(try await Self.faults(run, Self.exercise) == [])
  }

  @Test func whatComesLaterGivesNothingAway() async throws {
    #expect(
      try await Self.faults(Self.exercise, "```simulate plane\nset: x = 0.5, y = 0.25\n```") == [])
  }

  @Test(arguments: [(0.5, "0.001"), (0.25, "0.001"), (0.5, "0.9")])
  func whereThereIsChanceNearlyAllSeedsCount(x: Double, spread: String) async throws {
    let exercise = Toys.exerciseText(
      "dice", "choose: x;given: spread = \(spread);pass: error < 0.1")
    let faults = try await Self.faults(
      "```simulate dice\nset: x = \(x), spread = \(spread)\n```", exercise)
    #expect(faults.count == (x == 0.5 && spread == "0.001" ? 1 : 0))
  }

  @Test func everyChosenKnobHasToBeRight() async throws {
    #expect(
      try await Self.faults("```simulate plane\nset: x = 0.5, home = 0.1\n```", Self.both) == [])
    let faults = try await Self.faults(
      "```simulate plane\nset: x = 0.5, y = 0.5, home = 0.1\n```", Self.both)
    #expect(faults.map(\.message.isEmpty) == [false])
    #expect(faults.allSatisfy { $0.message.contains("(x 0.5, y 0.5)") })
  }
}

import Lessons
import Testing

@testable import Authoring

@Suite struct PrintedGuessesTests {
  private static func messages(_ parts: String...) async throws -> [String] {
    let subject = try Toys.subject(parts.joined(separator: "\n\n"))
    #expect(subject.entry.faults.map(\.text) == [])
    let faults = await PrintedGuesses.faults(in: subject, .none)
    #expect(faults.filter { !$0.isAdvice } == [])
    return faults.map(\.message)
  }

  /// Passed by 0.615 … 0.685.
  private static func exercise(_ more: String = "") -> String {
    Toys.exerciseText("plane", "choose: x;given: y = 0.35;pass: ridge <= 0.035" + more)
  }

  private static let remedy =
    "; ask for what no printed number gives away, or write \"guess: ok because REASON\""

  @Test(arguments: [
    "It was 0.65 there.", "## 0.65", "- so\n- much as 0.65", "> *at **0.65** we*",
    "Type `x = 0.65`.",
    "```\n0.65\n```", "| a |\n|---|\n| 0.65 |", "It was 65 % there.",
    "```simulate plane\nset: y = 0.65\n```",
    "```compare plane\ncase: a | y = 0\ncase: b | y = 0.65\n```",
    "```predict p\nsimulation: plane\nask: x\ntolerance: 1\nquestion: Is it 0.65?\n```",
  ])
  func aPrintedNumberIsPointedOut(text: String) async throws {
    let line = 8 + (text.split(separator: "\n").firstIndex { $0.contains("65") } ?? 0)
    let isCode = text.hasPrefix("```\n")
    #expect(
      try await Self.messages(text, Self.exercise()) == [
        "e is passed by x 0.65, printed in line \(isCode ? 8 : line)" + Self.remedy
      ])
  }

  @Test(arguments: [
    ("0.6 and 0.7", "0.65, the arithmetic middle of 0.6 and 0.7, printed in line 8"),
    ("0.7 and\n0.6", "0.65, the arithmetic middle of 0.6 and 0.7, printed in lines 8 and 9"),
    ("0.5 and 0.8", "0.65, the arithmetic middle of 0.5 and 0.8, printed in line 8"),
    ("0.45 and 0.94", "0.65, the geometric middle of 0.45 and 0.94, printed in line 8"),
  ])
  func theMiddleOfTwoIsPointedOut(text: String, origin: String) async throws {
    #expect(
      try await Self.messages(text, Self.exercise()) == ["e is passed by x \(origin)" + Self.remedy]
    )
  }

  @Test(arguments: [
    "It was 0.6 there.", "0.5, 0.7 and 0.8", "0.3 and 0.8", "line 0.65", "In 1965 it was 65.",
    "```simulate plane\nexpect: x <= 0.65\n```",
  ])
  func otherNumbersAreNot(text: String) async throws {
    #expect(try await Self.messages(text, Self.exercise()) == [])
  }

  @Test func hintsMayLeadThere() async throws {
    #expect(try await Self.messages(Self.exercise(";hint: Try 0.65.")) == [])
  }

  @Test func theTaskMayNot() async throws {
    let exercise = Toys.exerciseText(
      "plane", "choose: x;given: y = 0.35, home = 0.65;pass: ridge <= 0.035")
    #expect(try await Self.messages(exercise).count == 1)
  }

  @Test func aReasonSilencesItAndIsAskedForNoLonger() async throws {
    let reasoned = Self.exercise(";guess: ok because it is the point")
    #expect(try await Self.messages("It was 0.65.", reasoned) == [])
    #expect(
      try await Self.messages("It was 0.1.", reasoned) == [
        "e says why a guess is ok, but none that the lesson prints passes; take \"guess\" out"
      ])
  }

  @Test func whatARunGivesAwayIsSaidOnce() async throws {
    let run = "```simulate plane\nset: x = 0.65, y = 0.35\n```"
    #expect(try await Self.messages(run, Self.exercise()) == [])
  }

  @Test func wholeNumbersAreRounded() async throws {
    let subject = try Toys.subject(
      "10 and 15\n\n"
        + Toys.exerciseText("counter", "choose: count;pass: double in 24 ... 26"))
    let faults = await PrintedGuesses.faults(in: subject, .none)
    #expect(
      faults.map(\.message) == [
        "e is passed by count 13, the arithmetic middle of 10 and 15, printed in line 8"
          + Self.remedy
      ])
  }

  @Test func everyChoiceIsTriedWithANumber() async throws {
    let exercise = Toys.exerciseText(
      "plane", "choose: x, side;given: y = 0.35;pass: ridge <= 0.035;pass: side in 1 ... 2")
    #expect(
      try await Self.messages("0.65", exercise) == [
        "e is passed by x 0.65, side east, printed in line 8" + Self.remedy
      ])
  }

  /// The numbers of a page taken one by one would soon cover the plane.
  @Test func severalNumbersAreThoseOfRuns() async throws {
    let exercise = Toys.exerciseText(
      "plane", "choose: x, y;given: home = 0.1;pass: distance <= 0.16")
    #expect(try await Self.messages("0.5 and 0.55", exercise) == [])
    #expect(
      try await Self.messages("```simulate plane\nset: x = 0.55, y = 0.45\n```", exercise) == [
        "e is passed by x 0.55, y 0.45, the settings of the run in line 8" + Self.remedy
      ])
    #expect(
      try await Self.messages(
        "```simulate plane\nset: x = 0.1, y = 0.9\n```",
        "```simulate plane\nset: x = 0.9, y = 0.3\n```",
        exercise) == [
          "e is passed by x 0.5, y 0.6, the arithmetic middle of two runs in lines 8 and 12"
            + Self.remedy
        ])
    #expect(
      try await Self.messages("```simulate dice\nset: x = 0.5\n```", exercise) == [])
  }

  @Test(arguments: [(0.5, true), (0.38, false)])
  func whereThereIsChanceNearlyAllSeedsCount(x: Double, passes: Bool) async throws {
    let exercise = Toys.exerciseText(
      "dice", "choose: x;given: spread = 0.02;pass: error < 0.1;pass: weather >= 0")
    #expect(try await Self.messages("Take \(x).", exercise).isEmpty != passes)
  }

  /// A lesson of nothing but numbers, or runs, takes no longer than one with enough of them.
  @Test func thereIsAnEnd() throws {
    let numbers = (0..<5000).map { "0.\(10000 + $0)" }.joined(separator: " ")
    let one = try Toys.subject(numbers + "\n\n" + Self.exercise())
    let exercise = try #require(one.lesson.exercises.first)
    #expect(PrintedGuess.all(at: exercise, in: one).count < 700)
    let runs = (0..<150).map { "```simulate plane\nset: x = 0.\(100 + $0), y = 0.5\n```" }
      .joined(separator: "\n\n")
    let both = Toys.exerciseText(
      "plane", "choose: x, y;given: home = 0.1;pass: distance <= 0.16")
    let other = try Toys.subject(runs + "\n\n" + both)
    let second = try #require(other.lesson.exercises.first)
    let guesses = PrintedGuess.all(at: second, in: other)
    #expect(guesses.count > 40 && guesses.count <= 40 + 40 * 39)
  }
}

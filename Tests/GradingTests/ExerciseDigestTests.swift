import Experiments
import Testing
import ToyCourse

@testable import Grading
@testable import Lessons

/// What makes an exercise another one.
@Suite struct ExerciseDigestTests {
  private static let lines = [
    "simulation: coin", "task: Choose a share.", "choose: share", "given: bonus = 3",
    "pass: luck >= 1 (7 points)", "pass: share in 0.1 ... 1 (1 point)", "hint: First.",
    "pass-rate: 80% over 50.5%",
  ]

  private static func digest(_ lines: [String]) throws -> String {
    try Toys.exercise(lines.joined(separator: "\n")).digest
  }

  private static func replacing(_ key: String, _ line: String?) -> [String] {
    lines.flatMap { $0.hasPrefix(key) ? (line.map { [$0] } ?? []) : [$0] }
  }

  @Test(
    arguments: [
      replacing("task", "task: Choose a share, please."), replacing("hint", nil),
      replacing("hint", "hint: Another.") + ["hint: And one more."],
      replacing("pass: luck", "pass: luck >= 1.0 (3 points)"),
      replacing("pass: share", "pass: share in 1e-1 ... 1"), lines.reversed(),
      lines + ["share: 1% ... 90% because it is a toy"], lines + ["# a comment"],
      replacing("pass-rate", "pass-rate: 80.0% over 50.50%"),
    ]) func wordsHintsPointsAndOrderDoNot(_ other: [String]) throws
  {
    #expect(try Self.digest(other) == Self.digest(Self.lines))
  }

  @Test(
    arguments: [
      replacing("choose", "choose: bonus").filter { !$0.hasPrefix("given") },
      replacing("given", nil), replacing("given", "given: bonus = 2"),
      replacing("pass: luck", nil), replacing("pass: luck", "pass: luck > 1"),
      replacing("pass: luck", "pass: luck <= 1"), replacing("pass: luck", "pass: other >= 1"),
      replacing("pass: luck", "pass: luck >= 0.99"),
      replacing("pass: share", "pass: share in 0.1 ... 0.9"),
      replacing("pass: share", "pass: share in 0.2 ... 1"),
      lines + ["pass: gain > 0"], replacing("pass-rate", nil),
      replacing("pass-rate", "pass-rate: 81% over 50.5%"),
      replacing("pass-rate", "pass-rate: 80% over 50.6%"),
      ["simulation: line", "task: t", "choose: x", "pass: x > 0.2"],
    ]) func everythingElseDoes(_ other: [String]) throws
  {
    #expect(try Self.digest(other) != Self.digest(Self.lines))
  }

  /// A digest that changed without need would void what learners have passed.
  ///
  /// Source: Python 3, `hashlib.sha256` of the same lines, with `struct.pack(">d", …)` for numbers.
  @Test func itStaysAsItWas() throws {
    #expect(
      try Self.digest(Self.lines)
        == "9d6131c8c93360e27eb9c2161a270005259e9bebf6935b3c3ef2ebed456a63b9")
    let mixed = [
      "simulation: line", "task: t", "choose: x, steps, mode", "given: rate = 0.5, y = 0",
      "pass: sum < 1", "pass: steps > 3",
    ]
    #expect(
      try Self.digest(mixed)
        == "9154b0436c174875c39db582e4fd8cad8740872023f93baf88b3c803a13f6f25")
  }

  /// What was passed while a metric had its first name is passed still.
  ///
  /// Source: as above, of the lines with the first name.
  @Test func anotherNameOfAMetricDoesNot() throws {
    for name in ["gain", "windfall"] {
      let lines = ["simulation: coin", "task: t", "choose: share", "pass: \(name) > 0"]
      #expect(
        try Self.digest(lines)
          == "c8f4493570c38c986ae656790d265ad5e982bf86290851856c342d60509b0f9f")
    }
    let exercise = try Toys.exercise(
      "simulation: coin\ntask: t\nchoose: share\npass: windfall > 0")
    #expect(exercise.criteria.map(\.text) == ["gain > 0"])
  }

  @Test func anotherCriterionMakesAnotherDigest() throws {
    let exercise = try Toys.exercise(Self.lines.joined(separator: "\n"))
    let digest = exercise.digest
    let other = exercise.replacing(criterion: 0, with: .atLeast(0.5))
    #expect(other.digest != digest && exercise.digest == digest)
    #expect(other.replacing(criterion: 0, with: .atLeast(1)).digest == digest)
  }

  @Test func bothZerosAreOne() throws {
    let lines = Self.replacing("pass: luck", "pass: luck >= 0")
    let other = Self.replacing("pass: luck", "pass: luck >= -0.0")
    #expect(try Self.digest(lines) == Self.digest(other))
  }
}

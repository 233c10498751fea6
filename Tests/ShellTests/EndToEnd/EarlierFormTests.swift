import Foundation
import Testing

/// What is shown of an exercise that was passed before it was made into what it is now.
@Suite struct EarlierFormTests {
  private static func lesson(_ pass: String, task: String = "Go down.", hint: String = "") -> String
  {
    """
    ---
    title: Down
    summary: Down.
    ---

    # Down

    ```exercise go-down
    simulation: step-size
    task: \(task)
    choose: learning-rate
    given: steps = 50
    \(pass)
    \(hint)
    ```
    """
  }

  private static func taught(_ body: (KnobsProgram, (String) throws -> Void) async throws -> Void)
    async throws
  {
    try await Fixture.withFolder { folder in
      let lessons = folder + "/lessons"
      try FileManager.default.createDirectory(
        atPath: lessons, withIntermediateDirectories: true)
      let knobs = KnobsProgram(folder: folder).with(["KNOBS_LESSONS": lessons])
      func write(_ lesson: String) throws { try lesson.write(to: lessons + "/01-down.md") }
      try write(Self.lesson("pass: relative-loss <= 0.5 (4 points)"))
      let check = ["check", "down/go-down", "--learning-rate", "0.15"]
      #expect(try await knobs.run(check).status == 0)
      try await body(knobs, write)
    }
  }

  private static let shown = "passed an earlier form"

  /// The commands that show how far one is.
  private static let commands: [[String]] = [
    [], ["lessons"], ["progress"], ["lessons", "--json"], ["progress", "--json"], ["--json"],
  ]

  @Test(
    arguments: [
      lesson("pass: relative-loss <= 0.5 (4 points)", task: "Go down, please."),
      lesson("pass: relative-loss <= 0.5 (4 points)", hint: "hint: Less."),
      lesson("pass: relative-loss <= 5e-1 (4 points)"),
    ]) func otherWordsLeaveThePassAsItIs(_ other: String) async throws
  {
    try await Self.taught { knobs, write in
      var before: [String] = []
      for command in Self.commands { before.append(try await knobs.run(command).output) }
      try write(other)
      for (command, output) in zip(Self.commands, before) {
        #expect(try await knobs.run(command).output == output)
        #expect(!output.contains(Self.shown) && !output.contains("passedEarlierForm"))
      }
    }
  }

  @Test(
    arguments: [
      lesson("pass: relative-loss <= 0.1 (4 points)"),
      lesson("pass: relative-loss <= 0.5 (4 points)\npass: overshoots >= 0 (2 points)"),
      lesson("pass: relative-loss < 0.5 (4 points)"),
    ]) func anotherFormIsToBePassedAgain(_ other: String) async throws
  {
    try await Self.taught { knobs, write in
      try write(other)
      let home = try await knobs.run([]).output
      #expect(home.contains("You \(Self.shown) of down/go-down, which has changed since."))
      #expect(home.contains("0 of 1 exercise · 0 of "))
      let lessons = try await knobs.run(["lessons"]).output
      #expect(lessons.contains("You \(Self.shown) of down/go-down, which has changed since."))
      #expect(lessons.contains("0 of 1"))
      let progress = try await knobs.run(["progress"]).output
      #expect(progress.hasPrefix("0 of ") && progress.contains("1 attempt, \(Self.shown)"))
      let rows = try Fixture.fields(try await knobs.run(["progress", "--json"]).output)
      let row = try #require((rows["exercises"] as? [[String: Any]])?.first)
      #expect(row["passed"] as? Bool == false && row["points"] as? Int == 0)
      #expect(row["attempts"] as? Int == 1 && row["passedEarlierForm"] as? Bool == true)
      let all = try Fixture.fields(try await knobs.run(["lessons", "--json"]).output)
      let lesson = try #require((all["lessons"] as? [[String: Any]])?.first)
      #expect(lesson["passed"] as? Int == 0 && lesson["complete"] as? Bool == false)
      #expect(lesson["passedEarlierForm"] as? [String] == ["down/go-down"])
      #expect(try await knobs.run(["log"]).output.contains("✓ 4 of 4"))
      #expect(try await knobs.run(["solution", "down/go-down"]).status == 2)
      // As it is now it is passed like any other.
      let check = ["check", "down/go-down", "--learning-rate", "0.15"]
      #expect(try await knobs.run(check).status == 0)
      for command in Self.commands {
        let output = try await knobs.run(command).output
        #expect(!output.contains(Self.shown) && !output.contains("passedEarlierForm"))
      }
    }
  }
}

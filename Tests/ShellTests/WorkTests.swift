import Experiments
import Foundation
import Synchronization
import Testing

@testable import Shell

/// No command makes more runs of what a lesson says than it may, and each that makes any says so.
@Suite struct WorkTests {
  /// A simulation that counts how often it is run.
  private enum Counted: Simulation {
    static let name = "counted"
    static let summary = "Counts."
    static let size = Knob<Double>("size", .linear(0...9), default: 1, "any number")
    static let knobs: [any AnyKnob] = [size]
    static let value = Metric("value", "the size")
    static let metrics = [value]
    static let figures = [FigureKind("first", "nothing")]
    static let findings: [FindingKind] = []
    static let usesChance = true
    static let count = Mutex(0)

    static func run(_ settings: Settings, seed: UInt64) -> Outcome {
      count.withLock { $0 += 1 }
      var outcome = Outcome()
      outcome[value] = settings[size]
      return outcome
    }
  }

  private static let lesson =
    """
    ---
    title: Dear
    summary: What takes long.
    ---

    # Dear

    """ + String(repeating: "```simulate counted\nset: size = 2\n```\n\n", count: 30) + """
      ```predict foresee
      simulation: counted
      ask: value
      tolerance: 5%
      question: How large?
      ```

      ```exercise dear
      simulation: counted
      task: Choose a size.
      choose: size
      pass: value in 5 ... 6
      hint: Five.
      ```

      ```words
      dear: what costs much
      ```

      """

  /// Commands whose runs are the learner's own: their sizes are typed, or the program's.
  private static let own = ["run", "sweep", "tune", "throughput", "author new"]

  /// A line for every other command, about the lesson or its exercise.
  private static var lines: [(name: String, line: String)] {
    Commands.all.filter { !own.contains($0.name) }.map { command in
      let words = command.arguments.map { argument in
        switch argument.kind {
        case .lesson, .lessonPlace, .lessonOrExercise: "a"
        case .words: "learner"
        case .exercise, .simulationOrExercise: "a/dear"
        case .term: "dear"
        case .attempt: "1"
        case .file: "FOLDER/lessons/01-a.md"
        case .simulation: "counted"
        case .command: "learn"
        case .choice(let words): words.first ?? ""
        case .lessonName: "fresh"
        }
      }
      // `help` takes a command, which then is all.
      let named = command.name == "help" ? Array(words.prefix(1)) : words
      let again = command.options.contains { $0.name == "again" } ? ["--again"] : []
      let defaults = command.options.contains { $0.name == "defaults" } ? ["--defaults"] : []
      return (command.name, ([command.name] + named + again + defaults).joined(separator: " "))
    }
  }

  /// Where the limit is reached, so many runs are made at most to find that out.
  private static let few = 16

  /// How many runs a line makes in a new session, in which the exercise was tried three times.
  private static func runs(_ line: String, work: Int) async throws -> (count: Int, text: String) {
    try await Fixture.withFolder { folder in
      try Written.write(["01-a": lesson], to: folder + "/lessons")
      var session = Session(folder: folder, lessons: folder + "/lessons")
      let given = session.context
      session.context = Context(
        catalog: Catalog([Counted.self]), environment: given.environment, screen: given.screen,
        errorScreen: given.errorScreen, canAsk: false)
      for _ in 0..<3 { _ = await session.run("check a/dear --defaults") }
      session.context.work = work
      Counted.count.withLock { $0 = 0 }
      let text = await session.run(line).text
      return (Counted.count.withLock { $0 }, text)
    }
  }

  @Test func everyCommandHoldsTheLimit() async throws {
    var running: [String] = []
    for (name, line) in Self.lines {
      let free = try await Self.runs(line, work: .max)
      let held = try await Self.runs(line, work: 1)
      #expect(held.count <= Self.few, "\(line)")
      guard free.count > 0 else { continue }
      running.append(name)
      #expect(free.count > max(1, held.count), "\(line)")
      #expect(!free.text.contains("multiply-adds"), "\(line): \(free.text)")
      #expect(held.text.contains("multiply-adds"), "\(line): \(held.text)")
    }
    // What is missing here was not tried.
    #expect(
      running == [
        "learn", "play", "check", "solution", "log", "author check", "author preview",
        "author calibrate",
      ])
  }

  /// What is refused for its work is no attempt.
  @Test func aRefusedCheckLeavesNoTrace() async throws {
    try await Fixture.withFolder { folder in
      var session = Session(folder: folder)
      session.context.work = 1
      let (status, text) = await session.run("check slides/get-down --rate 1")
      #expect(status == .refused)
      #expect(text.hasPrefix("grading slides/get-down would take more than "), "\(text)")
      session.context.work = 1 << 40
      #expect(await session.run("log").text.contains("No attempts yet."))
    }
  }
}

import Foundation
import Testing
import ToyCourse

/// What happens to the record of a learner, come what may.
@Suite struct JournalTests {
  static let check = ["check", "learning-rate/reach-the-floor", "--learning-rate", "0.15"]

  static func withJournal(
    _ text: Data, _ body: (KnobsProgram) async throws -> Void
  ) async throws {
    try await Fixture.withFolder { folder in
      let knobs = KnobsProgram(folder: folder)
      try FileManager.default.createDirectory(
        atPath: folder + "/state", withIntermediateDirectories: true)
      try text.write(to: URL(filePath: knobs.journal))
      try await body(knobs)
    }
  }

  /// A journal with one attempt in it, as the program writes it.
  static func recorded() async throws -> Data {
    try await Fixture.withFolder { folder in
      let knobs = KnobsProgram(folder: folder)
      #expect(try await knobs.run(check).status == 0)
      return try Data(contentsOf: URL(filePath: knobs.journal))
    }
  }

  @Test func aTornLastLineIsSetAside() async throws {
    let whole = try await Self.recorded()
    for length in [1, whole.count / 2, whole.count - 2] {
      try await Self.withJournal(whole + whole.prefix(length)) { knobs in
        let progress = try await knobs.run(["progress"])
        #expect(progress.status == 0 && progress.output.contains("10 of "))
        #expect(progress.errors.contains("journal.jsonl:2: cut short; set aside"))
        #expect(progress.errorLines.count == 2)
        #expect(try await knobs.run(Self.check).status == 0)
        let after = try Data(contentsOf: URL(filePath: knobs.journal))
        #expect(after.starts(with: whole + whole.prefix(length)))
        #expect(knobs.entries.count == 3)
        let log = try Fixture.fields(try await knobs.run(["log", "--json"]).output)
        #expect((log["attempts"] as? [Any])?.count == 2)
      }
    }
  }

  static let later = #"{"v":2,"at":"2030-01-01T00:00:00Z","kind":"attempt","attempt":{}}"# + "\n"
  static let garbage = Data((0..<4000).map { UInt8(truncatingIfNeeded: $0 * 131 + $0 / 7) })

  @Test(arguments: [Data((later + later).utf8), garbage, Data("hello\nworld\n".utf8)])
  func whatIsNoJournalIsNeverWrittenTo(_ data: Data) async throws {
    try await Self.withJournal(data) { knobs in
      for line in [Self.check, ["hint", Self.check[1]], ["reset"]] {
        let result = try await knobs.run(line)
        #expect(result.status == 2 && result.output == "")
        #expect(result.errorLines.count == 2 && result.errors.contains("journal.jsonl"))
        #expect(!result.errors.hasControls)
      }
      for line in [["progress"], ["log"], []] {
        let result = try await knobs.run(line)
        #expect(result.status == 0)
        #expect(result.errorLines.count == 2 && result.errors.contains("journal.jsonl:1: "))
        #expect(!result.errors.hasControls && !result.output.hasControls)
      }
      #expect(try Data(contentsOf: URL(filePath: knobs.journal)) == data)
    }
  }

  @Test func linesOfALaterVersionAreKeptBesideOurs() async throws {
    let whole = try await Self.recorded()
    try await Self.withJournal(whole + Data(Self.later.utf8)) { knobs in
      let result = try await knobs.run(Self.check)
      #expect(result.status == 0)
      let progress = try await knobs.run(["progress"])
      #expect(progress.errors.contains("journal.jsonl:2: written by a later version (format 2)"))
      #expect(
        try Data(contentsOf: URL(filePath: knobs.journal)).starts(
          with: whole + Data(Self.later.utf8)))
    }
  }

  @Test func aStateFolderThatIsAFileIsRefused() async throws {
    try await Fixture.withFolder { folder in
      try "precious".write(to: folder + "/file")
      for state in [folder + "/file", folder + "/file/state"] {
        let knobs = KnobsProgram(folder: folder).with(["KNOBS_STATE": state])
        let result = try await knobs.run(Self.check)
        #expect(result.status == 2 && result.output == "")
        #expect(result.errorLines.count == 2 && result.errors.contains(state))
      }
      #expect(try String(contentsOfFile: folder + "/file", encoding: .utf8) == "precious")
    }
  }

  @Test func aJournalThatIsAFolderIsRefused() async throws {
    try await Fixture.withFolder { folder in
      let knobs = KnobsProgram(folder: folder)
      try FileManager.default.createDirectory(
        atPath: knobs.journal, withIntermediateDirectories: true)
      for line in [Self.check, ["progress"], ["log"], []] {
        let result = try await knobs.run(line)
        #expect(result.status == 2 && result.output == "" && result.errorLines.count == 2)
      }
    }
  }

  @Test func manyAtOnceLoseNothing() async throws {
    try await Fixture.withFolder { folder in
      let knobs = KnobsProgram(folder: folder)
      try await withThrowingTaskGroup(of: Int32?.self) { group in
        for _ in 0..<12 { group.addTask { try await knobs.run(Self.check).status } }
        for try await status in group { #expect(status == 0) }
      }
      #expect(knobs.entries.count == 12)
      let log = try Fixture.fields(try await knobs.run(["log", "--json"]).output)
      #expect((log["attempts"] as? [Any])?.count == 12)
    }
  }

  @Test func beingKilledWhileGradingLosesNothing() async throws {
    try await Fixture.withFolder { folder in
      let knobs = KnobsProgram(folder: folder)
      #expect(try await knobs.run(Self.check).status == 0)
      for delay in [0, 5, 15, 30, 60] {
        let child = try Child(
          KnobsProgram.path,
          ["check", "batch-size/spend-the-samples", "--batch-size", "8"],
          environment: knobs.environment,
          paths: (input: "/dev/null", output: folder + "/out", errors: folder + "/err"))
        try await Task.sleep(for: .milliseconds(delay))
        child.send(SIGKILL)
        _ = await child.ending()
      }
      let before = knobs.entries.count
      let result = try await knobs.run(Self.check)
      #expect(result.status == 0 && result.errors == "")
      #expect(knobs.entries.count == before + 1)
      let progress = try await knobs.run(["progress"])
      #expect(progress.errors == "" && progress.output.contains("10 of "))
    }
  }

  @Test func aResetErasesNothing() async throws {
    try await Fixture.withFolder { folder in
      let knobs = KnobsProgram(folder: folder)
      #expect(try await knobs.run(Self.check).status == 0)
      let before = try Data(contentsOf: URL(filePath: knobs.journal))
      #expect(try await knobs.run(["reset"]).status == 0)
      #expect(try await knobs.run(["progress"]).output.hasPrefix("0 of "))
      #expect(try await knobs.run(["log"]).output.contains("reset of everything"))
      #expect(try Data(contentsOf: URL(filePath: knobs.journal)).starts(with: before))
    }
  }

  @Test func theSolutionOpensAfterThreeAttempts() async throws {
    try await Fixture.withFolder { folder in
      let knobs = KnobsProgram(folder: folder)
      let exercise = "learning-rate/reach-the-floor"
      for _ in 0..<3 {
        #expect(try await knobs.run(["solution", exercise]).status == 2)
        #expect(try await knobs.run(["check", exercise]).status == 1)
      }
      let result = try await knobs.run(["solution", exercise])
      #expect(result.status == 0)
      let line = try #require(
        result.output.split(separator: "\n").first { $0.contains("knobs check") })
      #expect(try await knobs.shell(String(line)).status == 0)
    }
  }
}

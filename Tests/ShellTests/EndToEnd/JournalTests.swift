import Foundation
import TestKit
import Testing
import ToyCourse

/// What happens to the record of a learner, come what may.
@Suite(.mayHang) struct JournalTests {
  static let check = ["check", "learning-rate/reach-the-floor", "--learning-rate", "0.4"]

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
        let lines = whole.prefix(length).count { $0 == UInt8(ascii: "\n") }
        #expect(progress.errors.contains("journal.jsonl:\(3 + lines): cut short; set aside"))
        #expect(progress.errorLines.count == 2)
        #expect(try await knobs.run(Self.check).status == 0)
        let after = try Data(contentsOf: URL(filePath: knobs.journal))
        #expect(after.starts(with: whole + whole.prefix(length)))
        #expect(knobs.entries.count == 5 + lines)
        let log = try Fixture.fields(try await knobs.run(["log", "--json"]).output)
        #expect((log["attempts"] as? [Any])?.count == 2)
      }
    }
  }

  static let later = #"{"v":9,"at":"2030-01-01T00:00:00Z","kind":"attempt","attempt":{}}"# + "\n"
  static let garbage = Data((0..<4000).map { UInt8(truncatingIfNeeded: $0 * 131 + $0 / 7) })

  @Test(arguments: [Data((later + later).utf8), garbage, Data("hello\nworld\n".utf8)])
  func whatIsNoJournalIsNeverWrittenTo(_ data: Data) async throws {
    try await Self.withJournal(data) { knobs in
      let reset = try await knobs.run(["reset"])
      #expect(reset.status == 2 && reset.output == "")
      #expect(reset.errorLines.count == 2 && reset.errors.contains("journal.jsonl"))
      #expect(!reset.errors.hasControls)
      for (line, lines) in [(Self.check, 2), (["hint", Self.check[1]], 3)] {
        let result = try await knobs.run(line)
        #expect(result.status == 0 && result.errorLines.count == lines)
        #expect(result.errors.contains("is not kept: "))
        #expect(result.errors.contains("is not a journal this program knows (line 1: "))
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
      #expect(progress.errors.contains("journal.jsonl:3: written by a later version (format 9)"))
      #expect(
        try Data(contentsOf: URL(filePath: knobs.journal)).starts(
          with: whole + Data(Self.later.utf8)))
    }
  }

  @Test func aStateFolderThatIsAFileIsLeftAlone() async throws {
    try await Fixture.withFolder { folder in
      try "precious".write(to: folder + "/file")
      for state in [folder + "/file", folder + "/file/state"] {
        let knobs = KnobsProgram(folder: folder).with(["KNOBS_STATE": state])
        let result = try await knobs.run(Self.check)
        #expect(result.status == 0 && result.output.contains("Not kept."))
        #expect(result.errorLines.count == 2 && result.errors.contains(state))
      }
      #expect(try String(contentsOfFile: folder + "/file", encoding: .utf8) == "precious")
    }
  }

  /// A state that can be read and not written, and one that is somebody else's alone: lessons are shown
  /// and attempts graded, and what is not kept or not known is said.
  @Test(arguments: [0o644, 0o600]) func aStateThatCannotBeWrittenIsUsed(_ mode: Int) async throws {
    // Permissions stop everybody but the superuser, who runs the program as somebody else then.
    let isRoot = geteuid() == 0
    let user = "setpriv --reuid=65534 --regid=65534 --clear-groups"
    guard mode == 0o644 || isRoot else { return }
    try await Fixture.withFolder { folder in
      let knobs = KnobsProgram(folder: folder)
      #expect(try await knobs.run(Self.check).status == 0)
      let files = FileManager.default
      try files.setAttributes([.posixPermissions: mode], ofItemAtPath: knobs.journal)
      if !isRoot {
        try files.setAttributes([.posixPermissions: 0o400], ofItemAtPath: knobs.journal)
      }
      let before = try Data(contentsOf: URL(filePath: knobs.journal))
      func run(_ line: String) async throws -> KnobsProgram.Result {
        try await knobs.shell((isRoot ? user + " " : "") + "knobs " + line)
      }
      // Where there is no such tool, or nobody else may run the program, there is nothing to try.
      guard try await run("--version").status == 0 else { return }
      let isReadable = mode == 0o644
      let check = Self.check.joined(separator: " ")
      for (line, says, isKept) in [
        ("", isReadable ? "Learning rate" : "Your progress cannot be read.", true),
        ("lessons", isReadable ? "1 of 2" : "? of 2", true),
        ("learn learning-rate", "valley", true),
        (check, "10 of 10 points. Not kept.", false), ("hint \(Self.check[1])", "hint 1", false),
      ] {
        let result = try await run(line)
        #expect(result.status == 0 && result.output.contains(says), "\(line) \(result.output)")
        #expect(result.errors.contains("is not kept: cannot write ") == !isKept, "\(line)")
        let isUnknown = result.errors.contains("knobs: your progress cannot be read: cannot read ")
        #expect(isUnknown == (!isReadable && line != check), "\(line)")
        let isNamed = result.errors.contains("Permission denied")
        #expect(isNamed == (!isKept || isUnknown), "\(line) \(result.errors)")
      }
      for line in ["progress", "log", "log 1 --again", "solution \(Self.check[1])", "reset"] {
        let result = try await run(line)
        #expect((result.status == 0) == (isReadable && line != "reset"), "\(line) \(result.errors)")
        #expect(result.status == 0 || result.errors.contains("Permission denied"))
      }
      #expect(try Data(contentsOf: URL(filePath: knobs.journal)) == before)
    }
  }

  /// A `~` that no shell has read is the home folder, and no folder of that name is made.
  @Test func aStateInTheHomeFolderMayBeWrittenInShort() async throws {
    try await Fixture.withFolder { folder in
      let knobs = KnobsProgram(folder: folder).with([
        "KNOBS_STATE": "~/short", "KNOBS_CACHE": "~/c",
      ])
      let check = "knobs " + Self.check.joined(separator: " ")
      let line = "mkdir \(folder)/here && cd \(folder)/here && \(check)"
      #expect(try await knobs.shell(line).status == 0)
      #expect(try await knobs.run(["progress"]).output.hasPrefix("10 of "))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/here") == [])
      #expect(FileManager.default.fileExists(atPath: folder + "/short/journal.jsonl"))
      let svg = try await knobs.run(["run", "step-size", "--svg=~/here/x.svg"])
      #expect(svg.status == 0 && svg.errors.contains("wrote \(folder)/here/x.svg"))
    }
  }

  @Test func manyAtOnceLoseNothing() async throws {
    try await Fixture.withFolder { folder in
      let knobs = KnobsProgram(folder: folder)
      let running = try (0..<12).map { _ in try knobs.start(Self.check) }
      for one in running { #expect(try one.result().status == 0) }
      #expect(knobs.entries.count == 24)
      #expect(Set(knobs.attempts.map(Self.number)) == Set(1...12))
      let log = try Fixture.fields(try await knobs.run(["log", "--json"]).output)
      #expect((log["attempts"] as? [Any])?.count == 12)
    }
  }

  /// The number of the attempt that a line records; nil if there is none.
  static func number(_ line: Substring) -> Int? {
    line.firstMatch(of: /"number":(\d+)/).flatMap { Int($0.1) }
  }

  /// Pairs of checks at once in two terminals: every attempt has a number and seeds of its own.
  @Test func pairsOfChecksShareNoSeed() async throws {
    let pairs = 12
    try await Fixture.withFolder { folder in
      let knobs = KnobsProgram(folder: folder)
      for _ in 0..<pairs {
        let running = try (0..<2).map { _ in try knobs.start(Self.check + ["--json"]) }
        let results = try running.map { try $0.result() }
        #expect(results.allSatisfy { $0.status == 0 && $0.errors == "" })
        let counted = try results.map { try Fixture.fields($0.output)["attempt"] as? Int }
        #expect(counted[0] != counted[1])
      }
      let attempts = knobs.attempts
      #expect(Set(attempts.map(Self.number)) == Set((1...2 * pairs).map(Optional.init)))
      let seeds = attempts.compactMap { line in
        line.firstMatch(of: /"seed":"(\d+)"/).flatMap { UInt64($0.1) }
      }.sorted()
      #expect(seeds.count == 2 * pairs)
      for (seed, next) in zip(seeds, seeds.dropFirst()) { #expect(next - seed >= 200) }
    }
  }

  /// A check that is given up while it grades costs its number, but is no attempt.
  @Test func aCheckThatIsGivenUpCostsItsNumber() async throws {
    let reserved =
      #"{"at":"2030-01-01T00:00:00Z","exercise":"learning-rate/reach-the-floor","#
      + #""kind":"reservation","number":41,"v":2}"# + "\n"
    try await Self.withJournal(Data(reserved.utf8)) { knobs in
      #expect(try await knobs.run([]).output.contains("You are at the beginning"))
      #expect(try await knobs.run(["log"]).output.contains("No attempts yet"))
      let fields = try Fixture.fields(try await knobs.run(Self.check + ["--json"]).output)
      #expect(fields["attempt"] as? Int == 1)
      #expect(knobs.attempts.map(Self.number) == [42])
    }
  }

  /// A journal of version 0.1 of the program, and one that goes on from it.
  @Test func attemptsOfTheFirstVersionCount() async throws {
    let line =
      #"{"at":"2030-01-01T00:00:00Z","attempt":{"exercise":"learning-rate/reach-the-floor","#
      + #""findings":["suits-both-directions"],"maximumPoints":10,"passed":true,"points":10,"#
      + #""settings":{"learning-rate":"0.4"}},"kind":"attempt","v":1}"# + "\n"
    try await Self.withJournal(Data((line + line).utf8)) { knobs in
      #expect(try await knobs.run(["progress"]).output.hasPrefix("10 of "))
      let log = try Fixture.fields(try await knobs.run(["log", "--json"]).output)
      let attempts = try #require(log["attempts"] as? [[String: Any]])
      #expect(attempts.count == 2)
      #expect((attempts[0]["settings"] as? [String: Double]) == ["learning-rate": 0.4])
      let words = try await knobs.run(["log"]).output.split { $0.isWhitespace }
      #expect(words.contains("0.4"))
      // Without chance an attempt is made again though an early program recorded no seeds.
      let again = try await knobs.run(["log", "2", "--again"])
      #expect(again.status == 0 && again.output.contains("Attempt 2 of the log again"))
      let fields = try Fixture.fields(try await knobs.run(Self.check + ["--json"]).output)
      #expect(fields["attempt"] as? Int == 3)
      #expect(knobs.attempts.map(Self.number) == [nil, nil, 3])
    }
  }

  @Test func beingKilledWhileGradingLosesNothing() async throws {
    try await Fixture.withFolder { folder in
      let knobs = KnobsProgram(folder: folder)
      #expect(try await knobs.run(Self.check).status == 0)
      for delay in [0, 5, 15, 30, 60] {
        let running = try knobs.start([
          "check", "batch-size/spend-the-samples", "--batch-size", "8",
        ])
        // Wherever it is by then: some are killed before they grade, and some have ended.
        try await Task.sleep(for: .milliseconds(delay))
        running.child.send(SIGKILL)
        _ = try running.child.ending()
      }
      let before = (knobs.entries.count, knobs.attempts.count)
      let result = try await knobs.run(Self.check)
      #expect(result.status == 0 && result.errors == "")
      #expect((knobs.entries.count, knobs.attempts.count) == (before.0 + 2, before.1 + 1))
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
        #expect(try await knobs.run(["check", exercise, "--defaults"]).status == 1)
      }
      let result = try await knobs.run(["solution", exercise])
      #expect(result.status == 0)
      let line = try #require(
        result.output.split(separator: "\n").first { $0.contains("knobs check") })
      #expect(try await knobs.shell(String(line)).status == 0)
    }
  }
}

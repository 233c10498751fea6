import Exhibits
import Files
import Foundation
import TestKit
import Testing
import ToyCourse

@testable import Shell

/// Every command where the state cannot be read, written, locked or found.
@Suite struct StateTests {
  /// What is wrong with the state, and the reason that is then given.
  enum Trouble: String, CaseIterable, Sendable {
    case noHome, relativeHome, otherHome, file, belowFile, loop, longName
    case journalIsFolder, journalIsPipe, journalIsLoop, foreign

    /// Whether there is nothing wrong with reading.
    var isReadable: Bool { self == .foreign }

    var reason: String {
      switch self {
      case .noHome, .relativeHome: "there is no home folder to keep your progress in"
      case .otherHome: "the home folder that KNOBS_STATE begins with is not known"
      case .file, .belowFile: "Not a directory"
      case .loop, .journalIsLoop: "Too many levels of symbolic links"
      case .longName: "File name too long"
      case .journalIsFolder, .journalIsPipe: "journal.jsonl: "
      case .foreign: "is not a journal this program knows"
      }
    }

    /// Makes the trouble in a folder, and gives the variables for it.
    func make(in folder: String) throws -> [String: String] {
      let state = folder + "/state"
      let journal = state + "/journal.jsonl"
      let files = FileManager.default
      switch self {
      case .noHome: return [:]
      case .relativeHome: return ["HOME": "here"]
      case .otherHome: return ["HOME": folder, "KNOBS_STATE": "~name/state"]
      case .file, .belowFile:
        try "precious".write(to: folder + "/file")
        return ["KNOBS_STATE": folder + (self == .file ? "/file" : "/file/state")]
      case .loop:
        #expect(symlink("loop", folder + "/loop") == 0)
        return ["KNOBS_STATE": folder + "/loop"]
      case .longName: return ["KNOBS_STATE": folder + "/" + String(repeating: "x", count: 300)]
      case .journalIsFolder:
        try files.createDirectory(atPath: journal, withIntermediateDirectories: true)
      case .journalIsPipe:
        try files.createDirectory(atPath: state, withIntermediateDirectories: true)
        #expect(mkfifo(journal, 0o600) == 0)
      case .journalIsLoop:
        try files.createDirectory(atPath: state, withIntermediateDirectories: true)
        #expect(symlink("journal.jsonl", journal) == 0)
      case .foreign:
        try files.createDirectory(atPath: state, withIntermediateDirectories: true)
        try "a shopping list\n".write(to: journal)
      }
      return ["KNOBS_STATE": state]
    }
  }

  /// What a command does with the state.
  enum Use: Sendable {
    /// It has none for it.
    case none

    /// It shows what it has besides.
    case reads

    /// It does its work, and would keep it.
    case keeps

    /// It has nothing without it.
    case needs
  }

  static let lines: [(line: String, use: Use, says: String)] = [
    ("", .reads, "2 lessons"), ("--json", .reads, "\"progressKnown\":false"),
    ("lessons", .reads, "? of 1"), ("lessons --json", .reads, "\"progressKnown\":false"),
    ("learn slides", .reads, "Slides"), ("learn", .reads, "Slides"),
    ("check slides/get-down --rate 1", .keeps, "10 of 10 points. Not kept."),
    ("check slides/get-down --rate 1 --json", .keeps, "\"kept\":false"),
    ("check slides/get-down --rate 0.2", .keeps, "Not kept."),
    ("check tosses/load-it --load 1", .keeps, "Not kept."),
    ("hint slides/get-down", .keeps, "hint 1 of 2"),
    ("hint slides/get-down --json", .keeps, "\"total\":2"),
    ("progress", .needs, ""), ("progress --json", .needs, ""), ("log", .needs, ""),
    ("log 1", .needs, ""), ("log 1 --again", .needs, ""), ("solution slides/get-down", .needs, ""),
    ("reset", .needs, ""), ("reset slides", .needs, ""), ("reset slides/get-down", .needs, ""),
    ("progress --csv", .needs, ""), ("progress --svg -", .needs, ""),
    ("find sledge", .none, "Slides"), ("words", .none, "2 terms"),
    ("review", .needs, ""), ("review --json", .needs, ""),
    ("run slide", .none, "height"), ("sweep slide --rate 0.1..1 --points 2", .none, "height"),
    ("tune slide --over rate --minimize height --trials 2", .none, "height"),
    ("play slide", .none, "height"), ("play slides/get-down", .none, "To pass: "),
    ("publish FOLDER/site", .none, "2 lessons in 6 files"),
    ("simulations", .none, "toss"), ("throughput --rounds 1", .none, "1 round"),
    ("help", .none, "commands"), ("completions words -- check slides/", .none, "get-down"),
    ("author check FOLDER/pack", .none, "no faults"),
    ("author preview FOLDER/pack/01-a.md", .none, "sledge"),
    ("author calibrate slides/get-down", .none, "rate"),
    ("author new fresh --lessons FOLDER/pack", .none, "a lesson on slide"),
  ]

  private static func session(_ folder: String, _ state: [String: String]) throws -> Session {
    try Written.write(["01-a": Written.lesson("A", ["one"])], to: folder + "/pack")
    var session = Session(folder: folder)
    session.environment["KNOBS_STATE"] = nil
    session.environment.merge(state) { $1 }
    return session
  }

  @Test(arguments: Trouble.allCases) func whatNeedsNoStateIsThere(_ trouble: Trouble) async throws {
    for (line, use, says) in Self.lines {
      try await Fixture.withFolder { folder in
        try FileManager.default.removeItem(atPath: folder + "/state")
        let session = try Self.session(folder, try trouble.make(in: folder))
        let (status, text, notes) = await session.report(line)
        let problem = "\(trouble) \(line): \(text) \(notes)"
        // A foreign file can be read: there is nothing in it, and that is said.
        if use == .needs && !(trouble.isReadable && !line.hasPrefix("reset")) {
          #expect(status == .refused && text.contains(trouble.reason), "\(problem)")
        } else {
          let isRefused =
            use == .needs && !line.hasPrefix("progress") && !line.hasPrefix("review")
          #expect(
            (status == .refused) == (isRefused && line != "log"), "\(problem)")
        }
        guard use != .needs else { return }
        let isUnknown = says.contains("?") || says.contains("Known")
        if !(isUnknown && trouble.isReadable) { #expect(text.contains(says), "\(problem)") }
        let isKept = notes.contains { $0.contains("is not kept: ") && $0.contains(trouble.reason) }
        #expect(isKept == (use == .keeps), "\(problem)")
        let isRead = notes.contains { $0.hasPrefix("knobs: your progress cannot be read: ") }
        #expect(
          isRead == (!trouble.isReadable && (use == .reads || line.hasPrefix("hint"))), "\(problem)"
        )
        if use == .none { #expect(notes.isEmpty, "\(problem)") }
      }
    }
  }

  /// Every command is tried.
  @Test func everyCommandIsTried() {
    for command in Commands.all {
      let isTried = Self.lines.contains { each in
        let words = each.line.split(separator: " ").map(String.init)
        return (Commands.beginning(words)?.command ?? HomeCommand.self) == command
      }
      #expect(isTried, "\(command.name)")
    }
  }

  /// Without locks everything is done; where something is written, that is said.
  @Test(arguments: [ENOSYS, EOPNOTSUPP, ENOLCK, EINVAL, EIO, EPERM])
  func aFileSystemWithoutLocksIsNoReason(_ code: Int32) async throws {
    for isBegun in [false, true] {
      for (line, use, _) in Self.lines {
        try await Fixture.withFolder { folder in
          var session = try Self.session(folder, ["KNOBS_STATE": folder + "/state"])
          if isBegun { _ = await session.run("check slides/get-down --rate 1") }
          let usual = await session.report(line)
          let other = try Self.other(folder)
          var unlocked = try Self.session(other, ["KNOBS_STATE": other + "/state"])
          unlocked.lock = FileLock { _, _ in code }
          session = unlocked
          if isBegun { _ = await session.run("check slides/get-down --rate 1") }
          let found = await session.report(line)
          #expect(found.status == usual.status, "\(line) \(found)")
          #expect(!found.text.contains("Not kept."))
          let isWritten = use == .keeps || ["reset", "solution"].contains { line.hasPrefix($0) }
          let said = found.notes.filter { $0.contains(": cannot lock ") }
          #expect(
            said.count == (isWritten && found.status != .refused ? 1 : 0), "\(line) \(found)")
          #expect(said.allSatisfy { $0.contains(String(cString: strerror(code))) })
        }
      }
    }
  }

  private static func other(_ folder: String) throws -> String {
    let other = folder + "/other"
    try FileManager.default.createDirectory(
      atPath: other + "/state", withIntermediateDirectories: true)
    try Toys.key.text.write(to: other + "/state/seed-key")
    return other
  }

  /// A key of seeds that cannot be kept serves all the same: the attempt is recorded, and that is said.
  @Test func aKeyThatCannotBeKeptServesOnce() async throws {
    try await Fixture.withFolder { folder in
      let state = folder + "/state"
      try FileManager.default.removeItem(atPath: state + "/seed-key")
      try FileManager.default.createDirectory(
        atPath: state + "/seed-key", withIntermediateDirectories: true)
      let session = try Self.session(folder, ["KNOBS_STATE": state])
      for number in 1...2 {
        let (status, text, notes) = await session.report("check slides/get-down --rate 1 --json")
        #expect(status == .done && text.contains("\"attempt\":\(number)"))
        #expect(!text.contains("\"kept\""))
        #expect(notes.count == 1 && notes[0].contains("seed-key") && notes[0].contains("not kept"))
      }
      #expect(await session.run("progress").text.contains("2 attempts"))
      #expect(await session.run("log 2 --again").status == .done)
    }
  }

  /// What is not kept says nothing of how the attempt comes off that has the number.
  @Test func whatIsNotKeptHasSeedsOfItsOwn() async throws {
    try await Fixture.withFolder { folder in
      let state = folder + "/state"
      try FileManager.default.createDirectory(
        atPath: state + "/journal.jsonl", withIntermediateDirectories: true)
      let session = try Self.session(folder, ["KNOBS_STATE": state])
      var texts = Set<String>()
      for _ in 0..<12 { texts.insert(await session.run("check tosses/load-it --load 0.7").text) }
      try FileManager.default.removeItem(atPath: state + "/journal.jsonl")
      #expect(texts.count > 1)
    }
  }

  /// A busy journal is a matter of trying again, and nothing is graded meanwhile.
  @Test func aBusyJournalIsTriedAgain() async throws {
    try await Fixture.withFolder { folder in
      var session = try Self.session(folder, ["KNOBS_STATE": folder + "/state"])
      session.lock = FileLock { _, _ in EWOULDBLOCK }
      session.patience = .zero
      for line in ["check slides/get-down --rate 1", "hint slides/get-down", "reset", "progress"] {
        let (status, text, _) = await session.report(line)
        #expect(status == .refused && text.contains("; try again"), "\(line)")
      }
      let lessons = await session.report("lessons")
      #expect(lessons.status == .done && lessons.text.contains("tosses"))
    }
  }
}

import Experiments
import Foundation
import TestKit
import Testing

@testable import Course

@Suite(.mayHang) struct JournalTests {
  static let date = Date(timeIntervalSince1970: 1_700_000_000)

  /// The message of the problem that something ends in; nil if it ends well.
  private static func problem(_ work: () throws(Journal.Problem) -> Void) -> String? {
    do throws(Journal.Problem) {
      try work()
      return nil
    } catch {
      #expect(!error.message.contains("\n"))
      return error.message
    }
  }

  // What is written is what is read

  @Test func everyEventComesBack() async throws {
    let folder = try ScratchFolder()
    let journal = Journal(folder: folder.path + "/a/b")
    #expect(try journal.read().entries.isEmpty)
    let events = try await Events.all()
    for (index, event) in events.enumerated() {
      let contents = try journal.append(event, at: Self.date.addingTimeInterval(0.75))
      #expect(contents.entries.count == index + 1)
      #expect(contents.entries.last?.event == event)
      #expect(contents.entries == (try journal.read().entries))
    }
    let contents = try journal.read()
    #expect(contents.entries.map(\.event) == events)
    #expect(contents.entries.allSatisfy { $0.date == Self.date })
    #expect(contents.setAside.isEmpty)
  }

  @Test func aLineIsOneObjectAndTheFileIsOnesOwn() throws {
    let folder = try ScratchFolder()
    let journal = Journal(folder: folder.path)
    try journal.append(.place(lesson: "a\nb", section: 2), at: Self.date)
    try journal.append(.reset(lesson: nil), at: Self.date)
    #expect(
      String(decoding: try folder.data(of: "journal.jsonl"), as: UTF8.self)
        == #"{"at":"2023-11-14T22:13:20Z","kind":"place","lesson":"a\nb","section":2,"v":1}"# + "\n"
        + #"{"at":"2023-11-14T22:13:20Z","kind":"reset","v":1}"# + "\n")
    let attributes = try FileManager.default.attributesOfItem(atPath: journal.path)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
  }

  @Test func appendingNeverChangesWhatIsThere() throws {
    let folder = try ScratchFolder()
    let journal = Journal(folder: folder.path)
    var before = Data()
    for section in 0..<20 {
      try journal.append(.place(lesson: "a", section: section))
      let after = try folder.data(of: "journal.jsonl")
      #expect(after.starts(with: before))
      #expect(after.count > before.count)
      before = after
    }
  }

  // Lines that are no entry

  private static let good = #"{"at":"2023-11-14T22:13:20Z","kind":"reset","v":1}"#

  @Test(
    arguments: [
      ("garbage", "not an entry"), ("{}", "not an entry"), ("[1]", "not an entry"),
      ("\0\u{1}", "not an entry"), (#"{"v":1}"#, "not an entry"),
      (#"{"at":"2023","kind":"reset","v":1}"#, "not an entry"),
      (
        #"{"at":"2023-11-14T22:13:20Z","kind":"hint","exercise":"a","number":0,"v":1}"#,
        "not an entry"
      ),
      (
        #"{"at":"2023-11-14T22:13:20Z","kind":"place","lesson":"a","section":-1,"v":1}"#,
        "not an entry"
      ),
      (
        #"{"at":"2023-11-14T22:13:20Z","kind":"place","lesson":"a","section":9223372036854775807,"v":1}"#,
        "not an entry"
      ),
      (
        #"{"at":"2023-11-14T22:13:20Z","kind":"place","lesson":"a","section":1e99,"v":1}"#,
        "not an entry"
      ),
      (
        #"{"at":"2023-11-14T22:13:20Z","attempt":{"exercise":"a","findings":[],"maximumPoints":1,"passed":true,"points":-1,"settings":{}},"kind":"attempt","v":1}"#,
        "not an entry"
      ),
      (
        #"{"at":"2023-11-14T22:13:20Z","kind":"reset","v":2}"#,
        "written by a later version (format 2)"
      ),
      (
        #"{"at":"2023-11-14T22:13:20Z","kind":"d\u0000ance","v":1}"#,
        #"of an unknown kind "d\u{0}ance""#
      ),
      (#"{"at":"#, "not an entry"),
      (String(repeating: "[", count: 100_000), "not an entry"),
      (String(repeating: "x", count: 1_000_000), "not an entry"),
    ])
  func otherLinesAreSetAside(line: String, reason: String) throws {
    let folder = try ScratchFolder()
    try folder.write("\(Self.good)\n\(line)\n\n\(Self.good)\r\n\r\n", to: "journal.jsonl")
    let journal = Journal(folder: folder.path)
    let contents = try journal.read()
    #expect(contents.entries.count == 2)
    #expect(contents.setAside.map(\.line) == [2])
    #expect(contents.setAside.map(\.reason) == [reason])
    try journal.append(.reset(lesson: "a"))
    #expect(try journal.read().entries.count == 3)
  }

  @Test func whateverTheBytesReadingEnds() throws {
    var garbage = Garbage(seed: 1)
    let good = Array((Self.good + "\n" + Self.good + "\n").utf8)
    for _ in 0..<400 {
      let bytes = garbage.damaged(good, strays: Array(0...255))
      let contents = Journal.contents(of: Data(bytes))
      #expect(contents.entries.count + contents.setAside.count >= 1)
    }
  }

  /// Killed at any moment of the writing of an entry, a journal loses at most that one.
  @Test func aTornLineIsSetAsideAndTheNextIsWhole() throws {
    let folder = try ScratchFolder()
    let journal = Journal(folder: folder.path)
    for count in [0, 2] {
      let before = String(repeating: Self.good + "\n", count: count)
      for length in 0...Self.good.utf8.count {
        try folder.write(before + Self.good.prefix(length), to: "journal.jsonl")
        let isWhole = length == Self.good.utf8.count
        let contents = try journal.read()
        #expect(contents.entries.count == count + (isWhole ? 1 : 0))
        #expect(contents.setAside.map(\.reason) == (isWhole || length == 0 ? [] : ["cut short"]))
        try journal.prepare()
        try journal.append(.reset(lesson: "next"), at: Self.date)
        let after = try journal.read()
        #expect(after.entries.count == count + (isWhole ? 2 : 1))
        #expect(after.entries.last?.event == .reset(lesson: "next"))
        try journal.append(.reset(lesson: "other"), at: Self.date)
        #expect(try journal.read().entries.count == after.entries.count + 1)
      }
    }
  }

  // Files that are no journal

  @Test(
    arguments: [
      "notes\n", "notes", "{}", #"{"at":"# + "\n", "\0\0\0", #"{"name": "value"}"#, "a\nb\n",
      "\n\nx",
      #"{"at":"2023-11-14T22:13:20Z","kind":"reset","v":2}"# + "\n",
      #"{"at":"2023-11-14T22:13:20Z","kind":"dance","v":1}"# + "\n",
    ])
  func aFileThatIsNoJournalIsLeftAlone(text: String) throws {
    let folder = try ScratchFolder()
    try folder.write(text, to: "journal.jsonl")
    let journal = Journal(folder: folder.path)
    #expect(try journal.read().entries.isEmpty)
    let message = try #require(Self.problem { () throws(Journal.Problem) in try journal.prepare() })
    #expect(message.hasPrefix("\(journal.path) is not a journal this program knows (line "))
    #expect(message.hasSuffix("); move it away to begin a new one"))
    let other = Self.problem { () throws(Journal.Problem) in
      try journal.append(.reset(lesson: nil))
    }
    #expect(other == message)
    #expect(try folder.data(of: "journal.jsonl") == Data(text.utf8))
  }

  @Test(arguments: ["", "\n", "\r\n\n"]) func anEmptyFileIsAJournal(text: String) throws {
    let folder = try ScratchFolder()
    try folder.write(text, to: "journal.jsonl")
    let journal = Journal(folder: folder.path)
    #expect(try journal.append(.reset(lesson: nil)).entries.count == 1)
    #expect(try journal.read().setAside.isEmpty)
  }

  // Places that cannot be written

  @Test func placesThatCanNotBeUsed() throws {
    let folder = try ScratchFolder()
    let path = folder.path
    try folder.write("text", to: "file")
    try FileManager.default.createDirectory(
      atPath: path + "/folder/journal.jsonl", withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      atPath: path + "/pipe", withIntermediateDirectories: true)
    #expect(mkfifo(path + "/pipe/journal.jsonl", 0o600) == 0)
    for (name, reason) in [
      ("file", "Not a directory"), ("folder", "Is a directory"), ("pipe", "not a regular file"),
    ] {
      let journal = Journal(folder: "\(path)/\(name)")
      let message = try #require(
        Self.problem { () throws(Journal.Problem) in try journal.append(.reset(lesson: nil)) })
      #expect(message.hasPrefix("cannot write \(journal.path): \(reason)"))
      #expect(Self.problem { () throws(Journal.Problem) in try journal.prepare() } == message)
      #expect(Self.problem { () throws(Journal.Problem) in _ = try journal.read() } != nil)
    }
    #expect(try folder.data(of: "file") == Data("text".utf8))
  }
}

/// One of each event.
enum Events {
  static func attempt(
    _ exercise: String, passed: Bool, points: Int, of maximum: Int = 10
  ) throws -> JournalEntry.Attempt {
    let object: [String: Any] = [
      "exercise": exercise, "settings": ["share": "1"], "passed": passed, "points": points,
      "maximumPoints": maximum, "findings": ["heads"],
    ]
    return try JSONDecoder().decode(
      JournalEntry.Attempt.self, from: JSONSerialization.data(withJSONObject: object))
  }

  static func all() async throws -> [JournalEntry.Event] {
    let exercise = try Toys.exercise(
      "simulation: coin\ntask: t\nchoose: share\npass: luck >= 1 (3 points)")
    let choices = try Toys.settings(Coin.self, ["share": "1"])
    var grading = Grading(exercise, choices: choices, attempt: 1)
    while !grading.isDecided { await grading.advance(by: 8) }
    let attempt = JournalEntry.Attempt(grading.grade, choices: choices)
    #expect(attempt.settings == ["share": "1"])
    #expect(attempt.exercise == "toy/e")
    #expect(attempt.points == 3)
    return [
      .attempt(attempt), .attempt(try Self.attempt("a/b", passed: false, points: 0)),
      .hint(exercise: "a/b", number: 2), .solution(exercise: "a/b"),
      .prediction(.init(lesson: "a", name: "p", answer: -1.5e-300, right: false)),
      .prediction(.init(lesson: "a", name: "\"\u{1B}\n日\\", answer: .infinity, right: true)),
      .place(lesson: "a", section: 0), .reset(lesson: "a"), .reset(lesson: nil),
    ]
  }
}

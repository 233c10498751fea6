import Experiments
import Foundation
import TestKit
import Testing
import ToyCourse

import struct Grading.Progress

@testable import Grading

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
    #expect(try journal.read().count == 0)
    let events = try await Events.all()
    for (index, event) in events.enumerated() {
      let contents = try journal.append(event, at: Self.date.addingTimeInterval(0.75))
      #expect(contents.count == index + 1)
      let entries = try journal.entries()
      #expect(entries.count == index + 1 && entries.last?.event == event)
    }
    let contents = try journal.read()
    let entries = try journal.entries()
    #expect(entries.map(\.event) == events)
    #expect(entries.allSatisfy { $0.date == Self.date })
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
        #"{"at":"2023-11-14T22:13:20Z","kind":"reset","v":4}"#,
        "written by a later version (format 4)"
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
    #expect(contents.count == 2)
    #expect(contents.setAside.map(\.line) == [2])
    #expect(contents.setAside.map(\.reason) == [reason])
    try journal.append(.reset(lesson: "a"))
    #expect(try journal.read().count == 3)
  }

  // Attempts and reservations of either version

  /// What becomes of a line of an attempt of which one field is other than it was written.
  @Test(
    arguments: [
      (#""number":7"#, [#""number":1"#, #""number":1000000000"#, #""number":null"#], true),
      (
        #""number":7"#,
        [
          #""number":0"#, #""number":-1"#, #""number":1000000001"#, #""number":1e99"#,
          #""number":9223372036854775807"#, #""number":9223372036854775808"#, #""number":"7""#,
          #""number":7.5"#, #""number":[]"#,
        ], false
      ),
      (
        #""seed":"9223372036854777208""#,
        [
          #""seed":"0""#, #""seed":"18446744073709551615""#, #""seed":null"#, #""other":1"#,
        ], true
      ),
      (
        #""seed":"9223372036854777208""#,
        [
          #""seed":"18446744073709551616""#, #""seed":"-1""#, #""seed":"+1""#, #""seed":"07""#,
          #""seed":"""#, #""seed":" 7""#, #""seed":"7e3""#, #""seed":"seven""#, #""seed":"٧""#,
          #""seed":7"#, #""seed":true"#, #""seed":{}"#,
        ], false
      ),
      (
        #""settings":{"mode":"right","x":0.25}"#,
        [
          #""settings":{}"#, #""settings":{"x":-1e300}"#, #""settings":{"x":"nan"}"#,
          #""settings":{"\u0000":"\u0000"}"#,
        ], true
      ),
      (
        #""settings":{"mode":"right","x":0.25}"#,
        [
          #""settings":{"x":1e999}"#, #""settings":{"x":true}"#, #""settings":{"x":null}"#,
          #""settings":{"x":[1]}"#, #""settings":[]"#, #""settings":null"#, #""other":1"#,
        ], false
      ),
      (#""points":2,"#, [#""points":0,"#, #""points":1000000000,"#], true),
      (
        #""points":2,"#,
        [#""points":-1,"#, #""points":1000000001,"#, #""points":1e99,"#, ""], false
      ),
      (#""digest":"d""#, [#""digest":"""#, #""digest":null"#, #""other":1"#], true),
      (#""digest":"d""#, [#""pack":"a""#, #""pack":"""#, #""pack":null"#], true),
      (#""digest":"d""#, [#""pack":7"#, #""pack":{}"#], false),
      (#""digest":"d""#, [#""digest":7"#, #""digest":[]"#], false),
      (#""program":"p""#, [#""program":"1.0 \u0007""#, #""program":null"#], true),
      (#""program":"p""#, [#""program":0.1"#], false),
    ] as [(String, [String], Bool)])
  func fieldsOfAnAttempt(field: String, others: [String], isEntry: Bool) {
    let line =
      #"{"at":"2023-11-14T22:13:20Z","attempt":{"digest":"d","exercise":"a/b","findings":[],"#
      + #""maximumPoints":2,"number":7,"passed":true,"points":2,"program":"p","#
      + #""seed":"9223372036854777208","settings":{"mode":"right","x":0.25}},"kind":"attempt","v":2}"#
    #expect(Journal.contents(of: Data(line.utf8)).entries.count == 1)
    #expect(line.contains(field))
    for other in others {
      let text = line.replacing(field, with: other)
      for text in [text, text.replacing(#""v":2"#, with: #""v":1"#)] {
        let contents = Journal.contents(of: Data((text + "\n").utf8))
        #expect(contents.entries.count == (isEntry ? 1 : 0), "\(other)")
        #expect(contents.setAside.map(\.reason) == (isEntry ? [] : ["not an entry"]), "\(other)")
        // Adding up never traps, whatever the numbers are.
        let progress = Progress(contents.entries + contents.entries)
        #expect(progress.standing(of: "a/b", digest: "d").attempts == (isEntry ? 2 : 0))
      }
    }
  }

  @Test(
    arguments: [
      (#""exercise":"a/b","kind":"reservation","number":1"#, true),
      (#""exercise":"","kind":"reservation","number":1000000000"#, true),
      (#""kind":"reservation","number":1"#, false),
      (#""exercise":"a/b","kind":"reservation""#, false),
      (#""exercise":7,"kind":"reservation","number":1"#, false),
      (#""exercise":"a/b","kind":"reservation","number":0"#, false),
      (#""exercise":"a/b","kind":"reservation","number":-9223372036854775808"#, false),
      (#""exercise":"a/b","kind":"reservation","number":1000000001"#, false),
      (#""exercise":"a/b","kind":"reservation","number":9223372036854775808"#, false),
      (#""exercise":"a/b","kind":"reservation","number":"1""#, false),
    ])
  func fieldsOfAReservation(fields: String, isEntry: Bool) {
    let line = "{\"at\":\"2023-11-14T22:13:20Z\",\(fields),\"v\":2}\n"
    let contents = Journal.contents(of: Data(line.utf8))
    #expect(contents.entries.count == (isEntry ? 1 : 0))
    #expect(contents.setAside.map(\.reason) == (isEntry ? [] : ["not an entry"]))
  }

  /// A setting of version 1 is text; it is a number where nothing is lost by that.
  @Test(
    arguments: [
      ("0.25", .real(0.25)), ("50", .real(50)), ("-3", .real(-3)), ("1e-6", .real(1e-6)),
      ("right", .choice("right")), ("", .choice("")), ("nan", .choice("nan")),
      ("inf", .choice("inf")), ("0x10", .choice("0x10")), ("007", .choice("007")),
      ("0.250", .choice("0.250")), ("1e999", .choice("1e999")), ("∞", .choice("∞")),
    ] as [(String, SettingValue)])
  func settingsOfVersion1(text: String, value: SettingValue) throws {
    let line =
      #"{"at":"2023-11-14T22:13:20Z","attempt":{"exercise":"a/b","findings":["x"],"#
      + #""maximumPoints":3,"passed":false,"points":1,"settings":{"knob":"\#(text)"}},"#
      + #""kind":"attempt","v":1}"#
    let entry = try #require(Journal.contents(of: Data(line.utf8)).entries.first)
    guard case .attempt(let attempt) = entry.event else {
      Issue.record("no attempt")
      return
    }
    #expect(attempt.settings == ["knob": value])
    #expect(attempt.settings["knob"]?.text == text)
    #expect(attempt.number == nil && attempt.seed == nil && attempt.digest == nil)
    #expect(attempt.points == 1 && attempt.maximumPoints == 3 && attempt.findings == ["x"])
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
        #expect(contents.count == count + (isWhole ? 1 : 0))
        #expect(contents.setAside.map(\.reason) == (isWhole || length == 0 ? [] : ["cut short"]))
        try journal.append(.reset(lesson: "next"), at: Self.date)
        let after = try journal.read()
        #expect(after.count == count + (isWhole ? 2 : 1))
        #expect(try journal.entries().last?.event == .reset(lesson: "next"))
        try journal.append(.reset(lesson: "other"), at: Self.date)
        #expect(try journal.read().count == after.count + 1)
      }
    }
  }

  // Journals of many lines

  private static func many(_ count: Int) -> Data {
    var text = ""
    for number in 1...max(1, count / 2) {
      let exercise = "lesson-\(number % 17)/exercise-\(number % 3)"
      text +=
        #"{"at":"2023-11-14T22:13:20Z","exercise":"\#(exercise)","kind":"reservation","#
        + #""number":\#(number),"v":2}"# + "\n"
        + #"{"at":"2023-11-14T22:13:20Z","attempt":{"digest":"\#(number % 5)","#
        + #""exercise":"\#(exercise)","findings":["a","b"],"maximumPoints":10,"#
        + #""number":\#(number),"pack":"knobs","passed":\#(number % 7 == 0),"points":3,"#
        + #""program":"0.2.0","seed":"\#(number)","settings":{"x":0.\#(number)}},"#
        + #""kind":"attempt","v":2}"# + "\n"
    }
    return Data(text.utf8)
  }

  /// What the program writes is read without a reader of all JSON, which would take its time.
  @Test func whatTheProgramWritesIsReadAtOnce() {
    let contents = Journal.contents(of: Self.many(2000))
    #expect(contents.entries.count == 2000 && contents.setAside.isEmpty && contents.decoded == 0)
  }

  /// So is every kind of event, as long as its names are plain and its numbers not extreme.
  @Test func everyEventIsReadAtOnce() async throws {
    let folder = try ScratchFolder()
    let journal = Journal(folder: folder.path)
    let events = try await Events.all()
    var plain = 0
    for event in events {
      try? FileManager.default.removeItem(atPath: journal.path)
      try journal.append(event, at: Self.date)
      let data = try folder.data(of: "journal.jsonl")
      let text = String(decoding: data, as: UTF8.self)
      let isPlain =
        text.utf8.allSatisfy { $0 < 0x80 } && !text.contains("\\")
        && !text.contains("e-300")
      #expect(Journal.contents(of: data).decoded == (isPlain ? 0 : 1), "\(event)")
      plain += isPlain ? 1 : 0
    }
    #expect(plain == events.count - 4)
  }

  /// What is summed up alone comes to what all entries come to.
  @Test func sumsAreThoseOfTheEntries() async throws {
    let folder = try ScratchFolder()
    let journal = Journal(folder: folder.path)
    for event in try await Events.all() { try journal.append(event, at: Self.date) }
    var data = try folder.data(of: "journal.jsonl") + Self.many(500)
    data += Data("garbage\n{\"v\":9}\n".utf8)
    try folder.write(data, to: "journal.jsonl")
    let brief = try journal.read()
    let whole = try journal.read { _ in }
    #expect(brief.count == whole.count && brief.setAside == whole.setAside)
    #expect(brief.progress.lessons == whole.progress.lessons)
    let lessons = brief.progress.lessons
    #expect(lessons.count == 17)
    for lesson in lessons {
      #expect(brief.progress.place(in: lesson) == whole.progress.place(in: lesson))
      #expect(brief.progress.lastLesson(of: [lesson]) == lesson)
      for name in ["exercise-0", "exercise-1", "exercise-2", "b", "e"] {
        for digest in ["0", "1", "4", "x"] {
          let key = "\(lesson)/\(name)"
          let (one, other) = (brief.progress, whole.progress)
          #expect(one.standing(of: key, digest: digest) == other.standing(of: key, digest: digest))
          #expect(one.lastNumber(of: key) == other.lastNumber(of: key))
        }
      }
    }
    #expect(whole.progress.lastAttempt(in: lessons) != nil)
    #expect(brief.progress.lastAttempt(in: lessons) == nil)
  }

  @Test func manyLinesTakeWorkInProportion() {
    let growth = Growth(from: 1000) { length in _ = Journal.contents(of: Self.many(length)) }
    #expect(growth.isLinear, "\(growth)")
  }

  /// Resets of one lesson and of all, of a journal with many exercises: none looks at all of them.
  @Test func manyResetsTakeWorkInProportion() {
    let growth = Growth(from: 500) { length in
      var progress = Progress()
      for number in 0..<length {
        progress.add(.hint(exercise: "lesson-\(number)/a", number: 1))
        if number % 3 == 0 { progress.add(.reset(lesson: "lesson-\(number)")) }
      }
      for number in 0..<length {
        progress.add(.reset(lesson: number % 2 == 0 ? nil : "lesson-\(number)"))
      }
    }
    #expect(growth.isLinear, "\(growth)")
  }

  /// However a file comes in, its lines are the same.
  @Test func linesDoNotDependOnThePieces() {
    let text =
      "\(Self.good)\ngarbage\n\n\(Self.good)\r\n"
      + String(repeating: "x", count: 3 << 20) + "\n{\"v\":9}\n\(Self.good)\n\u{E9}\n{\"at\":\""
    let whole = Journal.contents(of: Data(text.utf8))
    #expect(whole.entries.count == 3)
    #expect(whole.setAside.map(\.line) == [2, 5, 6, 8, 9])
    #expect(whole.setAside.last?.reason == "cut short")
    for piece in [1 << 12, 4099, 1 << 20, (1 << 20) + 1] {
      let other = Journal.contents(of: Data(text.utf8), piece: piece)
      #expect(other.entries == whole.entries && other.setAside == whole.setAside, "\(piece)")
    }
    let short = text.replacing(String(repeating: "x", count: 3 << 20), with: "xx")
    for piece in 1...90 {
      let other = Journal.contents(of: Data(short.utf8), piece: piece)
      #expect(other.entries == whole.entries && other.setAside == whole.setAside, "\(piece)")
    }
  }

  /// A damaged line is named wherever it stands, and the first hundred of them one by one.
  @Test func aDamagedLineIsNamedWhereverItStands() throws {
    let data = Self.many(400)
    let lines = data.split(separator: 10, omittingEmptySubsequences: false)
    for place in [0, 1, 199, 398, 399] {
      var damaged = Array(lines)
      damaged[place] = damaged[place].dropLast()
      let contents = Journal.contents(of: Data(damaged.joined(separator: [10])))
      #expect(contents.setAside == [.init(line: place + 1, reason: "not an entry")])
      #expect(contents.entries.count == 399)
    }
    let folder = try ScratchFolder()
    try folder.write("\(Self.good)\n" + String(repeating: "x\n", count: 5000), to: "journal.jsonl")
    let contents = try Journal(folder: folder.path).read()
    #expect(contents.setAsideCount == 5000)
    #expect(contents.setAside.map(\.line) == Array(2...101))
  }

  /// What is known is not read again as long as the file is as it was; whatever is done to it, it is.
  @Test(arguments: ["nothing", "edited", "appended", "shorter", "another"])
  func whatIsKnownIsTrustedWhileTheFileIsTheSame(_ accident: String) throws {
    let folder = try ScratchFolder()
    let journal = Journal(folder: folder.path)
    try folder.write(Self.many(300), to: "journal.jsonl")
    var known = try journal.append(.reset(lesson: "x"), after: try journal.read())
    #expect(known.count == 301 && known.setAsideCount == 0)
    var expected = (count: 302, aside: 0)
    var data = try folder.data(of: "journal.jsonl")
    switch accident {
    case "edited":
      // The first byte of all, at the same length.
      data[0] = UInt8(ascii: "x")
      expected = (301, 1)
    case "appended":
      data += Data("\(Self.good)\nx\n".utf8)
      expected = (303, 1)
    case "shorter":
      data = data.prefix(through: data.lastIndex(of: 10).map { $0 - 1 } ?? 0)
      data = data.prefix(through: data.lastIndex(of: 10) ?? 0)
      expected = (301, 0)
    case "another":
      data = Data("\(Self.good)\n".utf8)
      expected = (2, 0)
      #expect(unlink(journal.path) == 0)
    default: break
    }
    if accident != "nothing" {
      let descriptor = open(journal.path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
      #expect(data.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } == data.count)
      close(descriptor)
    }
    known = try journal.append(.reset(lesson: "y"), after: known)
    #expect((known.count, known.setAsideCount) == (expected.count, expected.aside))
    let whole = try journal.read()
    #expect((whole.count, whole.setAsideCount) == (expected.count, expected.aside))
  }

  // Files that are no journal

  @Test(
    arguments: [
      "notes\n", "notes", "{}", #"{"at":"# + "\n", "\0\0\0", #"{"name": "value"}"#, "a\nb\n",
      "\n\nx",
      #"{"at":"2023-11-14T22:13:20Z","kind":"reset","v":9}"# + "\n",
      #"{"at":"2023-11-14T22:13:20Z","kind":"reset","v":0}"# + "\n",
      #"{"at":"2023-11-14T22:13:20Z","kind":"dance","v":1}"# + "\n",
    ])
  func aFileThatIsNoJournalIsLeftAlone(text: String) throws {
    let folder = try ScratchFolder()
    try folder.write(text, to: "journal.jsonl")
    let journal = Journal(folder: folder.path)
    #expect(try journal.read().count == 0)
    let message = try #require(
      Self.problem { () throws(Journal.Problem) in _ = try journal.reserve("a/b") })
    #expect(message.hasPrefix("\(journal.path) is not a journal this program knows (line "))
    #expect(message.hasSuffix("); move it away to begin a new one"))
    let other = Self.problem { () throws(Journal.Problem) in
      try journal.append(.reset(lesson: nil))
    }
    #expect(other == message)
    let known = try journal.read()
    let third = Self.problem { () throws(Journal.Problem) in
      try journal.append(.reset(lesson: nil), after: known)
    }
    #expect(third == message)
    #expect(try folder.data(of: "journal.jsonl") == Data(text.utf8))
  }

  @Test(arguments: ["", "\n", "\r\n\n"]) func anEmptyFileIsAJournal(text: String) throws {
    let folder = try ScratchFolder()
    try folder.write(text, to: "journal.jsonl")
    let journal = Journal(folder: folder.path)
    #expect(try journal.append(.reset(lesson: nil)).count == 1)
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
      let other = Self.problem { () throws(Journal.Problem) in _ = try journal.reserve("a/b") }
      #expect(other == message)
      #expect(Self.problem { () throws(Journal.Problem) in _ = try journal.read() } != nil)
    }
    #expect(try folder.data(of: "file") == Data("text".utf8))
  }
}

/// One of each event.
enum Events {
  static func attempt(
    _ exercise: String, passed: Bool, points: Int, of maximum: Int = 10, number: Int? = nil,
    digest: String? = nil, pack: String? = nil
  ) throws -> JournalEntry.Attempt {
    var object: [String: Any] = [
      "exercise": exercise, "settings": ["share": "1"], "passed": passed, "points": points,
      "maximumPoints": maximum, "findings": ["heads"],
    ]
    object["number"] = number
    object["digest"] = digest
    object["pack"] = pack
    return try JSONDecoder().decode(
      JournalEntry.Attempt.self, from: JSONSerialization.data(withJSONObject: object))
  }

  static func all() async throws -> [JournalEntry.Event] {
    let exercise = try Toys.exercise(
      "simulation: coin\ntask: t\nchoose: share\npass: luck >= 1 (3 points)")
    let choices = try Toys.settings(Coin.self, ["share": "1"])
    var grading = Grading(exercise, choices: choices, attempt: 1)
    while !grading.isDecided { await grading.advance(by: 8) }
    let attempt = JournalEntry.Attempt(grading, number: 1, program: "1.2.3")
    #expect(attempt.settings == ["share": .real(1)])
    #expect(attempt.exercise == "toy/e")
    #expect(attempt.points == 3)
    return [
      .reservation(exercise: "toy/e", number: 1), .attempt(attempt),
      .reservation(exercise: "\"\u{1B}\n日\\", number: 1_000_000_000),
      .attempt(try Self.attempt("a/b", passed: false, points: 0)),
      .hint(exercise: "a/b", number: 2), .solution(exercise: "a/b"),
      .prediction(.init(lesson: "a", name: "p", answer: -1.5e-300, right: false)),
      .prediction(.init(lesson: "a", name: "\"\u{1B}\n日\\", answer: .infinity, right: true)),
      .place(lesson: "a", section: 0), .reset(lesson: "a"), .reset(lesson: nil),
      .exerciseReset(exercise: "a/b"), .exerciseReset(exercise: "\"\u{1B}\n日\\"),
    ]
  }
}

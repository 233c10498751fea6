import Experiments
import Foundation
import TestKit
import Testing
import ToyCourse

@testable import Grading

/// Lines read in the form in which they are written, beside a reader of all JSON.
@Suite struct JournalScannerTests {
  /// The entry that is read at once, which is also summed up as one.
  private static func entry(_ bytes: [UInt8]) -> JournalEntry? {
    var scanner = JournalScanner()
    let entry = bytes.withUnsafeBytes { scanner.entry($0) }
    let summary = bytes.withUnsafeBytes { scanner.summary($0) }
    switch (entry?.event, summary) {
    case (nil, nil): break
    case (.attempt(let attempt)?, .attempt(let summary)?):
      #expect(attempt.exercise == summary.exercise && attempt.number == summary.number)
      #expect(attempt.digest == summary.digest && attempt.pack == summary.pack)
      #expect(attempt.passed == summary.passed && attempt.points == summary.points)
    case (let event?, .other(let other)?): #expect(event == other)
    default: Issue.record("\(String(decoding: bytes, as: UTF8.self)) is summed up as another")
    }
    return entry
  }

  /// The entry that a reader of all JSON finds.
  private static func decoded(_ bytes: [UInt8]) -> JournalEntry? {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return try? decoder.decode(JournalEntry.self, from: Data(bytes))
  }

  /// Lines as the program writes them now and as its first version did.
  private static func lines() async throws -> [String] {
    let folder = try ScratchFolder()
    let journal = Journal(folder: folder.path)
    for (index, event) in try await Events.all().enumerated() {
      try journal.append(event, at: JournalTests.date.addingTimeInterval(Double(index) * 7e6))
    }
    let written = try folder.text(of: "journal.jsonl").split(separator: "\n").map(String.init)
    return written + [
      #"{"at":"2030-01-01T00:00:00Z","attempt":{"exercise":"learning-rate/reach-the-floor","#
        + #""findings":["suits-both-directions"],"maximumPoints":10,"passed":true,"points":10,"#
        + #""settings":{"learning-rate":"0.15","mode":"right"}},"kind":"attempt","v":1}"#,
      #"{"at":"2030-01-01T00:00:00Z","attempt":{"digest":"0e22","exercise":"deep:a/b","#
        + #""findings":[],"maximumPoints":10,"number":12,"pack":"deep","passed":false,"points":3,"#
        + #""program":"0.2.0","seed":"11383310629625395200","settings":{"x":-1.5e-05,"y":0.1}},"#
        + #""kind":"attempt","v":2}"#,
    ]
  }

  @Test func isTheEntryThatAnyReaderFinds() async throws {
    var plain = 0
    for line in try await Self.lines() {
      let bytes = Array(line.utf8)
      let decoded = try #require(Self.decoded(bytes), "\(line)")
      guard let entry = Self.entry(bytes) else { continue }
      plain += 1
      #expect(entry == decoded, "\(line)")
    }
    // All but what has words for numbers, or names that are no plain ASCII.
    #expect(plain >= 10)
  }

  /// Whatever is damaged, what is read at once is what any reader finds; the rest is left to that.
  @Test(arguments: 0..<40) func damagedLinesAreReadAlike(seed: Int) async throws {
    var garbage = Garbage(seed: seed)
    let pieces = [
      "0", "1", "9", "-", ".", "e", "E", "+", "\"", "{", "}", "[", "]", ",", ":", "\\", " ", "00",
      "null", "true", "-0", "1e5", "1E-05", "\"a\"", "T", "Z", "é", "\u{0}", "\u{7F}", "\"x\":1",
      "\"v\":2", "\"number\":3", "\"exercise\":\"a\"", "1.5", "2024-02-30", "1999-02-29",
      "2000-02-29",
    ].map { Array($0.utf8) }
    var read = 0
    for line in try await Self.lines() {
      for _ in 0..<25 {
        var bytes = Array(line.utf8)
        for _ in 0...garbage.below(2) {
          let place = garbage.below(bytes.count)
          let length = min(garbage.below(4), bytes.count - place)
          bytes.replaceSubrange(place..<place + length, with: garbage.one(of: pieces))
        }
        guard let entry = Self.entry(bytes) else { continue }
        read += 1
        #expect(entry == Self.decoded(bytes), "\(String(decoding: bytes, as: UTF8.self))")
      }
    }
    #expect(read > 0)
  }

  /// Numbers of every form: to the last bit what any reader finds.
  @Test func numbersAreReadAlike() throws {
    var garbage = Garbage(seed: 7)
    var texts = [
      "0", "-0", "-0.0", "0e5", "1e99", "1e-99", "5e-324", "1e100", "1.7976931348623157e308",
    ]
    texts += (0..<200).map { _ in "\(garbage.number())" }
    texts += (0..<200).map { _ in
      garbage.text(of: "0123456789", count: 1 + garbage.below(30)) + "."
        + garbage.text(of: "0123456789", count: 1 + garbage.below(30))
    }
    texts += (0..<200).map { _ in garbage.text(of: "0123456789.eE+-", upTo: 8) }
    var read = 0
    for text in texts {
      let line =
        #"{"at":"2023-11-14T22:13:20Z","attempt":{"exercise":"a/b","findings":[],"#
        + #""maximumPoints":1,"passed":true,"points":1,"settings":{"x":\#(text)}},"#
        + #""kind":"attempt","v":2}"#
      guard let entry = Self.entry(Array(line.utf8)) else { continue }
      read += 1
      let decoded = Self.decoded(Array(line.utf8))
      #expect(entry == decoded, "\(text)")
      guard case .attempt(let one) = entry.event, case .attempt(let other)? = decoded?.event,
        case .real(let number)? = one.settings["x"], case .real(let known)? = other.settings["x"]
      else { continue }
      #expect(number.bitPattern == known.bitPattern, "\(text)")
    }
    #expect(read > 200)
  }

  @Test func daysAreReadAlike() {
    var garbage = Garbage(seed: 3)
    var read = 0
    func tried(_ date: String) {
      let line = #"{"at":"\#(date)","kind":"reset","v":1}"#
      guard let entry = Self.entry(Array(line.utf8)) else { return }
      read += 1
      #expect(entry == Self.decoded(Array(line.utf8)), "\(date)")
    }
    func digits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    for year in [1969, 1970, 1972, 1999, 2000, 2001, 2024, 2026, 2099, 2100] {
      for month in 0...13 {
        for day in [0, 1, 15, 28, 29, 30, 31, 32] {
          let time = [garbage.below(26), garbage.below(62), garbage.below(62)].map(digits)
          tried("\(year)-\(digits(month))-\(digits(day))T\(time.joined(separator: ":"))Z")
        }
      }
    }
    #expect(read > 300)
  }
}

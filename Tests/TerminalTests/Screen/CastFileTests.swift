import Foundation
import Terminal
import TestKit
import Testing

@Suite struct CastFileTests {
  /// An event as a reader has it.
  private struct Event: Equatable {
    var seconds: Double
    var code: String
    var text: String

    init?(_ line: String) throws {
      let fields = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [Any]
      guard let fields, fields.count == 3, let seconds = fields[0] as? Double,
        let code = fields[1] as? String, let text = fields[2] as? String
      else { return nil }
      (self.seconds, self.code, self.text) = (seconds, code, text)
    }
  }

  private static func new() -> CastFile {
    CastFile(width: 80, height: 24, startedAt: 1_700_000_000, terminal: "xterm-256color")
  }

  @Test func theHeaderSaysWhatTerminalItIs() throws {
    #expect(
      Self.new().header
        == #"{"version":2,"width":80,"height":24,"timestamp":1700000000,"#
        + #""env":{"TERM":"xterm-256color"}}"# + "\n")
    let odd = CastFile(width: -3, height: .max, startedAt: .min, terminal: "a\"\\\n\u{1B}/é")
    let header = try JSONSerialization.jsonObject(with: Data(odd.header.utf8)) as? [String: Any]
    #expect(header?["width"] as? Int == 1 && header?["height"] as? Int == 100_000)
    #expect((header?["env"] as? [String: String])?["TERM"] == "a\"\\\n\u{1B}/é")
    #expect(odd.header.filter { $0 == "\n" }.count == 1)
  }

  @Test func eventsAreLines() {
    var cast = Self.new()
    #expect(cast.output("a/b\r\n\u{1B}[1m", at: 0) == "[0.000000,\"o\",\"a/b\\r\\n\\u001b[1m\"]\n")
    #expect(cast.resize(width: 120, height: 40, at: 1.25) == "[1.250000,\"r\",\"120x40\"]\n")
    #expect(cast.mark("pinned", at: 61.000001) == "[61.000001,\"m\",\"pinned\"]\n")
  }

  /// Whatever the clock says, no event comes before the one before it.
  @Test func timesNeverFall() throws {
    var cast = Self.new()
    var latest = 0.0
    for seconds in [-1, 0, 2, 1, .nan, 3, -.infinity, 2.9999999, 1e300, .infinity, 5] {
      let event = try #require(try Event(cast.output("x", at: seconds)))
      #expect(event.seconds >= latest && event.seconds.isFinite)
      latest = event.seconds
    }
    #expect(latest == 1e9)
  }

  @Test func garbageIsReadBack() throws {
    var garbage = Garbage(seed: 15)
    var texts = [
      "", "\0", "\u{7F}\u{85}\u{2028}\u{2029}\u{FEFF}\u{FFFD}", "\u{202E}abc", "e\u{301}",
    ]
    texts += ["\r\n\r\n", "\"\\/", String(repeating: "█", count: 100_000), "👩‍👩‍👧\u{10FFFF}"]
    texts += (0...0x1F).map { String(UnicodeScalar(UInt8($0))) }
    texts += (0..<300).map { _ in garbage.text(upTo: 40) }
    texts += (0..<100).map { _ in String(decoding: garbage.bytes(60), as: UTF8.self) }
    var cast = Self.new()
    for (index, text) in texts.enumerated() {
      let line =
        index % 2 == 0
        ? cast.output(text, at: Double(index) / 7) : cast.mark(text, at: Double(index) / 7)
      #expect(line.unicodeScalars.filter { $0 == "\n" }.count == 1 && line.hasSuffix("]\n"))
      #expect(line.unicodeScalars.dropLast().allSatisfy { $0.value >= 0x20 })
      let event = try #require(try Event(line))
      #expect(Array(event.text.unicodeScalars) == Array(text.unicodeScalars))
      #expect(event.code == (index % 2 == 0 ? "o" : "m"))
    }
  }
}

import Experiments
import Foundation
import Testing
import Work

@testable import Course

/// Nothing that a file may hold stops the reader, and no fault takes more than its line.
@Suite struct HostileLessonTests {
  private static func check(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let lines = SourceLines.split(text).count
    for fault in LessonReader.read(text, file: "f", name: "n", catalog: Toys.catalog).faults {
      guard (1...lines).contains(fault.line), fault.column >= 1, !fault.message.isEmpty,
        !fault.message.contains(where: \.isNewline), fault.message.unicodeScalars.count < 400,
        !fault.message.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
      else {
        Issue.record("\(fault) of \(text.debugDescription)", sourceLocation: sourceLocation)
        return
      }
    }
  }

  @Test(arguments: 0..<8) func garbageIsReadToItsEnd(seed: Int) {
    var garbage = Garbage(UInt64(seed))
    let pieces = [
      "---", "\n", "\n", "```", "~~~", "simulate", "compare", "predict", "exercise", " ", "line",
      "coin", "set:", "x", "=", "1", ",", "pass:", "<=", "in", "...", "(3 points)", "case:", "|",
      "expect:", "title: t", "#", "# ", "- ", "> ", "    ", "\t", "\r", "\0", "\u{1B}[2J", "é",
      "e\u{301}", "日", "\u{202E}", "\u{2028}", "choose:", "%", "over", "pass-rate:", "tolerance:",
    ]
    for _ in 0..<200 {
      let text = (0..<garbage.below(60)).map { _ in pieces[garbage.below(pieces.count)] }
      Self.check(text.joined())
      Self.check("---\ntitle: t\nsummary: s\n---\n```simulate line\n" + text.joined())
    }
  }

  @Test(arguments: 0..<4) func mutatedBytesAreReadToTheirEnd(seed: Int) {
    var garbage = Garbage(UInt64(100 + seed))
    for _ in 0..<200 {
      var bytes = Array(Toys.goodLesson.utf8)
      for _ in 0...garbage.below(4) {
        let place = garbage.below(bytes.count)
        switch garbage.below(4) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(bytes[garbage.below(bytes.count)], at: place)
        case 2: bytes.swapAt(place, garbage.below(bytes.count))
        default: bytes[place] = UInt8(garbage.below(256))
        }
      }
      Self.check(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test(arguments: 0..<4) func mutatedLinesAreReadToTheirEnd(seed: Int) {
    var garbage = Garbage(UInt64(200 + seed))
    for _ in 0..<200 {
      var lines = Toys.goodLesson.split(separator: "\n", omittingEmptySubsequences: false)
      for _ in 0...garbage.below(4) {
        let place = garbage.below(lines.count)
        switch garbage.below(4) {
        case 0: lines.remove(at: place)
        case 1: lines.insert(lines[garbage.below(lines.count)], at: place)
        case 2: lines.swapAt(place, garbage.below(lines.count))
        default: lines = Array(lines.prefix(place + 1))
        }
      }
      Self.check(lines.joined(separator: "\n"))
    }
  }

  /// Long texts of one thing without end: four times the text takes about four times the work.
  @Test(
    arguments: [
      "---\ntitle: t\n", "a", "\n", "a\n\n", "a,", "`", "- ", "> ", "```simulate line\n```\n", "#",
      "\0\n", "[", "![a](", "*a_", "[a]: /b\n\n", "[a]", "\u{202E}\n", "x", "---\n", "|",
      "case: a | x = 1\n", "e\u{301}",
    ])
  func workGrowsWithTheText(piece: String) {
    let head = "---\ntitle: t\nsummary: s\n---\n"
    let (short, long) = Work.ofShortAndLong(2_000, 8_000) { length in
      let text = String(repeating: piece, count: length / piece.utf8.count)
      Self.check(text)
      Self.check(head + text)
      Self.check(head + "```simulate line\n" + text)
      Self.check(head + "```simulate line\nset: " + text + "\n```")
      Self.check(head + "```compare line\ncase: " + text + "\n```")
      Self.check(head + "```compare line\n" + text + "\n```")
    }
    #expect(long < 10 * short)
  }
}

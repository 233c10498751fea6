import Experiments
import Foundation
import TestKit
import Testing
import ToyCourse

@testable import Lessons

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
    var garbage = Garbage(seed: seed)
    let pieces = [
      "---", "\n", "\n", "```", "~~~", "simulate", "compare", "predict", "exercise", "recap",
      "library", "words", " ", "line",
      "coin", "set:", "x", "=", "1", ",", "pass:", "<=", "in", "...", "(3 points)", "case:", "|",
      "expect:", "title: t", "#", "# ", "- ", "> ", "    ", "\t", "\r", "\0", "\u{1B}[2J", "é",
      "e\u{301}", "日", "\u{202E}", "\u{2028}", "choose:", "%", "over", "pass-rate:", "tolerance:",
    ]
    for _ in 0..<200 {
      let text = garbage.text(of: pieces, upTo: 59)
      Self.check(text)
      Self.check("---\ntitle: t\nsummary: s\n---\n```simulate line\n" + text)
    }
  }

  @Test(arguments: 0..<4) func mutatedBytesAreReadToTheirEnd(seed: Int) {
    var garbage = Garbage(seed: 100 + seed)
    for _ in 0..<200 {
      let bytes = garbage.damaged(Array(Toys.goodLesson.utf8), strays: Array(0...255))
      Self.check(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test(arguments: 0..<4) func mutatedLinesAreReadToTheirEnd(seed: Int) {
    var garbage = Garbage(seed: 200 + seed)
    for _ in 0..<200 {
      let lines = garbage.damaged(Toys.goodLesson.components(separatedBy: "\n"))
      Self.check(lines.joined(separator: "\n"))
    }
  }

  /// Long texts of one thing without end: eight times the text takes about eight times the work.
  @Test(
    arguments: [
      "---\ntitle: t\n", "a", "\n", "a\n\n", "a,", "`", "- ", "> ", "```simulate line\n```\n", "#",
      "\0\n", "[", "![a](", "*a_", "[a]: /b\n\n", "[a]", "\u{202E}\n", "x", "---\n", "|",
      "case: a | x = 1\n", "e\u{301}",
    ])
  func workGrowsWithTheText(piece: String) {
    let head = "---\ntitle: t\nsummary: s\n---\n"
    let growth = Growth(from: 1_000) { length in
      let text = String(repeating: piece, count: length / piece.utf8.count)
      Self.check(text)
      Self.check(head + text)
      Self.check(head + "```simulate line\n" + text)
      Self.check(head + "```simulate line\nset: " + text + "\n```")
      Self.check(head + "```compare line\ncase: " + text + "\n```")
      Self.check(head + "```compare line\n" + text + "\n```")
    }
    #expect(growth.isLinear, "\(growth)")
  }
}

import TestKit
import Testing

@testable import Lessons

/// Bytes give what a walk from character to character, or from scalar to scalar, gives.
@Suite struct PlainTextTests {
  private static let pieces = [
    " ", "\t", "a", "b", ":", ",", "#", "=", "|", "\n", "\u{B}", "\u{C}", "é", "e\u{301}",
    "\u{A0}", "\u{2003}", "\u{85}", "日", "\u{1F}", "👩‍👩‍👧", "\u{1680}", "\u{202F}",
    "\u{205F}", "\u{3000}", "\u{2028}", "\u{180E}",
  ]

  /// Half of the texts are plain.
  private static func texts(_ seed: Int) -> [String] {
    var garbage = Garbage(seed: seed)
    return (0..<500).map { _ in
      garbage.text(
        of: garbage.below(2) == 0 ? Array(pieces.prefix(12)) : pieces, upTo: 8)
    }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var rest = text[text.startIndex...].drop(while: \.isWhitespace)
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }

  /// The column behind a piece of a line, from 1.
  private static func column(behind text: some StringProtocol) -> Int { text.count + 1 }

  @Test(arguments: 0..<8) func trimmingIsTheSame(seed: Int) {
    for text in Self.texts(seed) {
      let start = text.drop(while: \.isWhitespace)
      #expect(text.trimmingStart() == start)
      #expect(String(text.trimmingStart()).trimmingEnd() == Self.trimmed(text))
      #expect(text.count(before: start.startIndex) == text.count - start.count)
      var copy = text
      copy.withUTF8 { bytes in
        #expect(bytes.text(bytes.trimmed(0..<bytes.count)) == Self.trimmed(text))
        #expect(bytes.characters(in: 0..<bytes.count) == text.count)
        #expect(bytes.isPlain == text.utf8.allSatisfy { $0 < 0x80 && $0 != 0x0D })
      }
    }
  }

  /// Every scalar is white space by its bytes just if it is by Unicode.
  @Test func whiteSpaceIsThatOfUnicode() {
    for number in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(number) else { continue }
      let isSpace = scalar.properties.isWhitespace
      var text = String(scalar)
      let width = text.withUTF8 { bytes in bytes.whiteSpace(at: 0, before: bytes.count) }
      #expect((width != nil) == isSpace && scalar.isWhiteSpace == isSpace, "\(number)")
      let isTrimmed = text.withUTF8 { bytes in bytes.trimmed(0..<bytes.count).isEmpty }
      #expect(isTrimmed == isSpace, "\(number)")
    }
  }

  @Test(arguments: 8..<16) func linesAreTheSame(seed: Int) {
    for text in Self.texts(seed) {
      let start = text.drop(while: \.isWhitespace)
      let keyColumn = Self.column(behind: text.prefix(text.count - start.count))
      switch Field.read(text, line: 3) {
      case .blank: #expect(start.isEmpty || start.first == "#")
      case .noKey(let field):
        #expect(!start.contains(":") && field.value == Self.trimmed(text) && field.key == "")
        #expect(field.column == keyColumn && field.line == 3)
      case .field(let field):
        let halves = start.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2 else {
          Issue.record("no colon in \(text.debugDescription)")
          continue
        }
        #expect(field.line == 3 && field.keyColumn == keyColumn)
        #expect(field.key == Self.trimmed(halves[0]) && field.value == Self.trimmed(halves[1]))
        let value = halves[1].drop(while: \.isWhitespace)
        #expect(field.column == Self.column(behind: text.prefix(text.count - value.count)))
      }
    }
  }

  /// What is laid over a mark or over white space does not take its meaning away.
  @Test func marksAreScalars() {
    guard case .field(let field) = Field.read(" \u{301}a:\u{301} b,\u{301}", line: 1) else {
      Issue.record("no field")
      return
    }
    #expect(field.key == "\u{301}a" && field.keyColumn == 2)
    #expect(field.value == "\u{301} b,\u{301}")
    #expect(field.members.map(\.value) == ["\u{301} b", "\u{301}"])
    #expect(Field.read("#\u{301} a: b", line: 1) == .blank)
  }

  @Test(arguments: 16..<24) func partsAreTheSame(seed: Int) throws {
    for text in Self.texts(seed) {
      let field = Field(key: "k", keyColumn: 1, value: text, line: 1, column: 1)
      let members = text.split(separator: ",", omittingEmptySubsequences: false)
      #expect(field.members.map(\.value) == members.map { Self.trimmed($0) })
      #expect(
        field.members.map(\.column)
          == members.map { member in
            let begin = member.drop(while: \.isWhitespace).startIndex
            return Self.column(behind: text[..<begin])
          })
      let words = text.split(whereSeparator: \.isWhitespace)
      #expect(field.words.map(\.value) == words.map(String.init))
      #expect(
        field.words.map(\.column) == words.map { Self.column(behind: text[..<$0.startIndex]) })
      let halves = text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      let found = field.halves(at: "|").map { [$0.0.value, $0.1.value] }
      #expect(found == (halves.count == 2 ? halves.map { Self.trimmed($0) } : nil))
    }
  }
}

import TestKit
import Testing

@testable import Course

/// The shortcuts give what the walk from character to character gives.
@Suite struct PlainTextTests {
  private static let pieces = [
    " ", "\t", "\n", "\u{B}", "\u{C}", "\r", "\r\n", "a", "b", ":", ",", "#", "=", "é", "e\u{301}",
    "\u{301}", "\u{A0}", "\u{2003}", "\u{85}", "日", "\u{600}", "\u{200D}", "\u{1F}", "👩‍👩‍👧", "|",
  ]

  private static func texts(_ seed: Int) -> [String] {
    var garbage = Garbage(seed: seed)
    return (0..<500).map { _ in
      // Half of them are plain.
      let plain = [0, 1, 3, 4, 7, 8, 9, 10, 11, 12].map { pieces[$0] }
      return garbage.text(of: garbage.below(2) == 0 ? plain : pieces, upTo: 8)
    }
  }

  @Test(arguments: 0..<8) func trimmingIsTheSame(seed: Int) {
    for text in Self.texts(seed) {
      let start = text.drop(while: \.isWhitespace)
      #expect(text.trimmingStart().unicodeScalars.elementsEqual(start.unicodeScalars))
      var end = Substring(text)
      while let last = end.last, last.isWhitespace { end.removeLast() }
      #expect(text.trimmingEnd().unicodeScalars.elementsEqual(end.unicodeScalars))
      #expect(
        text.count(before: start.startIndex)
          == text.distance(from: text.startIndex, to: start.startIndex))
    }
  }

  @Test(arguments: 8..<16) func linesAreTheSame(seed: Int) {
    for text in Self.texts(seed) {
      guard let plain = Field.plain(text, line: 3) else { continue }
      #expect(plain == Field.read(text, line: 3), "\(text.debugDescription)")
    }
    #expect(Self.texts(seed).count { Field.plain($0, line: 1) != nil } > 100)
  }

  /// A letter of more than a byte at the end turns the shortcut off and changes nothing else.
  @Test(arguments: 16..<24) func partsAreTheSame(seed: Int) throws {
    for text in Self.texts(seed) where text.isPlain {
      func field(_ value: String) -> Field {
        Field(key: "k", keyColumn: 1, value: value, line: 1, column: 1)
      }
      func shape(_ fields: [Field]) -> [String] { fields.map { "\($0.column) \($0.value)" } }
      #expect(shape(field(text).members) == shape(field(text + ",é").members.dropLast()))
      #expect(shape(field(text).words) == shape(field(text + " é").words.dropLast()))
      let halves = field(text + "|x").halves(at: "|")
      let other = field(text + "|xé").halves(at: "|")
      #expect(halves?.0 == other?.0)
      #expect(halves?.1.column == other?.1.column)
    }
  }
}

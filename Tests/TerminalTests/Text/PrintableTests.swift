import Terminal
import TestKit
import Testing

@Suite struct PrintableTests {
  @Test(arguments: [
    ("plain ASCII", "plain ASCII"),
    ("a\u{1B}[31mb", "a␛[31mb"),
    ("a\u{7F}\u{0}\u{7}", "a␡␀␇"),
    ("a\tb\nc", "a b c"),
    ("a\u{9B}31m", "a\u{FFFD}31m"),
    ("a\u{202E}b\u{2066}c\u{200F}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}"),
    ("👩‍👩‍👧", "👩‍👩‍👧"),
    ("λ é 語", "λ é 語"),
  ])
  func replaces(_ text: String, _ expected: String) {
    #expect(printable(text) == expected)
  }

  /// Nothing steers a terminal for having an accent or a joiner after it.
  @Test(arguments: Garbage.followedSigns) func leavesNoControlBeforeMarks(_ sign: String) {
    for text in [sign, "a" + sign + "b"] {
      let shown = printable(text).unicodeScalars
      #expect(!shown.contains { $0.properties.generalCategory == .control })
      #expect(shown.count == text.unicodeScalars.count)
      for usesUnicode in [true, false] {
        let line = StyledText(text).rendered(for: Screen(usesUnicode: usesUnicode))
        #expect(!line.unicodeScalars.contains { $0.properties.generalCategory == .control })
        #expect(usesUnicode || line.utf8.allSatisfy { $0 < 0x80 })
      }
    }
  }

  @Test func leavesNoControlOfAnyCodePoint() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let category = scalar.properties.generalCategory
      guard [.control, .lineSeparator, .paragraphSeparator].contains(category) else { continue }
      let after = printable("a\(scalar)b").unicodeScalars
      #expect(!after.contains(scalar) && after.count == 3, "U+\(String(value, radix: 16))")
    }
  }
}

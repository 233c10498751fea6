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
    ("a\u{202E}b\u{2066}c\u{2069}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}"),
    ("שלום!\u{200F} C++\u{200E} \u{61C}5", "שלום!\u{200F} C++\u{200E} \u{61C}5"),
    ("می\u{200C}خواهم ✔\u{FE0F} a\u{2060}b", "می\u{200C}خواهم ✔\u{FE0F} a\u{2060}b"),
    ("Neben\u{AD}wirkung", "Nebenwirkung"),
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

  /// What has no room to be seen in changes no width, and what changes directions is seen.
  @Test func noFormatCharacterSteersOrTakesRoom() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), scalar.properties.generalCategory == .format
      else { continue }
      let after = printable("a\(scalar)b")
      let steers = (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
      #expect(after.unicodeScalars.contains("\u{FFFD}") == steers, "U+\(String(value, radix: 16))")
      if [0x200B...0x200F, 0x2060...0x2064, 0xFEFF...0xFEFF, 0x61C...0x61C, 0xAD...0xAD]
        .contains(where: { $0.contains(value) })
      {
        #expect(displayWidth(after) == 2, "U+\(String(value, radix: 16))")
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

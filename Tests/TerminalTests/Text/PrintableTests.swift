import Terminal
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

import Testing

@testable import Markdown

@Suite struct CharacterClassTests {
  @Test(arguments: [
    (" ", CharacterClass.space), ("\t", .space), ("\n", .space), ("\u{C}", .space), ("\r", .space),
    ("\u{A0}", .space), ("\u{2003}", .space), ("\u{3000}", .space),
    ("!", .punctuation), ("~", .punctuation), ("$", .punctuation), ("€", .punctuation),
    ("“", .punctuation), ("—", .punctuation), ("×", .punctuation), ("\u{1F600}", .punctuation),
    ("a", .other), ("0", .other), ("é", .other), ("λ", .other), ("漢", .other), ("\u{B}", .other),
    ("\u{200B}", .other), ("\u{7F}", .other),
  ])
  func ofOneCharacter(text: String, expected: CharacterClass) {
    let bytes = Array("x\(text)x".utf8)
    #expect(CharacterClass(at: 1, in: bytes) == expected)
    #expect(CharacterClass(before: bytes.count - 1, in: bytes) == expected)
  }

  @Test func endsOfTheTextAreSpace() {
    #expect(CharacterClass(at: 1, in: [0x61]) == .space)
    #expect(CharacterClass(before: 0, in: [0x61]) == .space)
  }
}

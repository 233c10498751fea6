import Terminal
import TestKit
import Testing

@Suite struct KeyDecoderTests {
  @Test(
    arguments: [
      ("aλ語", [.character("a"), .character("λ"), .character("語")]),
      ("\r\n\t", [.enter, .enter, .tab]),
      ("\u{7F}\u{8}", [.backspace, .backspace]),
      (
        "\u{1}\u{3}\u{1A}\u{0}\u{1F}",
        [
          .control("a"), .control("c"), .control("z"), .control("@"), .control("_"),
        ]
      ),
      ("\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D", [.up, .down, .right, .left]),
      ("\u{1B}OA\u{1B}OH\u{1B}OF\u{1B}OM", [.up, .home, .end, .enter]),
      (
        "\u{1B}[1~\u{1B}[7~\u{1B}[H\u{1B}[4~\u{1B}[8~\u{1B}[F",
        [.home, .home, .home, .end, .end, .end]
      ),
      ("\u{1B}[3~\u{1B}[5~\u{1B}[6~", [.delete, .pageUp, .pageDown]),
      ("\u{1B}[1;5C\u{1B}[3;2~", [.right, .delete]),
      ("a\u{1B}[15~\u{1B}[?1;2c\u{1B}OP\u{1B}[[A\u{1B}[201~b", [.character("a"), .character("b")]),
      ("\u{1B}x\u{1B}\u{1B}[A", [.escape, .up]),
      ("\u{1B}[\rx", [.enter, .character("x")]),
      (
        "\u{1B}[200~two\nlines\u{1B}[A\u{1B}[201~c",
        [.paste("two\nlines\u{1B}[A"), .character("c")]
      ),
      ("\u{1B}[200~\u{1B}[20\u{1B}[201~", [.paste("\u{1B}[20")]),
      ("\u{85}", []),
    ] as [(String, [Key])])
  func decodes(_ text: String, _ expected: [Key]) {
    var decoder = KeyDecoder()
    #expect(decoder.decode(text.utf8) == expected)
    #expect(!decoder.isWaiting)
  }

  @Test(
    arguments: [
      ([0xFF, 0x61], "\u{FFFD}a"), ([0xC3, 0x61], "\u{FFFD}a"), ([0xED, 0xA0, 0x80], "\u{FFFD}"),
      ([0x80], "\u{FFFD}"), ([0xF4, 0xBF, 0xBF, 0xBF], "\u{FFFD}"),
    ] as [([UInt8], String)])
  func replacesWhatIsNoUTF8(_ bytes: [UInt8], _ expected: String) {
    var decoder = KeyDecoder()
    #expect(decoder.decode(bytes) == expected.map { .character($0) })
  }

  @Test(
    arguments: [
      ("\u{1B}", [.escape]), ("\u{1B}[", []), ("\u{1B}[1;", []), ("\u{1B}O", []), ("", []),
      ("\u{1B}[200~half", [.paste("half")]),
    ] as [(String, [Key])])
  func silenceSettlesWhatIsOpen(_ text: String, _ expected: [Key]) {
    var decoder = KeyDecoder()
    #expect(decoder.decode(text.utf8) == [])
    #expect(decoder.flush() == expected)
    #expect(!decoder.isWaiting)
    #expect(decoder.decode("a".utf8) == [.character("a")])
  }

  @Test func halfACharacterBecomesAMark() {
    var decoder = KeyDecoder()
    #expect(decoder.decode([0xE2, 0x82]) == [])
    #expect(decoder.isWaiting)
    #expect(decoder.flush() == [.character("\u{FFFD}")])
  }

  @Test func aPasteIsBounded() {
    var decoder = KeyDecoder()
    var keys = decoder.decode("\u{1B}[200~".utf8)
    keys += decoder.decode(repeatElement(UInt8(ascii: "x"), count: (1 << 20) + 5))
    keys += decoder.decode("\u{1B}[201~".utf8)
    #expect(keys == [.paste(String(repeating: "x", count: 1 << 20))])
  }

  @Test(arguments: 0..<300)
  func chunksMakeNoDifference(_ seed: Int) {
    var garbage = Garbage(seed: seed)
    let likely = Array("\u{1B}\u{1B}[[O~;0123456ABCH?\r\u{7F}λ語👍\u{1B}[200~\u{1B}[201~".utf8)
    let bytes = (0..<200).map { _ in
      Bool.random(using: &garbage)
        ? likely.randomElement(using: &garbage) ?? 0 : UInt8.random(in: 0...255, using: &garbage)
    }
    var whole = KeyDecoder()
    var pieces = KeyDecoder()
    var keys: [Key] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Int.random(in: 1...5, using: &garbage)
      keys += pieces.decode(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    #expect(whole.decode(bytes) + whole.flush() == keys + pieces.flush())
  }
}

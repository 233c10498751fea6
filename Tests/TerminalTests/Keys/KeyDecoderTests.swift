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
      (
        "\u{1B}[1;5C\u{1B}[3;2~", [.modified(.right, .control), .modified(.delete, .shift)]
      ),
      ("a\u{1B}[15~\u{1B}[?1;2c\u{1B}OP\u{1B}[[A\u{1B}[201~b", [.character("a"), .character("b")]),
      ("\u{1B}x\u{1B}\u{1B}[A", [.escape, .up]),
      ("\u{1B}[\rx", [.enter, .character("x")]),
      (
        "\u{1B}[200~two\nlines\u{1B}[A\u{1B}[201~c",
        [.paste("two\nlines\u{1B}[A"), .character("c")]
      ),
      ("\u{1B}[200~\u{1B}[20\u{1B}[201~", [.paste("\u{1B}[20")]),
      ("\u{85}", []), ("\u{9B}A\u{8F}B", [.up, .down]),
      ("\u{1B}[24;80R", [.place(row: 23, column: 79)]), ("\u{1B}[R\u{1B}[0;1R\u{1B}[1;2;3R", []),
      ("\u{1B}O5Px", [.character("x")]), ("\u{1B}[1;\u{18}x", [.character("x")]),
      ("\u{1B}O\u{1A}x", [.character("x")]), ("\u{1B}[I\u{1B}[Ox", [.character("x")]),
      // Buttons of the mouse, as bytes, as characters, and as numbers.
      ("\u{1B}[M !!x", [.character("x")]), ("\u{1B}[M \u{E1}\u{E1}x", [.character("x")]),
      ("\u{1B}[200~a\u{3}b\u{1B}[201~", [.paste("a\u{3}b")]),
      // A paste in C1 controls, and what is none.
      ("\u{9B}200~a\u{9B}201~b", [.paste("a"), .character("b")]),
      ("\u{1B}[200~Л201~囧201~\u{1B}[201~", [.paste("Л201~囧201~")]),
      // A keypad in its application mode.
      ("\u{1B}Op\u{1B}On\u{1B}Oy\u{1B}Om\u{1B}OX\u{1B}OI", "0.9-=".map { .character($0) } + [.tab]),
    ] as [(String, [Key])])
  func decodes(_ text: String, _ expected: [Key]) {
    var decoder = KeyDecoder()
    #expect(decoder.decode(text.utf8) == expected)
    #expect(decoder.patience == nil)
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
      ("\u{1B}[200~half", [.paste("half")]), ("\u{1B}[200~half\u{1B}[20", [.paste("half")]),
      ("\u{1B}[200~half\u{3}", [.paste("half"), .control("c")]),
      ("\u{1B}[200~\u{3}\u{3}", [.paste(""), .control("c")]),
      ("\u{1B}]11;rgb:", []), ("\u{1B}]11;rgb:\u{1B}", []), ("\u{1B}P1$r", []), ("\u{1B}[M !", []),
    ] as [(String, [Key])])
  func silenceSettlesWhatIsOpen(_ text: String, _ expected: [Key]) {
    var decoder = KeyDecoder()
    #expect(decoder.decode(text.utf8) == [])
    #expect(decoder.flush() == expected)
    #expect(decoder.patience == nil)
    #expect(decoder.decode("a".utf8) == [.character("a")])
  }

  /// What begins a control string: an escape and a letter, or a C1 control in one byte or in two.
  private static let openings = [0x90, 0x98, 0x9D, 0x9E, 0x9F].flatMap { (byte: UInt8) in
    [[0x1B, byte - 0x40], [byte], [0xC2, byte]] as [[UInt8]]
  }

  /// What ends one, and what breaks it off.
  private static let endings: [[UInt8]] = [
    [0x1B, 0x5C], [0x9C], [0xC2, 0x9C], [0x18], [0x1A], [0x1B, 0x18],
  ]

  private static let contents = [
    "", "11;rgb:1a1a/2b2b", "q\rb\tn", "q✓\u{DC}語", "\u{1B}[A".replacing("\u{1B}", with: "^"),
  ]

  @Test(arguments: openings) func controlStringsAreSwallowedWhole(_ opening: [UInt8]) {
    let isCommand = opening.last.map { [0x5D, 0x9D].contains($0) } ?? false
    for ending in Self.endings + (isCommand ? [[0x07]] : []) {
      for content in Self.contents {
        var decoder = KeyDecoder()
        let string = opening + content.utf8 + ending
        #expect(decoder.decode(string + Array("x".utf8)) == [.character("x")], "\(string)")
        #expect(decoder.patience == nil)
      }
    }
  }

  @Test(arguments: openings) func aStringThatIsBrokenOffGivesTheKeysBack(_ opening: [UInt8]) {
    for (typed, keys) in [
      ("\u{3}x", [.control("c"), .character("x")]), ("\u{1B}[Ax", [.up, .character("x")]),
      ("\u{1B}\u{1B}[Ax", [.up, .character("x")]), ("\u{1B}]0;\u{7}x", [.character("x")]),
    ] as [(String, [Key])] {
      var decoder = KeyDecoder()
      #expect(decoder.decode(opening + Array("0;text\(typed)".utf8)) == keys)
    }
  }

  /// Answers and reports, each with a `q` in it or made to look like one.
  private static let replies = [
    "\u{1B}]11;rgb:q/q/q\u{7}", "\u{1B}]11;rgb:q/q/q\u{1B}\\", "\u{1B}[?62;4c\u{1B}[?q",
    "\u{1B}[?2026;2$y\u{1B}[?2q", "\u{1B}_Gi=1;q\u{1B}\\", "\u{1B}P>|q(1)\u{1B}\\",
    "\u{1B}[<0;9999999;113M\u{1B}[<64;0;0M", "\u{1B}[Mqqq\u{1B}[M !q",
  ]

  @Test(arguments: replies) func nothingInAReplyIsTyped(_ reply: String) {
    let bytes = Array(reply.utf8)
    for cut in 0...bytes.count {
      var decoder = KeyDecoder()
      let keys = decoder.decode(bytes[..<cut]) + decoder.decode(bytes[cut...] + "x".utf8)
      #expect(keys == [.character("x")], "\(cut)")
    }
  }

  /// Bytes of all kinds, but for those that make keys that end a program: however they are cut, no
  /// such key comes, and what follows in a string stays there.
  @Test func aMillionBytesEndNothing() {
    var garbage = Garbage(seed: 1)
    var decoder = KeyDecoder()
    // Control-C, Control-D, `q`, and what ends a sequence that names a key by a number.
    let left = Set([0x03, 0x04] + "qQu_~".utf8)
    let likely = Array("\u{1B}\u{1B}[[<<OMm;;0123456789RZ]PX^".utf8)
    let ends: Set<Key> = [.character("q"), .character("Q"), .control("c"), .control("d")]
    var wrong: [Key] = []
    for turn in 0..<1000 {
      let bytes = (0..<1000).map { _ in
        garbage.below(3) == 0 ? garbage.one(of: likely) : UInt8.random(in: 0...255, using: &garbage)
      }
      wrong += decoder.decode(bytes.filter { !left.contains($0) })
      if turn % 2 == 0 { wrong += decoder.flush() }
      // Whatever was open is broken off.
      wrong += decoder.decode("\u{18}\u{18}\u{1B}]q\u{7}\u{1B}Pq\u{1B}\\\u{1B}[?q".utf8)
      var whole = KeyDecoder()
      _ = whole.decode(bytes) + whole.flush()
    }
    #expect(ends.isDisjoint(with: wrong))
    #expect(wrong.count > 100_000)
  }

  /// The cursor's keys with others held down, in every form in which they come.
  @Test(
    arguments: [
      ("[1;2A", .modified(.up, .shift)), ("[1;3B", .modified(.down, .alt)),
      ("[1;5C", .modified(.right, .control)), ("[1;6D", .modified(.left, [.shift, .control])),
      ("[;5C", .modified(.right, .control)), ("[5C", .right), ("[1;1C", .right), ("[1;C", .right),
      ("[1;8H", .modified(.home, [.shift, .alt, .control])), ("[1;5F", .modified(.end, .control)),
      ("[5;5~", .modified(.pageUp, .control)), ("[6;2~", .modified(.pageDown, .shift)),
      ("[1;5~", .modified(.home, .control)), ("[8;2~", .modified(.end, .shift)),
      ("[3;3~", .modified(.delete, .alt)), ("[Z", .backtab), ("[1;2Z", .backtab),
      // Locks of the keyboard, and keys that no terminal tells of in one way, change nothing.
      ("[1;129C", .right), ("[1;133C", .modified(.right, .control)), ("[1;9C", .right),
      ("[1;99999999999999999999C", .right), ("[1;0C", .right),
      // Kitty: pressed, repeated, and let go.
      ("[1;5:1C", .modified(.right, .control)), ("[1;2:2D", .modified(.left, .shift)),
      ("[1;5:3C", nil), ("[57418;5u", .modified(.right, .control)), ("[9;2u", .backtab),
      ("[9;6u", .backtab),
      // Windows.
      ("[39;77;0;1;8;1_", .modified(.right, .control)),
      ("[37;75;0;1;16;1_", .modified(.left, .shift)), ("[38;72;0;1;2;1_", .modified(.up, .alt)),
      ("[9;15;9;1;16;1_", .backtab),
      // Older ones.
      ("O5C", .modified(.right, .control)), ("O1;2D", .modified(.left, .shift)), ("OC", .right),
      ("[c", .modified(.right, .shift)), ("Od", .modified(.left, .control)), ("O5d", nil),
      ("[?1A", nil), ("[<1;2A", nil), ("[>0c", nil), ("[0c", nil), ("[1$A", nil),
    ] as [(String, Key?)])
  func tellsWhatIsHeld(_ sequence: String, _ expected: Key?) {
    var decoder = KeyDecoder()
    let keys = decoder.decode("\u{1B}\(sequence)x".utf8)
    #expect(keys == [expected, .character("x")].compactMap(\.self))
    #expect(decoder.patience == nil)
    #expect(keys[0].plain.plain == keys[0].plain)
  }

  @Test func anEscapeWaitsAsLongAsItIsTold() {
    for wait in [50, 100] {
      var decoder = KeyDecoder(escapeWait: .milliseconds(wait))
      _ = decoder.decode("\u{1B}".utf8)
      #expect(decoder.patience == .milliseconds(wait))
    }
    #expect(KeyReader.escapeWait(environment: [:]) == .milliseconds(50))
    #expect(KeyReader.escapeWait(environment: ["SSH_TTY": ""]) == .milliseconds(50))
    #expect(KeyReader.escapeWait(environment: ["SSH_TTY": "/dev/pts/1"]) == .milliseconds(100))
  }

  /// A sequence longer than any that means something means nothing, whatever its beginning says.
  @Test func aSequenceWithoutAnEndIsNoKey() {
    for sequence in [
      "<0;1;\(String(repeating: "0", count: 70))5M", "1;5\(String(repeating: ";", count: 70))C",
    ] {
      var decoder = KeyDecoder()
      #expect(decoder.decode("\u{1B}[\(sequence)x".utf8) == [.character("x")])
    }
  }

  /// Only an OSC ends at BEL.
  @Test func aBellInsideAStringIsPartOfIt() {
    var decoder = KeyDecoder()
    #expect(decoder.decode("\u{1B}_a\u{7}b\u{1B}\\x".utf8) == [.character("x")])
  }

  /// Strings, sequences and answers between keys change nothing of these.
  @Test(arguments: 0..<200) func whatIsNoKeyIsNoKeyAnywhere(_ seed: Int) {
    var garbage = Garbage(seed: seed)
    let typed = Array("ab语c".utf8)
    var bytes: [UInt8] = []
    for character in "ab语c" {
      for _ in 0..<garbage.below(3) {
        bytes += garbage.one(of: Self.openings)
        bytes += garbage.one(of: Self.contents).utf8 + garbage.one(of: Self.endings)
        bytes += garbage.one(of: ["", "\u{1B}[?1;2c", "\u{1B}[M #!", "\u{1B}[8;24;80t"]).utf8
      }
      bytes += String(character).utf8
    }
    var decoder = KeyDecoder()
    var plain = KeyDecoder()
    #expect(decoder.decode(bytes) == plain.decode(typed), "\(bytes)")
  }

  @Test func halfACharacterBecomesAMark() {
    var decoder = KeyDecoder()
    #expect(decoder.decode([0xE2, 0x82]) == [])
    #expect(decoder.patience != nil)
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
    let likely = Array(
      "\u{1B}\u{1B}\u{1B}[[O]P_M\\~;0123456ABCHR?\u{3}\u{7}\u{18}\r\u{7F}λ語👍\u{1B}[200~\u{1B}[201~"
        .utf8)
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

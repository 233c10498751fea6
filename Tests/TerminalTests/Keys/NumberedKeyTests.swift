import Testing

@testable import Terminal

/// Keys that a terminal was left to report by number, in the forms of Kitty, xterm and Windows.
@Suite struct NumberedKeyTests {
  @Test(
    arguments: [
      // Kitty: a key, what is held, an event, a text.
      ("97u", [.character("a")]), ("97;1u", [.character("a")]), ("97;2u", [.character("A")]),
      ("97:65;2u", [.character("A")]), ("49:33;2u", [.character("!")]), ("49;2u", []),
      ("97;65u", [.character("A")]), ("97;66u", [.character("a")]),
      ("49;2;33u", [.character("!")]), ("0;;228u", [.character("ä")]),
      ("99;5u", [.control("c")]), ("99;69u", [.control("c")]), ("1089::99;5u", [.control("c")]),
      ("100;5:1u", [.control("d")]), ("100;5:2u", [.control("d")]), ("100;5:3u", []),
      ("97;1:3u", []), ("97;3u", []), ("97;9u", []), ("105;5u", [.tab]), ("109;5u", [.enter]),
      ("91;5u", [.escape]), ("104;5u", [.backspace]), ("32;5u", [.control("@")]),
      ("27u", [.escape]), ("27;1:3u", []), ("13u", [.enter]), ("13;5u", [.enter]), ("9u", [.tab]),
      ("9;2u", [.backtab]), ("127u", [.backspace]), ("127;5u", [.backspace]),
      ("32u", [.character(" ")]),
      ("57399u", [.character("0")]), ("57408u", [.character("9")]), ("57409u", [.character(".")]),
      ("57412u", [.character("-")]), ("57414u", [.enter]), ("57417u", [.left]), ("57420u", [.down]),
      ("57424u", [.end]), ("57426u", [.delete]), ("57358u", []), ("57441;2u", []), ("128u", []),
      ("1114112u", []), ("99999999999999999999u", []), ("u", []), (";5u", []),
      ("97;0u", [.character("a")]),
      // Keys of the cursor that are let go.
      ("1;1:1A", [.up]), ("1;1:3A", []), ("3;1:3~", []), ("1;5:2C", [.modified(.right, .control)]),
      ("5;1:1~", [.pageUp]),
      // xterm: a character with what is held.
      ("27;5;99~", [.control("c")]), ("27;2;65~", [.character("A")]),
      ("27;2;33~", [.character("!")]), ("27;5;13~", [.enter]), ("27;1;27~", [.escape]),
      ("27;3;97~", []), ("27;5;9~", [.tab]), ("27;5;~", []),
      // Windows: a key, a scan code, a character, down, what is held, how often.
      ("65;30;97;1;0;1_", [.character("a")]), ("65;30;97;0;0;1_", []),
      ("65;30;97;1;0;3_", [.character("a"), .character("a"), .character("a")]),
      ("67;46;3;1;8;1_", [.control("c")]), ("13;28;13;1;0;1_", [.enter]),
      ("27;1;27;1;0;1_", [.escape]), ("8;14;8;1;0;1_", [.backspace]),
      ("8;14;127;1;8;1_", [.backspace]), ("38;72;0;1;256;1_", [.up]),
      ("46;83;0;1;256;1_", [.delete]),
      ("16;42;0;1;16;1_", []), ("65;30;97;1;2;1_", []), ("81;16;64;1;9;1_", [.character("@")]),
      ("9;15;9;1;16;1_", [.backtab]), ("0;0;55357;1;0;1_", []), ("1;2_", []),
    ] as [(String, [Key])])
  func decodes(_ sequence: String, _ expected: [Key]) {
    var decoder = KeyDecoder()
    #expect(decoder.decode("\u{1B}[\(sequence)x".utf8) == expected + [.character("x")])
    #expect(decoder.patience == nil)
  }

  /// None types what it is made of, whatever its numbers are and wherever it is cut.
  @Test func nothingOfIsTyped() {
    for final in ["u", "~", "_", "A"] {
      for parameters in [
        "", "1", "27;5;99", ";;", "::", "1:2:3;4:5;6:7", "<1;2", "?1", "1;2;3;4;5;6;7", "9999;-1",
      ] {
        let bytes = Array("\u{1B}[\(parameters)\(final)".utf8)
        for cut in 1..<bytes.count {
          var decoder = KeyDecoder()
          let keys = decoder.decode(bytes[..<cut]) + decoder.decode(bytes[cut...])
          #expect(keys.count <= 1, "\(parameters)\(final)")
          var whole = KeyDecoder()
          #expect(keys == whole.decode(bytes))
        }
      }
    }
  }
}

import Terminal
import TestKit
import Testing

@Suite struct MouseEventTests {
  @Test(
    arguments: [
      ("0;1;1M", MouseEvent(.press(.left), row: 0, column: 0)),
      ("1;80;24M", MouseEvent(.press(.middle), row: 23, column: 79)),
      ("2;300;1M", MouseEvent(.press(.right), row: 0, column: 299)),
      ("0;5;6m", MouseEvent(.release(.left), row: 5, column: 4)),
      ("2;5;6m", MouseEvent(.release(.right), row: 5, column: 4)),
      ("32;5;6M", MouseEvent(.drag(.left), row: 5, column: 4)),
      ("34;5;6M", MouseEvent(.drag(.right), row: 5, column: 4)),
      ("32;5;6m", MouseEvent(.release(.left), row: 5, column: 4)),
      ("64;5;6M", MouseEvent(.wheelUp, row: 5, column: 4)),
      ("65;5;6M", MouseEvent(.wheelDown, row: 5, column: 4)),
      ("4;5;6M", MouseEvent(.press(.left), row: 5, column: 4, .shift)),
      ("8;5;6M", MouseEvent(.press(.left), row: 5, column: 4, .alt)),
      ("81;5;6M", MouseEvent(.wheelDown, row: 5, column: 4, .control)),
      ("60;5;6M", MouseEvent(.drag(.left), row: 5, column: 4, [.shift, .alt, .control])),
      ("0;65535;65535M", MouseEvent(.press(.left), row: 65534, column: 65534)),
      // Places on no screen.
      ("0;65536;1M", nil), ("0;1;65536M", nil), ("0;0;1M", nil), ("0;1;0M", nil), ("0;-1;1M", nil),
      ("0;1;-5M", nil), ("0;99999999999999999999;1M", nil), ("0;1;9223372036854775807M", nil),
      // Buttons that mean nothing here: sideways, side buttons, none.
      ("66;5;6M", nil), ("67;5;6M", nil), ("128;5;6M", nil), ("35;5;6M", nil), ("3;5;6m", nil),
      ("64;5;6m", nil), ("-1;5;6M", nil), ("18446744073709551616;5;6M", nil),
      // Other shapes.
      ("M", nil), ("0M", nil), ("0;1M", nil), ("0;1;1;1M", nil), (";;M", nil), ("0;1:2;1M", nil),
      ("0:1;1;1M", nil), ("0;1;1A", nil),
    ] as [(String, MouseEvent?)])
  func reads(_ sequence: String, _ expected: MouseEvent?) {
    var decoder = KeyDecoder()
    let keys = [expected.map { .mouse($0) }, .character("x")].compactMap(\.self) as [Key]
    #expect(decoder.decode("\u{1B}[<\(sequence)x".utf8) == keys)
    #expect(decoder.patience == nil)
  }

  /// In whatever pieces it comes.
  @Test func piecesMakeNoDifference() {
    let bytes = Array("\u{1B}[<32;12;7M".utf8)
    for cut in 0...bytes.count {
      var decoder = KeyDecoder()
      let keys = decoder.decode(bytes[..<cut]) + decoder.decode(bytes[cut...])
      #expect(keys == [.mouse(MouseEvent(.drag(.left), row: 6, column: 11))])
    }
  }

  /// A line of text knows no mouse, and of keys with others held only what they are alone.
  @Test func aLineEditorPassesOver() {
    var editor = LineEditor()
    for key in [
      .character("a"), .character("b"), .modified(.left, .control), .backtab,
      .mouse(MouseEvent(.press(.left), row: 0, column: 0)), .character("c"),
      .modified(.delete, .shift),
    ] as [Key] {
      #expect(editor.handle(key) == .editing)
    }
    #expect(editor.text == "ac")
  }
}

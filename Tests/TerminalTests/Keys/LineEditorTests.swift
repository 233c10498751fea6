import Terminal
import TestKit
import Testing

@Suite struct LineEditorTests {
  private func typed(
    _ keys: [Key], history: [String] = [], words: [String] = [], limit: Int = 4096
  ) -> LineEditor {
    var editor = LineEditor(history: history, words: words, limit: limit)
    for key in keys { _ = editor.handle(key) }
    return editor
  }

  /// The keys that type a text.
  private static func keys(_ text: String) -> [Key] { text.map { .character($0) } }

  /// The line with a bar at the cursor.
  private func marked(_ editor: LineEditor) -> String {
    String(editor.characters[..<editor.cursor]) + "|" + String(editor.characters[editor.cursor...])
  }

  @Test(
    arguments: [
      ([], "ab cd|"), ([.left], "ab c|d"), ([.right], "ab cd|"), ([.home], "|ab cd"),
      ([.control("a"), .left], "|ab cd"), ([.home, .end], "ab cd|"), ([.control("e")], "ab cd|"),
      ([.backspace], "ab c|"), ([.home, .backspace], "|ab cd"), ([.home, .delete], "|b cd"),
      ([.delete], "ab cd|"), ([.left, .left, .control("u")], "|cd"),
      ([.left, .left, .control("k")], "ab |"), ([.control("w")], "ab |"),
      ([.control("w"), .control("w")], "|"), ([.home, .control("d")], "|b cd"),
      ([.home, .character("語")], "語|ab cd"), ([.character("\u{301}")], "ab cd\u{301}|"),
      ([.paste(" x\ny\n")], "ab cd x y|"), ([.paste("\u{1B}[31m")], "ab cd␛[31m|"),
      ([.character("\u{202E}")], "ab cd\u{FFFD}|"),
      ([.pageUp, .resize, .control("l"), .tab], "ab cd|"),
    ] as [([Key], String)])
  func edits(_ keys: [Key], _ expected: String) {
    #expect(marked(typed(Self.keys("ab cd") + keys)) == expected)
  }

  @Test(
    arguments: [
      (.enter, .submitted("0.2")), (.escape, .cancelled), (.control("c"), .cancelled),
      (.endOfInput, .endOfInput), (.control("d"), .editing), (.left, .editing),
    ] as [(Key, LineEditor.Progress)])
  func ends(_ key: Key, _ expected: LineEditor.Progress) {
    var editor = typed(Self.keys("0.2"))
    #expect(editor.handle(key) == expected)
  }

  @Test func controlDEndsAnEmptyLineOnly() {
    var editor = LineEditor()
    #expect(editor.handle(.control("d")) == .endOfInput)
  }

  @Test(
    arguments: [
      ([.up], "second|"), ([.up, .up], "first|"), ([.up, .up, .up], "first|"),
      ([.up, .down], "new|"), ([.down], "new|"), ([.up, .up, .down], "second|"),
    ] as [([Key], String)])
  func recallsEarlierLines(_ keys: [Key], _ expected: String) {
    let editor = typed(Self.keys("new") + keys, history: ["first", "second"])
    #expect(marked(editor) == expected)
  }

  @Test(arguments: [
    ("le", "learning-rate |"), ("set mo", "set momentum |"), ("st", "step|"), ("steps", "steps |"),
    ("x", "x|"),
  ])
  func completesWords(_ text: String, _ expected: String) {
    let words = ["learning-rate", "momentum", "steps", "step-size"]
    #expect(marked(typed(Self.keys(text) + [.tab], words: words)) == expected)
  }

  @Test func isBounded() {
    #expect(typed(Self.keys("abcdef"), limit: 4).text == "abcd")
    let marks = typed([.paste("e" + String(repeating: "\u{301}", count: 100))], limit: 10)
    #expect(marks.text.unicodeScalars.count == 10)
  }

  @Test func drawsTheCursorBehindWideCharacters() {
    let screen = Screen(width: 40)
    let editor = typed(Self.keys("語a") + [.left])
    #expect(editor.drawn(after: "? ", on: screen).codes == "\r? 語a\u{1B}[K\r\u{1B}[4C")
    #expect(LineEditor().drawn(after: "", on: screen).codes == "\r\u{1B}[K\r")
    let ascii = Screen(width: 40, usesUnicode: false)
    #expect(editor.drawn(after: "λ ", on: ascii).codes == "\rlambda ?a\u{1B}[K\r\u{1B}[8C")
  }

  @Test func scrollsALongLine() {
    let screen = Screen(width: 20)
    let editor = typed(Self.keys("0123456789abcdefghij"))
    #expect(
      editor.drawn(after: "> ", on: screen).codes == "\r> 456789abcdefghij\u{1B}[K\r\u{1B}[18C")
    let home = typed(Self.keys("0123456789abcdefghij") + [.home])
    #expect(home.drawn(after: "> ", on: screen).codes == "\r> 0123456789abcdef\u{1B}[K\r\u{1B}[2C")
  }

  @Test(arguments: [(20, 8, true), (20, 9, false), (80, 68, true), (80, 69, false)])
  func aPromptLeavesTheLineRoom(_ width: Int, _ length: Int, _ hasRoom: Bool) {
    let screen = Screen(width: width)
    let prompt = StyledText(String(repeating: "p", count: length))
    #expect(LineEditor.hasRoom(for: prompt, on: screen) == hasRoom)
    let drawn = typed(Self.keys("0123456789abcdef")).drawn(after: prompt, on: screen)
    #expect(drawn.text.hasSuffix("6789abcdef") && displayWidth(drawn.text) < width)
  }

  @Test(arguments: 0..<200)
  func anyKeysKeepItWhole(_ seed: Int) {
    var garbage = Garbage(seed: seed)
    var editor = LineEditor(history: ["one", "two"], words: ["alpha", "alps"], limit: 60)
    let screen = Screen(width: 20)
    for _ in 0..<60 {
      let keys: [Key] = [
        .left, .right, .home, .end, .backspace, .delete, .up, .down, .tab, .control("w"),
        .control("k"), .character("a"), .character("\u{301}"), .character("語"),
        .paste(garbage.text(upTo: 6)),
      ]
      _ = editor.handle(keys.randomElement(using: &garbage) ?? .tab)
      #expect(0...editor.characters.count ~= editor.cursor)
      #expect(editor.text.unicodeScalars.count <= 60)
      let drawn = editor.drawn(after: "prompt ", on: screen)
      #expect(displayWidth(drawn.text) < screen.width && drawn.cursor < screen.width)
      #expect(drawn.codes.hasPrefix("\r\(drawn.text)\u{1B}[K"))
    }
  }
}

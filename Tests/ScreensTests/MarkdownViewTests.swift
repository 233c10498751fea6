import Markdown
import Terminal
import TestKit
import Testing
import ToyCourse

@testable import Screens

/// How Markdown is set for a terminal.
@Suite struct MarkdownViewTests {
  static func lines(
    _ text: String, width: Int = 40, usesColour: Bool = false, usesUnicode: Bool = true
  ) -> [StyledText] {
    let screen = Screen(width: width, usesColour: usesColour, usesUnicode: usesUnicode)
    return MarkdownView(screen: screen, width: width).lines(of: Document(text).blocks)
  }

  @Test(arguments: [
    ("# A title", ["A title"]),
    ("one *two* **three** `four`", ["one *two* **three** `four`"]),
    ("hard  \nbreak", ["hard", "break"]),
    ("soft\nbreak", ["soft break"]),
    ("- a\n- b", ["• a", "• b"]),
    ("3. a\n4. b", ["3. a", "4. b"]),
    ("- a\n\n- b", ["• a", "", "• b"]),
    ("- a\n  - b", ["• a", "  • b"]),
    ("> said", ["│ said"]),
    ("    code\n      more", ["  code", "    more"]),
    ("```text\na\n\n\tb\n```", ["  a", "", "      b"]),
    ("[text](https://x.org)", ["text (https://x.org)"]),
    ("[width](10-width.md#wider)", ["width (knobs learn width)"]),
    ("[width](width.md)", ["width (width.md)"]),
    ("<https://x.org>", ["https://x.org"]),
    ("[here](#place)", ["here"]),
    ("![a dot](dot.png)", ["[a dot] (dot.png)"]),
    ("---", ["────────"]),
    (
      "| a | b |\n|--:|---|\n| 1 | two |\n| 10 | three |",
      [" a  b", "─────────", " 1  two", "10  three"]
    ),
    ("a\n\nb", ["a", "", "b"]),
    ("~~~\na\tb\tccccc\td\n~~~", ["  a   b   ccccc   d"]), ("~~~\n語\ta\n~~~", ["  語  a"]),
    ("a\n\n<!-- b -->\n\nc", ["a", "", "c"]), ("a <!-- b --> c", ["a c"]), ("a <!-- b -->", ["a"]),
    ("<!-- a --> b", ["  b"]), ("a<!-- b -->c", ["ac"]), ("a <!-- b -->\nc", ["a c"]),
    ("- <!-- a -->\n- b", ["•", "• b"]), ("> <!-- a -->", []), ("<b>a</b>", ["<b>a</b>"]),
    ("$a*b*c$ and \\(x\\)", ["$a*b*c$ and \\(x\\)"]), ("- [ ] a\n- [x] b", ["[ ] a", "[x] b"]),
    ("~~a~~ b", ["~~a~~ b"]), ("- [ ] a\n- [x] b\n  c\n- d", ["[ ] a", "[x] b c", "• d"]),
    ("1. [x] a\n2. [ ] b\n\n   c", ["1. [x] a", "", "2. [ ] b", "", "       c"]),
    ("a[^x]\n\n[^x]: b\n\n    c", ["a[1]", "", "[1] b", "", "    c"]), ("[^1]:", ["[1]"]),
    ("a[^1]", ["a[^1]"]),
    ("> [!NOTE]\n> a", ["│ Note", "│ a"]), ("> [!INFO]\n> a", ["│ [!INFO] a"]),
    ("> [!TIP]\n>\n> a\n>\n> b", ["│ Tip", "│ a", "│", "│ b"]),
    ("<details>\na\n</details>", ["  <details>", "  a", "  </details>"]),
    (
      "one two three four five six seven eight nine",
      ["one two three four five six seven eight", "nine"]
    ),
  ])
  func isSet(_ text: String, _ lines: [String]) {
    #expect(Self.lines(text).map(\.text) == lines)
  }

  @Test func colourTakesThePlaceOfTheMarks() {
    let line = Self.lines("one *two* **three** `four`", usesColour: true)[0]
    #expect(line.text == "one two three four")
    #expect(line.spans.contains { $0.text == "two" && $0.style.italic })
    #expect(line.spans.contains { $0.text == "three" && $0.style.bold })
    #expect(line.spans.contains { $0.text == "four" && $0.style.ink == .accent })
  }

  /// What a screen reader gets: no marks, but words for what they say.
  @Test(arguments: [
    ("a ~~b~~ c", ["a (deleted: b) c"]), ("- [ ] a\n- [x] b", ["• to do: a", "• done: b"]),
    ("1. [x] a", ["1. done: a"]), ("> [!CAUTION]\n> a", ["Caution:", "a"]),
    ("a[^1].\n\n[^1]: b\n\n    c", ["a (note 1).", "", "Note 1: b", "", "c"]),
  ])
  func isSaid(_ text: String, _ lines: [String]) {
    var screen = Screen(width: 40, usesColour: false, usesUnicode: true)
    screen.bePlain()
    let view = MarkdownView(screen: screen, width: 40)
    #expect(view.lines(of: Document(text).blocks).map(\.text) == lines)
  }

  @Test func onlyASCIIWhereThereIsNothingElse() {
    let text = "- a “quote” – η\n\n> said\n\n---\n\n| é | b |\n|---|---|\n| λ | … |"
    for line in Self.lines(text, usesUnicode: false) {
      #expect(line.text.isPlain, "\(line.text)")
    }
  }

  static let pieces = [
    "word", "a", "learning-rate", " ", " ", " ", "*", "**", "_", "`", "[", "](", ")",
    "https://x.org",
    "\n", "\n", "\n\n", "\n- ", "\n  - ", "\n1. ", "\n> ", "\n    ", "\n```\n", "|", "\n|---|\n",
    "\n# ",
    "日本語", "é", "\u{1B}[31m", "\u{9B}2J", "\u{202E}", "\t", "&amp;", "<b>", "---", "  \n", "λ·w",
  ]

  @Test(arguments: [20, 21, 33, 50, 80, 120]) func anythingFits(_ width: Int) {
    var garbage = Garbage(seed: width)
    for _ in 0..<60 {
      let text = garbage.text(of: Self.pieces, upTo: 60)
      for line in Self.lines(text, width: width, usesUnicode: Bool.random(using: &garbage)) {
        // Blocks nested deeper than there are columns have to go beyond them.
        let marks = line.text.prefix { "│•| -.0123456789".contains($0) }.count
        #expect(
          line.displayWidth <= max(width, marks + MarkdownView.narrowest),
          "\(text.debugDescription)")
        #expect(!line.text.hasControls, "\(text.debugDescription)")
      }
    }
  }

  @Test(arguments: [20, 40, 80]) func noWordIsLost(_ width: Int) {
    var garbage = Garbage(seed: width)
    for _ in 0..<60 {
      let count = Int.random(in: 1...40, using: &garbage)
      let words = (0..<count).map { "w\($0)" }
      let breaks = [" ", "\n", "\n\n", "\n\n- ", "\n\n> ", " *x* ", "\n\n# "]
      let text = words.reduce("") { $0 + (breaks.randomElement(using: &garbage) ?? " ") + $1 }
      let shown = Self.lines(text, width: width).map(\.text).joined(separator: " ")
        .split { !$0.isLetter && !$0.isNumber }.map(String.init)
      #expect(shown.filter { $0.hasPrefix("w") } == words, "\(text.debugDescription)")
    }
  }
}

import Terminal
import TestKit
import Testing

@Suite struct WrappingTests {
  @Test(arguments: [
    ("", 10, [""]),
    ("   ", 10, [""]),
    ("one two three", 7, ["one two", "three"]),
    ("one  two", 3, ["one", "two"]),
    ("  indented text", 10, ["  indented", "text"]),
    ("the learning-rate knob", 13, ["the learning-", "rate knob"]),
    ("at 1e-06 or -5", 5, ["at", "1e-06", "or -5"]),
    ("--learning --rate", 12, ["--learning", "--rate"]),
    ("84–100 percent", 5, ["84–10", "0", "perce", "nt"]),
    ("before — after", 8, ["before —", "after"]),
    ("abcdefgh", 3, ["abc", "def", "gh"]),
    ("see https://example.org/a/long/path", 20, ["see", "https://example.org/", "a/long/path"]),
    ("a/bcdefghijk", 8, ["a/bcdefg", "hijk"]),
    ("日本語の文字", 5, ["日本", "語の", "文字"]),
    ("日本、語", 4, ["日", "本、", "語"]),
    ("10\u{A0}% of 20\u{A0}%", 6, ["10\u{A0}%", "of", "20\u{A0}%"]),
    ("about 10 % of it", 8, ["about", "10 % of", "it"]),
    ("a % b", 2, ["a", "%", "b"]),
    ("ab", 0, ["a", "b"]),
    ("ab", -5, ["a", "b"]),
    ("語a", 1, ["語", "a"]),
    ("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]),
  ])
  func breaksLines(_ text: String, _ width: Int, _ expected: [String]) {
    #expect(StyledText(text).wrapped(width: width).map(\.text) == expected)
  }

  @Test func indentsCountAsWidth() {
    let text: StyledText = "one two three four"
    let lines = text.wrapped(width: 9, firstIndent: "• ", indent: "  ")
    #expect(lines.map(\.text) == ["• one two", "  three", "  four"])
    let narrow = text.wrapped(width: 3, firstIndent: "12345", indent: "12345")
    #expect(narrow.allSatisfy { $0.displayWidth <= 3 })
  }

  @Test func spansKeepTheirStyle() {
    let text = StyledText("one ") + StyledText("two three", .bold) + StyledText(" four")
    let lines = text.wrapped(width: 8)
    #expect(
      lines == [
        StyledText("one ") + StyledText("two", .bold),
        StyledText("three", .bold), "four",
      ])
  }

  @Test func anUnbrokenSpanMovesToTheNextLine() {
    let code = StyledText("knobs run step-size", Style(.accent, unbroken: true))
    let text = "then type " + code + " and look"
    #expect(
      text.wrapped(width: 20).map(\.text) == ["then type", "knobs run step-size", "and look"])
    #expect(
      text.wrapped(width: 12).map(\.text) == ["then type", "knobs run", "step-size", "and look"])
    #expect(text.wrapped(width: 9).map(\.text).contains("step-size"))
    #expect(text.wrapped(width: 5).map(\.text).contains("step-"))
  }

  @Test(arguments: 0..<400)
  func garbageFitsAndNothingIsLost(_ seed: Int) {
    var garbage = Garbage(seed: seed)
    let text = garbage.styledText(upTo: 30)
    for width in [2, 3, 5, 8, 13, 40] {
      let lines = text.wrapped(width: width)
      for line in lines { #expect(line.displayWidth <= width) }
      #expect(scalars(lines.map(\.text).joined()) == scalars(text.text))
      let indented = text.wrapped(width: width, firstIndent: "• ", indent: "    ")
      for line in indented { #expect(line.displayWidth <= width) }
    }
  }

  private func scalars(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { $0 != " " }
  }
}

import Terminal
import Testing

@Suite struct FittingTests {
  @Test(arguments: [
    ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("abcdef", 1, "…"), ("abcdef", 0, ""),
    ("abcdef", -1, ""), ("日本語", 5, "日本…"), ("日本語", 4, "日…"), ("", 3, ""),
  ])
  func truncates(_ text: String, _ width: Int, _ expected: String) {
    #expect(StyledText(text).truncated(to: width).text == expected)
  }

  @Test func theMarkKeepsTheStyleAndMayBeASCII() {
    let text = StyledText("ab") + StyledText("cdef", .bold)
    #expect(text.truncated(to: 4) == StyledText("ab") + StyledText("c…", .bold))
    #expect(text.truncated(to: 5, mark: "...").text == "ab...")
  }

  @Test(arguments: [
    (Alignment.leading, "語a  "), (.trailing, "  語a"), (.centre, " 語a "),
  ])
  func pads(_ alignment: Alignment, _ expected: String) {
    #expect(StyledText("語a").padded(to: 5, alignment: alignment).text == expected)
    #expect(StyledText("語a").padded(to: 2, alignment: alignment).text == "語a")
  }

  @Test func joinsAndPrefixes() {
    #expect(StyledText.joined(["a", "b", "c"], by: " · ").text == "a · b · c")
    let lines: [StyledText] = ["a", "b"]
    #expect(lines.prefixed("  ", first: "- ").map(\.text) == ["- a", "  b"])
    #expect(["", "a"].prefixed("│ ").map(\.text) == ["│", "│ a"])
    #expect(StyledText.spaces(-3).isEmpty)
  }
}

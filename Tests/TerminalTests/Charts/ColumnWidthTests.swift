import Testing

@testable import Terminal

@Suite struct ColumnWidthTests {
  @Test(arguments: [("ab  ", "ab"), ("  ", ""), ("", ""), (" a", " a")])
  func trimming(_ text: String, _ expected: String) {
    #expect(StyledText(text).withoutTrailingSpaces.text == expected)
    #expect((StyledText(text, .bold) + StyledText("  ")).withoutTrailingSpaces.text == expected)
  }

  @Test(arguments: [("name", 4, "name"), ("names", 4, "nam…"), ("name", 0, ""), ("ab", -3, "")])
  func shortening(_ text: String, _ width: Int, _ expected: String) {
    #expect(shortened(text, to: width, usesUnicode: true) == expected)
  }
}

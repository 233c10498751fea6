import Markdown
import Testing

@Suite struct InlineTests {
  @Test(arguments: [
    ("a *b **c*** `d`", "a b c d"),
    ("[a *b*](c \"d\") ![e](f)", "a b e"),
    ("a  \nb\nc", "a\nb c"),
    ("a<br>b", "a<br>b"),
    ("&lt;\\*", "<*"),
  ])
  func plainText(text: String, expected: String) throws {
    guard case .paragraph(let inlines) = try #require(Document(text).blocks.first).kind else {
      Issue.record("no paragraph")
      return
    }
    #expect(inlines.plainText == expected)
  }
}

import Testing

@testable import Markdown

@Suite struct InlineTreeTests {
  /// How deep inlines stand in each other.
  private func depth(_ inlines: [Inline]) -> Int {
    inlines.map { inline in
      switch inline.kind {
      case .emphasis(let inside), .strong(let inside), .strikethrough(let inside),
        .link(_, let inside),
        .image(_, let inside):
        1 + depth(inside)
      default: 0
      }
    }.max() ?? 0
  }

  @Test(arguments: [("![", "](b)"), ("*a ", " a*"), ("**a ", " a**"), ("_a *b ", "*_")])
  func deepNestingBecomesText(opening: String, closing: String) throws {
    let times = 1_000
    let text =
      "x " + String(repeating: opening, count: times) + "middle"
      + String(repeating: closing, count: times)
    guard case .paragraph(let inlines) = try #require(Document(text).blocks.first).kind else {
      Issue.record("no paragraph")
      return
    }
    #expect(depth(inlines) == InlineTree.nestingLimit)
    // What is beyond the limit stays as it was written.
    #expect(inlines.plainText.contains(opening + "middle" + closing))
  }

  @Test func nestingUpToTheLimitIsMarkup() {
    let limit = InlineTree.nestingLimit
    let text = String(repeating: "![", count: limit) + "a" + String(repeating: "](b)", count: limit)
    #expect(markup(text) == "<p><img src=\"b\" alt=\"a\" /></p>")
  }
}

import TestKit
import Testing

@testable import Markdown

/// Texts made to cost more than linear time, or to overflow the stack.
@Suite struct HostileTextTests {
  @Test(arguments: [
    ">", "> ", "- ", "1. ", "*", "* ", "_", "[", "![", "]", "`", "(", "\\", "<", "&", "|", "#", "~",
    "*a ", "*a **a ", "a* ", "*a_ ", "_a__b", "[a](", "![a](", "[a](<b", "[a](b \"c", "[a][b",
    "[[a]",
    "<!-- ", "<?a ", "<![CDATA[", "<!A ", "<a b=\"", "<a b='c ", "`` a ` ", "[a]: u\n'\n",
    "[a]: b\n",
    "|-\n", "a|b\n-|\n", "> a\n", "- a\n\n", "a\n===\n", "<div>\n", "\n", "\0", "[a](b)", "*a*",
    "&#0;", "~~", "~~a ", "a~~ ", "~~a *b ", "~~a~~", "- [ ] a\n", "- [ ] ", "> [!NOTE]\n", "[^1]",
    "[^", "[^1]: ", "[^1]: a\n", "[^1]: a[^1]\n\n", "[^a",

    "> [!TIP]\n> a\n\n",
  ])
  func repetitionsTakeLinearTime(part: String) {
    let growth = Growth(from: 2_500) { length in
      let text = "[a]: /b\n\nx" + String(repeating: part, count: length / part.utf8.count)
      #expect(!Document(text).blocks.isEmpty)
    }
    #expect(growth.isLinear, "\(growth)")
  }

  @Test func manyLengthsOfBackticks() {
    let text = (1...400).map { String(repeating: "`", count: $0) }.joined(separator: " ")
    #expect(markup("x " + text) == "<p>x \(text)</p>")
  }

  @Test(arguments: ["> ", "- ", "1. ", "- > "])
  func containersAreLimited(marker: String) {
    let text = String(repeating: marker, count: 100_000) + "end"
    var blocks = Document(text).blocks
    var depth = 0
    while let block = blocks.first {
      switch block.kind {
      case .quote(let inside): blocks = inside
      case .list(let list): blocks = list.items.first ?? []
      default:
        #expect(depth == BlockReader.nestingLimit)
        #expect(block.markup.hasSuffix("end</p>"))
        return
      }
      depth += 1
    }
    Issue.record("the text is lost")
  }

  @Test func bracketsBeforeLinks() {
    let count = 20_000
    let text = String(repeating: "![", count: count) + String(repeating: "[a](b)", count: count)
    guard case .paragraph(let inlines) = Document(text).blocks.first?.kind else {
      Issue.record("no paragraph")
      return
    }
    #expect(inlines.count == count + 1)
  }
}

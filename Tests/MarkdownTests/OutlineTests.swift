import Testing

@testable import Markdown

/// Without running text and code the blocks are the same, and headings are read.
@Suite struct OutlineTests {
  private static func outline(_ blocks: [Block]) -> [Block] {
    blocks.map { block in
      var block = block
      switch block.kind {
      case .paragraph: block.kind = .paragraph([])
      case .quote(let inside): block.kind = .quote(outline(inside))
      case .footnote(let number, let inside):
        block.kind = .footnote(number: number, outline(inside))
      case .list(var list):
        list.items = list.items.map(outline)
        block.kind = .list(list)
      case .table(var table):
        table.header = table.header.map { _ in [] }
        table.rows = table.rows.map { $0.map { _ in [] } }
        block.kind = .table(table)
      case .code(let info, _, fenced: true, let isClosed):
        block.kind = .code(info: info, text: "", fenced: true, isClosed: isClosed)
      default: break
      }
      return block
    }
  }

  @Test(
    arguments: [
      "# A *b*\n\ntext `c`\n\n> quote\n> # H\n\n- a\n- b\n\n| a | b |\n|---|---|\n| c | d |\n",
      "[x]: /y\n\n[x] text\n===\n\n```swift\ncode\n```\n\n<b>\n\n***\n", "", "- [x] a\n- ~~b~~",
      "a[^1]\n[^1]: b\n\n    c\n[^2]:\n",
      "> [!NOTE]\n> a\n\n> [!NOTE]\n>\n> b",
      "a\nb\n---\n",
      "- ~~~x\n  1\n\n  2\n  ~~~\n  a\n> ```\n> 3\n\n```\nopen\n", "    a\n\n\n    b\n\n\nc\n",
    ])
  func isTheDocumentWithoutProse(text: String) {
    let whole = Document(text)
    let outline = Document(text, readsProse: false)
    #expect(outline.blocks == Self.outline(whole.blocks))
    #expect(outline.definitions == whole.definitions)
  }
}

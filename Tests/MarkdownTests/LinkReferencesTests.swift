import Markdown
import Testing

@Suite struct LinkReferencesTests {
  private static func defined(
    _ label: String, _ destination: String, _ title: String?, byte: Int = 0
  ) -> LinkDefinition {
    LinkDefinition(
      label: label, destination: destination, title: title,
      place: SourcePosition(line: 1, byte: byte))
  }

  @Test(arguments: [
    ("[a]: b", defined("a", "b", nil)),
    ("   [a]:\n b\n  'c'", defined("a", "b", "c", byte: 3)),
    ("[a]: <b c> (d)", defined("a", "b c", "d")),
    ("[a]: <>", defined("a", "", nil)),
    ("[a]: b \"c\nd\"", defined("a", "b", "c\nd")),
    ("[a\\]]: b", defined("a\\]", "b", nil)),
    ("[a]: b&amp;\\*", defined("a", "b&*", nil)),
    ("[a]: b\"c", defined("a", "b\"c", nil)),
    ("[a]:b", defined("a", "b", nil)),
  ])
  func definition(text: String, expected: LinkDefinition) {
    let document = Document(text)
    #expect(document.definitions == [expected])
    #expect(document.blocks.isEmpty)
  }

  @Test(arguments: [
    "[a]:", "[]: b", "[ ]: b", "[a] : b", "[a]: b c", "[a]: <b>c", "[a]: b \"c\" d", "[[a]: b",
    "\\[a]: b", "x\n[a]: b", "    [a]: b", "# [a]: b",
  ])
  func noDefinition(text: String) {
    #expect(Document(text).definitions.isEmpty)
  }

  @Test(arguments: [
    ("[a]: b\n\"c\" d", "<p>&quot;c&quot; d</p>"),
    ("[a]: b\n\n\"c\"", "<p>&quot;c&quot;</p>"),
    ("[a]: b\n[c]: d\n[a][c]", "<p><a href=\"d\">a</a></p>"),
    ("[a]: b\n[a]: c\n\n[a]", "<p><a href=\"b\">a</a></p>"),
    ("> [a]: b\n\n[a]", "<blockquote></blockquote><p><a href=\"b\">a</a></p>"),
    ("[Αγω]: b\n\n[αγω]", "<p><a href=\"b\">αγω</a></p>"),
    ("[ẞ]: b\n\n[SS]", "<p><a href=\"b\">SS</a></p>"),
    ("[a\n b]: c\n\n[A  B]", "<p><a href=\"c\">A  B</a></p>"),
    ("[a]\n\n[a]: <b>", "<p><a href=\"b\">a</a></p>"),
  ])
  func use(text: String, expected: String) {
    #expect(markup(text) == expected)
  }

  @Test func labelsAreLimited() {
    let long = String(repeating: "é", count: 999)
    #expect(Document("[\(long)]: b").definitions.count == 1)
    #expect(Document("[\(long)é]: b").definitions.isEmpty)
  }

  @Test func definitionsMoveTheParagraphDown() {
    #expect(Document("[a]: b\n[c]:\n  d\ntext\nmore").blocks.map(\.lines) == [4...5])
    #expect(Document("[a]: b\ntext\n---").blocks.map(\.lines) == [2...3])
  }

  /// What GitHub takes for footnotes is text: as a link it would lose that.
  @Test func footnotesAreNoDefinitions() {
    #expect(markup("a[^1]\n\n[^1]: word", []) == "<p>a[^1]</p><p>[^1]: word</p>")
    #expect(Document("[^1]: https://example.org").definitions.isEmpty)
  }

  /// Links take no more from their definitions than twice the text, and the rest stay text.
  @Test(
    arguments: [100, 30_000],
    ["[a] ", "![a] ", "[x][a] ", "[a]\n\n", "> [a]\n\n", "|[a]|\n|-|\n\n"])
  func addressesAreNotRepeatedWithoutEnd(length: Int, piece: String) {
    let address = String(repeating: "x", count: length)
    let text = "[a]: \(address)\n\n" + String(repeating: piece, count: 5000)
    var (rest, linked) = (Document(text).blocks, 0)
    func count(_ inlines: [Inline]) {
      for inline in inlines {
        switch inline.kind {
        case .link(let link, _), .image(let link, _): linked += link.destination.utf8.count
        default: break
        }
      }
    }
    while let block = rest.popLast() {
      switch block.kind {
      case .paragraph(let inlines): count(inlines)
      case .quote(let blocks): rest += blocks
      case .table(let table): table.header.forEach(count)
      default: break
      }
    }
    #expect(linked >= length)
    #expect(linked <= max(16 << 10, 2 * text.utf8.count))
  }
}

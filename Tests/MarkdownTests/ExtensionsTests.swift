import Markdown
import Testing

/// What GitHub reads beyond CommonMark and tables.
@Suite struct ExtensionsTests {
  @Test(arguments: [
    ("~~a~~", "<del>a</del>"), ("a~~b c~~d", "a<del>b c</del>d"),
    ("~~*a* `~~`~~", "<del><em>a</em> <code>~~</code></del>"),
    ("*~~a~~*", "<em><del>a</del></em>"), ("~~a\nb~~", "<del>a\nb</del>"),
    ("~~a~~ ~~b~~", "<del>a</del> <del>b</del>"),
    ("[~~a~~](b)", "<a href=\"b\"><del>a</del></a>"), ("*a ~~b* c~~", "<em>a ~~b</em> c~~"),
    ("~~a", "~~a"), ("a~~", "a~~"), ("~~ a ~~", "~~ a ~~"), ("~a~", "~a~"), ("~~~a~~~ b", nil),
    ("x ~~~a~~~", "x ~~~a~~~"), ("\\~~a~~", "~~a~~"), ("`~~a~~`", "<code>~~a~~</code>"),
    ("~5 to ~10", "~5 to ~10"),
    ("~~a~~~b~~", "<del>a~~~b</del>"), ("~~~~", nil), ("x ~~~~ y", "x ~~~~ y"),
    ("~~[a~~](b)", "~~<a href=\"b\">a~~</a>"),
  ])
  func strikethrough(_ text: String, _ html: String?) {
    if let html { #expect(markup(text) == "<p>\(html)</p>") }
    #expect(!markup(text, []).contains("<del>"))
  }

  @Test(
    arguments: [
      ("- [ ] a\n- [x] b\n- [X]  c\n- d", [0: false, 1: true, 2: true], ["a", "b", "c", "d"]),
      ("1. [x] a", [0: true], ["a"]), ("* [ ]\ta *b*", [0: false], ["a b"]),
      ("- [ ] a\n\n  b", [0: false], ["a"]), ("- [ ] a\n  [x] b", [0: false], ["a [x] b"]),
      ("- [ ]", [:], ["[ ]"]), ("- [ ]a", [:], ["[ ]a"]), ("- [  ] a", [:], ["[  ] a"]),
      ("- [y] a", [:], ["[y] a"]), ("- [ ] \n  a", [:], ["[ ] a"]), ("- \\[ ] a", [:], ["[ ] a"]),
      ("- a [ ] b", [:], ["a [ ] b"]), ("- [x](y) z", [:], ["x z"]), ("- # [ ] a", [:], ["[ ] a"]),
      ("- [x]: y\n- [x] z", [1: true], ["", "z"]), ("- \n- [x] z", [1: true], ["", "z"]),
    ] as [(String, [Int: Bool], [String])])
  func tasks(_ text: String, _ tasks: [Int: Bool], _ words: [String]) throws {
    let block = try #require(Document(text).blocks.first)
    guard case .list(let list) = block.kind else {
      Issue.record("no list")
      return
    }
    #expect(list.tasks == tasks)
    let texts = list.items.map { item -> String in
      switch item.first?.kind {
      case .paragraph(let inlines), .heading(_, let inlines): inlines.plainText
      default: ""
      }
    }
    #expect(texts == words)
    guard case .list(let plain)? = Document(text, extensions: []).blocks.first?.kind else { return }
    #expect(plain.tasks.isEmpty && plain.items.count == list.items.count)
    guard case .list(let outline)? = Document(text, readsProse: false).blocks.first?.kind else {
      return
    }
    #expect(outline.tasks == tasks)
  }

  @Test func noTasksOutsideItems() { #expect(markup("[ ] a\n\n> [x] b").contains("[x] b")) }

  @Test(
    arguments: [
      ("> [!NOTE]\n> a *b*", .note, "<p>a <em>b</em></p>"),
      ("> [!tip]  \n> - a", .tip, "<ul><li>a</li></ul>"),
      ("> [!WARNING]\n>\n> a", .warning, "<p>a</p>"), ("> [!Caution]\na", .caution, "<p>a</p>"),
      ("> [!IMPORTANT]\n> > a", .important, "<blockquote><p>a</p></blockquote>"),
      ("> [!NOTE]\n> # a", .note, "<h1>a</h1>"), ("> [!NOTE]", nil, "<p>[!NOTE]</p>"),
      ("> [!NOTE] a", nil, "<p>[!NOTE] a</p>"), ("> [!INFO]\n> a", nil, "<p>[!INFO]\na</p>"),
      ("> a\n> [!NOTE]\n> b", nil, "<p>a\n[!NOTE]\nb</p>"), ("> [!NOTE]:\n> a", nil, ""),
      ("> \\[!NOTE]\n> a", nil, "<p>[!NOTE]\na</p>"), ("> [!NOTE\n> a", nil, "<p>[!NOTE\na</p>"),
      ("> [!]\n> a", nil, "<p>[!]\na</p>"), ("> [!NOTE]\n> ===", nil, "<h1>[!NOTE]</h1>"),
      ("> - [!NOTE]\n>   a", nil, "<ul><li>[!NOTE]\na</li></ul>"),
      ("> !NOTE]\n> a", nil, "<p>!NOTE]\na</p>"),
    ] as [(String, Alert?, String)])
  func alerts(_ text: String, _ alert: Alert?, _ html: String) throws {
    let block = try #require(Document(text).blocks.first)
    #expect(block.alert == alert)
    #expect(block.markup == "<blockquote>\(html)</blockquote>")
    #expect(try #require(Document(text, extensions: []).blocks.first).alert == nil)
    #expect(try #require(Document(text, readsProse: false).blocks.first).alert == alert)
  }

  @Test(arguments: [
    ("a[^1]\n\n[^1]: b *c*", "<p>a<note 1/></p><note 1><p>b <em>c</em></p></note>"),
    ("[^b]: c\n\na[^B] [^b]", "<note 1><p>c</p></note><p>a<note 1/> <note 1/></p>"),
    (
      "a[^1][^2]\n[^1]: b\n[^2]: c\nd",
      "<p>a<note 1/><note 2/></p><note 1><p>b</p></note><note 2><p>c\nd</p></note>"
    ),
    (
      "[^1]: a\n\n    b\n\n    - c\n\nd",
      "<note 1><p>a</p><p>b</p><ul><li>c</li></ul></note><p>d</p>"
    ),
    ("[^1]:\n    a", "<note 1><p>a</p></note>"), ("[^1]:", "<note 1></note>"),
    ("[^1]: # a", "<note 1><h1>a</h1></note>"),
    ("> [^1]: a\n\nb[^1]", "<blockquote><note 1><p>a</p></note></blockquote><p>b<note 1/></p>"),
    ("- a[^1]\n\n[^1]: b", "<ul><li>a<note 1/></li></ul><note 1><p>b</p></note>"),
    (
      "[^1]: a\n[^1]: b\n\nc[^1]", "<note 1><p>a</p></note><note 2><p>b</p></note><p>c<note 1/></p>"
    ),
    ("[^1]: https://example.org", "<note 1><p>https://example.org</p></note>"),
    ("a[^1]", "<p>a[^1]</p>"),
    ("a[^1](b)\n\n[^1]: c", "<p>a<a href=\"b\">^1</a></p><note 1><p>c</p></note>"),
    ("a\\[^1]\n\n[^1]: c", "<p>a[^1]</p><note 1><p>c</p></note>"),
    ("`[^1]`\n\n[^1]: c", "<p><code>[^1]</code></p><note 1><p>c</p></note>"),
    ("[^a b]: c", "<p>[^a b]: c</p>"), ("[^]: c", "<p>[^]: c</p>"),
    ("    [^1]: c", "<pre><code>[^1]: c\n</code></pre>"),
    ("[a[^1]](b)\n\n[^1]: c", "<p><a href=\"b\">a<note 1/></a></p><note 1><p>c</p></note>"),
    (
      "*a[^1]* ~~b[^1]~~\n\n[^1]: c",
      "<p><em>a<note 1/></em> <del>b<note 1/></del></p><note 1><p>c</p></note>"
    ),
    ("[^1]: a\n[^2]: [^1]", "<note 1><p>a</p></note><note 2><p><note 1/></p></note>"),
  ])
  func footnotes(_ text: String, _ html: String) {
    #expect(markup(text) == html)
    #expect(!markup(text, []).contains("<note"))
  }

  @Test func footnotesCoverTheirLines() {
    let blocks = Document("a[^1]\n\n[^1]: b\n\n    c\n\nd").blocks
    #expect(blocks.map(\.lines) == [1...1, 3...5, 7...7])
  }

  @Test func labelsOfFootnotesAreShort() {
    let label = String(repeating: "a", count: 101)
    #expect(markup("[^\(label)]: b") == "<p>[^\(label)]: b</p>")
  }
}

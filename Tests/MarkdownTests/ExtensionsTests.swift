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
}

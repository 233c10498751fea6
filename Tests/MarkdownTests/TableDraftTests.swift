import Markdown
import Testing

@Suite struct TableDraftTests {
  @Test func everythingInOneTable() throws {
    let text = "| a | *b* | c | d |\n|---|:--|:-:|--:|\n| 1 | `2` | 3 | 4 |\n"
    let blocks = Document(text).blocks
    #expect(blocks.map(\.lines) == [1...3])
    guard case .table(let table) = try #require(blocks.first).kind else {
      Issue.record("no table")
      return
    }
    #expect(table.alignments == [nil, .left, .center, .right])
    #expect(table.header.map(\.markup) == ["a", "<em>b</em>", "c", "d"])
    #expect(table.rows.map { $0.map(\.markup) } == [["1", "<code>2</code>", "3", "4"]])
  }

  /// As on GitHub: what can begin an item begins one.
  @Test(arguments: [
    ("a | b\n- | -\n", "<p>a | b</p><ul><li>| -</li></ul>"),
    ("| a |\n- |\n", "<p>| a |</p><ul><li>|</li></ul>"),
    ("a | b\n-| -\n", "<table><thead><tr><th>a</th><th>b</th></tr></thead></table>"),
    ("| a |\n-\n", "<h2>| a |</h2>"), ("| a |\n- - -\n", "<p>| a |</p><hr />"),
  ])
  func itemsBeforeTables(text: String, expected: String) { #expect(markup(text) == expected) }

  @Test(arguments: [
    ("a|b\n-|-\nc|d", [["a", "b"], ["c", "d"]]),
    ("|a|\n|-|", [["a"]]),
    ("|a|b|\n|-|-|\n|c|", [["a", "b"], ["c", ""]]),
    ("|a|b|\n|-|-|\nc", [["a", "b"], ["c", ""]]),
    ("|a|b|\n|-|-|\n|c|d|e|f|", [["a", "b"], ["c", "d|e|f"]]),
    ("|a|\n|-|\n|b|c|", [["a"], ["b|c"]]),
    ("|a\\|b|\n|-|\n|`c\\|d`|", [["a|b"], ["c|d"]]),
    ("|a|b|\n|-|-|\n||c|", [["a", "b"], ["", "c"]]),
    ("|a|b|\n|-|-|\n|\\|", [["a", "b"], ["|", ""]]),
    ("  |a|b|  \n|-|-|", [["a", "b"]]),
    ("|a|b|\n|-|-|\n|c|d|\n> e", [["a", "b"], ["c", "d"]]),
    ("|a|b|\n|-|-|\n|c|d|\n\n|e|f|", [["a", "b"], ["c", "d"]]),
    ("|a|b|\n|-|-|\n- c", [["a", "b"]]),
    ("|a|b|\n|-|-|\n    c", [["a", "b"]]),
  ])
  func cells(text: String, expected: [[String]]) throws {
    guard case .table(let table) = try #require(Document(text).blocks.first).kind else {
      Issue.record("no table")
      return
    }
    #expect(([table.header] + table.rows).map { $0.map(\.plainText) } == expected)
  }

  @Test(arguments: [
    "a\n-|-", "|a|b|\n|-|", "|a|\n|-|-|", "|a|b|\n|-|x|", "|a|b|\n|:|-|", "|a|b|\n|-| |-|",
    "|a|b|\n|::-|-|", "|a|b|\n\n|-|-|", "    |a|b|\n    |-|-|", "> |a|b|\n|-|-|",
  ])
  func noTable(text: String) {
    #expect(!markup(text).contains("<table>"))
  }

  @Test func headerIsTheLastLineOfAParagraph() {
    let blocks = Document("[x]: /y\nfoo\n|a|b|\n|-|-|\n|c|d|\nend\n\nbar").blocks
    #expect(blocks.map(\.lines) == [2...2, 3...6, 8...8])
  }

  @Test func tableInsideContainers() {
    #expect(
      markup("- > |a|\n  > |-|\n  > |b|\n")
        == "<ul><li><blockquote><table><thead><tr><th>a</th></tr></thead>"
        + "<tbody><tr><td>b</td></tr></tbody></table></blockquote></li></ul>")
  }

  @Test func emptyCellsAreLimited() throws {
    let width = 1_000
    let text =
      String(repeating: "|a", count: width) + "|\n" + String(repeating: "|-", count: width) + "|\n"
      + String(repeating: "x\n", count: 1_000)
    let blocks = Document(text).blocks
    guard case .table(let table) = try #require(blocks.first).kind else {
      Issue.record("no table")
      return
    }
    #expect(table.rows.count < 100)
    #expect(table.rows.allSatisfy { $0.count == width })
    let rest = try #require(blocks.last)
    #expect(rest.lines == (table.rows.count + 3)...1_002)
  }
}

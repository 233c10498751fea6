import Testing

@testable import Markdown

@Suite struct LineCursorTests {
  @Test(arguments: [
    ("", []), ("\n", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]),
    ("a\r\nb\rc\n", ["a", "b", "c"]), ("\r\r\n\n", ["", "", ""]), ("a\n\r", ["a", ""]),
  ])
  func lines(text: String, expected: [String]) {
    var cursor = LineCursor(Array(text.utf8))
    var lines: [String] = []
    while cursor.nextLine() {
      lines.append(String(decoding: cursor.text, as: UTF8.self))
      #expect(cursor.number == lines.count)
    }
    #expect(lines == expected)
  }

  @Test(arguments: [
    ("\ta", 4, 2, "  a"), ("  \ta", 4, 3, " a"), ("    a", 4, 4, "a"), ("\t\ta", 8, 2, "  \ta"),
    ("\t\ta", 8, 6, "  a"), (" \t a", 5, 1, "\t a"), (" \t a", 5, 2, "   a"), ("a", 0, 3, "a"),
    ("  ", 2, 5, ""), ("\ta\tb", 4, 4, "a\tb"), ("\ta", 4, 0, "\ta"),
  ])
  func tabsAreUsedUpByColumns(text: String, indent: Int, skipped: Int, rest: String) {
    var cursor = LineCursor(Array(text.utf8))
    let hasLine = cursor.nextLine()
    #expect(hasLine)
    #expect(cursor.indent == indent)
    cursor.skip(columns: skipped)
    #expect(cursor.indent == max(0, indent - skipped))
    var left: [UInt8] = []
    cursor.appendRest(to: &left)
    #expect(String(decoding: left, as: UTF8.self) == rest)
  }

  @Test(arguments: [
    ("-\ta", "<ul><li>a</li></ul>"),
    (">\ta", "<blockquote><p>a</p></blockquote>"),
    (" - a\n\n\tb", "<ul><li><p>a</p><p>b</p></li></ul>"),
    ("- a\n\n\t\tb", "<ul><li><p>a</p><pre><code>  b\n</code></pre></li></ul>"),
    ("a\tb", "<p>a\tb</p>"),
    ("\ta\tb", "<pre><code>a\tb\n</code></pre>"),
    ("*\t*\t*\t", "<hr />"),
  ])
  func tabs(text: String, expected: String) {
    #expect(markup(text) == expected)
  }
}

import Markdown
import Testing

@Suite struct BlockReaderTests {
  @Test(arguments: [
    ("a", "<p>a</p>"),
    ("a\nb\n\nc", "<p>a\nb</p><p>c</p>"),
    ("  a\n   b\n      c", "<p>a\nb\nc</p>"),
    ("\n\n  \na\n\n", "<p>a</p>"),
    ("a\n \t \nb", "<p>a</p><p>b</p>"),
  ])
  func paragraph(text: String, expected: String) {
    #expect(markup(text) == expected)
  }

  @Test(arguments: [
    ("> > a\nb", "<blockquote><blockquote><p>a\nb</p></blockquote></blockquote>"),
    ("> > a\n> b", "<blockquote><blockquote><p>a\nb</p></blockquote></blockquote>"),
    ("- > a\nb", "<ul><li><blockquote><p>a\nb</p></blockquote></li></ul>"),
    ("> a\n    - b", "<blockquote><p>a\n- b</p></blockquote>"),
    ("> a\n- b", "<blockquote><p>a</p></blockquote><ul><li>b</li></ul>"),
    ("> a\n```\nb", "<blockquote><p>a</p></blockquote><pre><code>b\n</code></pre>"),
    ("> # a\nb", "<blockquote><h1>a</h1></blockquote><p>b</p>"),
    ("> a\n>\nb", "<blockquote><p>a</p></blockquote><p>b</p>"),
    (
      "> |a|\n> |-|\nb",
      ["<blockquote><table><thead><tr><th>a</th></tr></thead>", "</table></blockquote><p>b</p>"]
        .joined()
    ),
    ("> a\n<x>", "<blockquote><p>a\n<x></p></blockquote>"),
  ])
  func lazyContinuation(text: String, expected: String) {
    #expect(markup(text) == expected)
  }

  @Test(arguments: [
    ("- a\n\n\n\n  b", "<ul><li><p>a</p><p>b</p></li></ul>"),
    ("- a\n\n\n\nb", "<ul><li>a</li></ul><p>b</p>"),
    ("> a\n\n\n> b", "<blockquote><p>a</p></blockquote><blockquote><p>b</p></blockquote>"),
    ("- ```\n\n\n  a", "<ul><li><pre><code>\n\na\n</code></pre></li></ul>"),
    ("-\n\n\n  a", "<ul><li></li></ul><p>a</p>"),
  ])
  func blankLines(text: String, expected: String) {
    #expect(markup(text) == expected)
  }
}

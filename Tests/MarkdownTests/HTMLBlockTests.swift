import Markdown
import Testing

@Suite struct HTMLBlockTests {
  @Test(arguments: [
    ("<div>\n*a*\n\n*b*", "<div>\n*a*", "<p><em>b</em></p>"),
    ("<DIV CLASS=\"a\"\nb>\n", "<DIV CLASS=\"a\"\nb>", ""),
    ("</p>\na", "</p>\na", ""),
    ("<script>\n\n*a*\n</script> x\nb", "<script>\n\n*a*\n</script> x", "<p>b</p>"),
    ("<pre>a\n\n</PRE>\nb", "<pre>a\n\n</PRE>", "<p>b</p>"),
    ("<!-- a\n\nb -->\nc", "<!-- a\n\nb -->", "<p>c</p>"),
    ("<!-- a -->*b*\nc", "<!-- a -->*b*", "<p>c</p>"),
    ("<?a\n\n?>\nb", "<?a\n\n?>", "<p>b</p>"),
    ("<!A\n\n>\nb", "<!A\n\n>", "<p>b</p>"),
    ("<![CDATA[\n\n]]>\nb", "<![CDATA[\n\n]]>", "<p>b</p>"),
    ("<!-- a\n\n", "<!-- a", ""),
    ("<x-y z='1'>\na", "<x-y z='1'>\na", ""),
    ("  <div>\n", "  <div>", ""),
  ])
  func block(text: String, html: String, rest: String) throws {
    let blocks = Document(text).blocks
    let first = try #require(blocks.first)
    #expect(first.kind == .html(html))
    #expect(first.lines == 1...html.split(separator: "\n", omittingEmptySubsequences: false).count)
    #expect(blocks.dropFirst().map(\.markup).joined() == rest)
  }

  @Test(arguments: [
    ("a\n<div>", "<p>a</p><div>"),
    ("a\n<x>", "<p>a\n<x></p>"),
    ("<x>a", "<p><x>a</p>"),
    ("<divide\n", "<p>&lt;divide</p>"),
    ("<1>", "<p>&lt;1&gt;</p>"),
    ("    <div>", "<pre><code>&lt;div&gt;\n</code></pre>"),
    ("> <div>\na", "<blockquote><div></blockquote><p>a</p>"),
    ("<div\n", "<div"),
    ("<!", "<p>&lt;!</p>"),
    ("<", "<p>&lt;</p>"),
  ])
  func boundaries(text: String, expected: String) {
    #expect(markup(text) == expected)
  }
}

import Markdown
import Testing

@Suite struct BracketsTests {
  @Test(arguments: [
    ("[a](b)", "<a href=\"b\">a</a>"),
    ("[a]()", "<a href=\"\">a</a>"),
    ("[a](<>)", "<a href=\"\">a</a>"),
    ("[a](<b c>)", "<a href=\"b c\">a</a>"),
    ("[a](b c)", "[a](b c)"),
    ("[a](b \"c\")", "<a href=\"b\" title=\"c\">a</a>"),
    ("[a](b 'c')", "<a href=\"b\" title=\"c\">a</a>"),
    ("[a](b (c))", "<a href=\"b\" title=\"c\">a</a>"),
    ("[a]( b\n \"c\" )", "<a href=\"b\" title=\"c\">a</a>"),
    ("[a](b\"c\")", "<a href=\"b&quot;c&quot;\">a</a>"),
    ("[a](b \"c)", "[a](b &quot;c)"),
    ("[a](b(c)d)", "<a href=\"b(c)d\">a</a>"),
    ("[a](b(c)", "[a](b(c)"),
    ("[a](b\\)c)", "<a href=\"b)c\">a</a>"),
    ("[a](<b\nc>)", "[a](<b\nc>)"),
    ("[a](b&amp;c%20\\d)", "<a href=\"b&amp;c%20\\d\">a</a>"),
    ("[a] (b)", "[a] (b)"),
    ("[*a*](b)", "<a href=\"b\"><em>a</em></a>"),
    ("[[a]](b)", "<a href=\"b\">[a]</a>"),
    ("[a](b)(c)", "<a href=\"b\">a</a>(c)"),
    ("[a [b](c)](d)", "[a <a href=\"c\">b</a>](d)"),
    ("\\[a](b)", "[a](b)"),
    ("[a\\](b)", "[a](b)"),
    ("[](b)", "<a href=\"b\"></a>"),
  ])
  func inlineLink(text: String, expected: String) {
    #expect(markup(text) == "<p>\(expected)</p>")
  }

  @Test(arguments: [
    ("![a](b)", "<img src=\"b\" alt=\"a\" />"),
    ("![a *b* `c`](d \"e\")", "<img src=\"d\" alt=\"a b c\" title=\"e\" />"),
    ("[![a](b)](c)", "<a href=\"c\"><img src=\"b\" alt=\"a\" /></a>"),
    ("![[a](b)](c)", "<img src=\"c\" alt=\"a\" />"),
    ("![a", "![a"),
    ("!\\[a](b)", "![a](b)"),
    ("\\![a](b)", "!<a href=\"b\">a</a>"),
  ])
  func image(text: String, expected: String) {
    #expect(markup(text) == "<p>\(expected)</p>")
  }

  @Test(arguments: [
    ("[x][r]", "<a href=\"/u\" title=\"t\">x</a>"),
    ("[r][]", "<a href=\"/u\" title=\"t\">r</a>"),
    ("[r]", "<a href=\"/u\" title=\"t\">r</a>"),
    ("[R]", "<a href=\"/u\" title=\"t\">R</a>"),
    ("[x][ r ]", "<a href=\"/u\" title=\"t\">x</a>"),
    ("[r]: x", "<a href=\"/u\" title=\"t\">r</a>: x"),
    ("[x] [r]", "[x] <a href=\"/u\" title=\"t\">r</a>"),
    ("[r][x]", "[r][x]"),
    ("[r](x y)", "<a href=\"/u\" title=\"t\">r</a>(x y)"),
    ("[*r*]", "[<em>r</em>]"),
    ("[*x*][r]", "<a href=\"/u\" title=\"t\"><em>x</em></a>"),
    ("[x [r]][r]", "[x <a href=\"/u\" title=\"t\">r</a>]<a href=\"/u\" title=\"t\">r</a>"),
    ("![r]", "<img src=\"/u\" alt=\"r\" title=\"t\" />"),
    ("![x][r]", "<img src=\"/u\" alt=\"x\" title=\"t\" />"),
    ("[r\\]", "[r]"),
    ("[]", "[]"),
    ("`[r`]", "<code>[r</code>]"),
  ])
  func reference(text: String, expected: String) {
    #expect(markup("z \(text)\n\n[r]: /u 't'") == "<p>z \(expected)</p>")
  }
}

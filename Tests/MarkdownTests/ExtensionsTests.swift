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
}

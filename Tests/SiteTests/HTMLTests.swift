import Testing

@testable import Site

/// Pieces of pages.
@Suite struct HTMLTests {
  @Test(arguments: [
    ("a<b & \"c\">", "a&lt;b &amp; &quot;c&quot;&gt;"), ("\u{0}\u{7}\u{202E}", "���"),
    ("ü✓\n\t", "ü✓\n\t"), ("\u{1FFFE}\u{FFFF}", "��"), ("", ""),
  ])
  func textsAreEscaped(_ text: String, _ source: String) {
    #expect(HTML(text: text).source == source)
    #expect(HTML("p", [("title", text)], HTML(text: text)).source.contains(">\(source)</p>"))
  }

  @Test func elementsAreWritten() {
    #expect(HTML("br").source == "<br>")
    #expect(
      HTML("img", [("alt", ""), ("src", "a&b"), ("id", nil)]).source == #"<img alt src="a&amp;b">"#)
    #expect([HTML(text: "a"), HTML("p", [], HTML(text: "b"))].joined("\n").source == "a\n<p>b</p>")
  }
}

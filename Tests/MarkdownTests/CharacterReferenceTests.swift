import Markdown
import Testing

@Suite struct CharacterReferenceTests {
  @Test(arguments: [
    ("&amp;", "&"), ("&lt;", "<"), ("&quot;", "\""), ("&nbsp;", "\u{A0}"), ("&copy;", "©"),
    ("&yuml;", "ÿ"), ("&Alpha;", "Α"), ("&omega;", "ω"), ("&larr;", "←"), ("&rArr;", "⇒"),
    ("&forall;", "∀"), ("&le;", "≤"), ("&nabla;", "∇"), ("&sum;", "∑"), ("&mdash;", "—"),
    ("&hellip;", "…"), ("&lsquo;", "‘"), ("&rdquo;", "”"), ("&bull;", "•"), ("&euro;", "€"),
    ("&frac12;", "½"), ("&ngE;", "≧̸"), ("&infin;", "∞"), ("&times;", "×"), ("&minus;", "−"),
    ("&#35;", "#"), ("&#x22;", "\""), ("&#X3bb;", "λ"), ("&#0;", "\u{FFFD}"),
    ("&#xD800;", "\u{FFFD}"), ("&#9999999;", "\u{FFFD}"), ("&#xFFFFFF;", "\u{FFFD}"),
    ("&#128512;", "\u{1F600}"),
  ])
  func character(text: String, expected: String) {
    #expect(Document("x\(text)x").blocks.map(\.pieces) == [[.text("x\(expected)x")]])
  }

  @Test(arguments: [
    "&amp", "&bogus;", "&;", "&#;", "&#x;", "&#12345678;", "&#x1234567;", "&#a;", "& amp;",
    "&AMPERSANDS;", "&nbsp.", "&",
  ])
  func noReference(text: String) {
    #expect(Document("x" + text).blocks.map(\.pieces) == [[.text("x" + text)]])
  }

  @Test func referencesMakeNoMarkup() {
    #expect(markup("&#42;a&#42; &#x5b;a](b)") == "<p>*a* [a](b)</p>")
    #expect(markup("&#35; a") == "<p># a</p>")
    #expect(markup("[a](b&auml; \"&ouml;\")") == "<p><a href=\"bä\" title=\"ö\">a</a></p>")
  }
}

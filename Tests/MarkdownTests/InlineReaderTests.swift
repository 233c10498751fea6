import Markdown
import Testing

@Suite struct InlineReaderTests {
  @Test(arguments: [
    ("`a`", "<code>a</code>"),
    ("`` a`b ``", "<code>a`b</code>"),
    ("` `` `", "<code>``</code>"),
    ("`  a  `", "<code> a </code>"),
    ("` a`", "<code> a</code>"),
    ("` `", "<code> </code>"),
    ("`a\nb`", "<code>a b</code>"),
    ("`a  \n b`", "<code>a   b</code>"),
    ("`a\\`b`", "<code>a\\</code>b`"),
    ("\\`a`", "`a`"),
    ("\\``a`", "`<code>a</code>"),
    ("```a``", "```a``"),
    ("`a", "`a"),
    ("`a``b``", "`a<code>b</code>"),
    ("`a``b`", "<code>a``b</code>"),
    ("*a`*`", "*a<code>*</code>"),
    ("[a`](b)`", "[a<code>](b)</code>"),
    ("`&amp;`", "<code>&amp;amp;</code>"),
  ])
  func codeSpan(text: String, expected: String) {
    #expect(markup(text) == "<p>\(expected)</p>")
  }

  @Test(arguments: [
    ("a\nb", "a\nb"),
    ("a \nb", "a\nb"),
    ("a  \nb", "a<br />b"),
    ("a     \n   b", "a<br />b"),
    ("a\\\nb", "a<br />b"),
    ("a\\", "a\\"),
    ("a  ", "a"),
    ("*a  \nb*", "<em>a<br />b</em>"),
    ("a\\\\\nb", "a\\\nb"),
  ])
  func lineEnd(text: String, expected: String) {
    #expect(markup(text) == "<p>\(expected)</p>")
  }

  @Test(arguments: "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
  func everyPunctuationCanBeEscaped(sign: Character) {
    #expect(Document("x\\\(sign)").blocks.map(\.pieces) == [[.text("x\(sign)")]])
  }

  @Test(arguments: ["\\a", "\\ b", "\\é", "\\1", "\\\ta"])
  func otherBackslashesStay(text: String) {
    #expect(Document("x" + text).blocks.map(\.pieces) == [[.text("x" + text)]])
  }
}

import Markdown
import Testing

@Suite struct DelimiterStackTests {
  @Test(arguments: [
    ("*a*", "<em>a</em>"),
    ("_a_", "<em>a</em>"),
    ("**a**", "<strong>a</strong>"),
    ("__a__", "<strong>a</strong>"),
    ("***a***", "<em><strong>a</strong></em>"),
    ("****a****", "<strong><strong>a</strong></strong>"),
    ("*a **b** c*", "<em>a <strong>b</strong> c</em>"),
    ("**a *b* c**", "<strong>a <em>b</em> c</strong>"),
    ("***a** b*", "<em><strong>a</strong> b</em>"),
    ("***a* b**", "<strong><em>a</em> b</strong>"),
    ("*a **b***", "<em>a <strong>b</strong></em>"),
    ("**a*", "*<em>a</em>"),
    ("*a**", "<em>a</em>*"),
    ("*a _b* c_", "<em>a _b</em> c_"),
    ("*a", "*a"),
    ("* a*", "* a*"),
    ("*a *", "*a *"),
    ("*(a)*b", "*(a)*b"),
    ("**", "**"),
    ("a * b *", "a * b *"),
    ("*a\nb*", "<em>a\nb</em>"),
  ])
  func nesting(text: String, expected: String) {
    #expect(markup("x " + text) == "<p>x \(expected)</p>")
  }

  @Test(arguments: [
    ("a*b*c", "a<em>b</em>c"),
    ("a_b_c", "a_b_c"),
    ("_a_b", "_a_b"),
    ("snake_case_name", "snake_case_name"),
    ("_a_b_c_", "<em>a_b_c</em>"),
    ("a-_(b)_", "a-<em>(b)</em>"),
    ("__a, __b__, c__", "<strong>a, <strong>b</strong>, c</strong>"),
    ("é_a_", "é_a_"),
    ("€*a*", "€<em>a</em>"),
    ("a*“b”*", "a*“b”*"),
    ("*\u{A0}a*", "*\u{A0}a*"),
    ("“*a*”", "“<em>a</em>”"),
  ])
  func flanking(text: String, expected: String) {
    #expect(markup(text) == "<p>\(expected)</p>")
  }

  @Test(arguments: [
    ("*a**b**c*", "<em>a<strong>b</strong>c</em>"),
    ("*a**b*", "<em>a**b</em>"),
    ("***a** b*", "<em><strong>a</strong> b</em>"),
    ("*a**b***", "<em>a<strong>b</strong></em>"),
    ("a***b***c", "a<em><strong>b</strong></em>c"),
    ("a******b*********c", "a<strong><strong><strong>b</strong></strong></strong>***c"),
    ("**a***", "<strong>a</strong>*"),
  ])
  func ruleOfThree(text: String, expected: String) {
    #expect(markup(text) == "<p>\(expected)</p>")
  }

  @Test(arguments: [
    ("*[a*](b)", "*<a href=\"b\">a*</a>"),
    ("*a [b*](c)*", "<em>a <a href=\"c\">b*</a></em>"),
    ("**a `**`", "**a <code>**</code>"),
    ("*a <b c=\"*\">", "*a <b c=\"*\">"),
    ("**a<http://b/**>", "**a<a href=\"http://b/**\">http://b/**</a>"),
    ("\\*a*", "*a*"),
    ("*a\\*", "*a*"),
  ])
  func precedence(text: String, expected: String) {
    #expect(markup(text) == "<p>\(expected)</p>")
  }
}

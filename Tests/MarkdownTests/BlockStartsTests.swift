import Markdown
import Testing

@Suite struct BlockStartsTests {
  @Test(arguments: [
    ("# a", "<h1>a</h1>"),
    ("###### a", "<h6>a</h6>"),
    ("####### a", "<p>####### a</p>"),
    ("#a", "<p>#a</p>"),
    ("#\ta", "<h1>a</h1>"),
    ("#", "<h1></h1>"),
    ("## ##", "<h2></h2>"),
    ("# a ##", "<h1>a</h1>"),
    ("# a##", "<h1>a##</h1>"),
    ("# a \\#", "<h1>a #</h1>"),
    ("# a #b", "<h1>a #b</h1>"),
    ("   # a", "<h1>a</h1>"),
    ("    # a", "<pre><code># a\n</code></pre>"),
    ("\\# a", "<p># a</p>"),
    ("a\n# b\nc", "<p>a</p><h1>b</h1><p>c</p>"),
    ("# *a*", "<h1><em>a</em></h1>"),
  ])
  func atxHeading(text: String, expected: String) {
    #expect(markup(text) == expected)
  }

  @Test(arguments: [
    ("a\n===", "<h1>a</h1>"),
    ("a\n-", "<h2>a</h2>"),
    ("a\nb\n  ===  ", "<h1>a\nb</h1>"),
    ("a\n= =", "<p>a\n= =</p>"),
    ("a\n--- -", "<p>a</p><hr />"),
    ("a\n    ===", "<p>a\n===</p>"),
    ("> a\n---", "<blockquote><p>a</p></blockquote><hr />"),
    ("> a\n===", "<blockquote><p>a\n===</p></blockquote>"),
    ("- a\n---", "<ul><li>a</li></ul><hr />"),
    ("===", "<p>===</p>"),
    ("[a]: /b\n===\n[a]", "<p>===\n<a href=\"/b\">a</a></p>"),
    ("[a]: /b\n[a]\n===", "<h1><a href=\"/b\">a</a></h1>"),
  ])
  func setextHeading(text: String, expected: String) {
    #expect(markup(text) == expected)
  }

  @Test(arguments: [
    ("***", "<hr />"),
    ("---", "<hr />"),
    ("_ _ _ ", "<hr />"),
    ("--", "<p>--</p>"),
    ("+++", "<p>+++</p>"),
    ("*-*", "<p><em>-</em></p>"),
    ("--- a", "<p>--- a</p>"),
    ("   ***", "<hr />"),
    ("a\n***", "<p>a</p><hr />"),
    ("- a\n***\n- b", "<ul><li>a</li></ul><hr /><ul><li>b</li></ul>"),
    ("- * * *", "<ul><li><hr /></li></ul>"),
    ("* * a", "<ul><li><ul><li>a</li></ul></li></ul>"),
  ])
  func thematicBreak(text: String, expected: String) {
    #expect(markup(text) == expected)
  }

  @Test(arguments: [
    ("    a\n     b", "<pre><code>a\n b\n</code></pre>"),
    ("    a\n\n    b\n\n", "<pre><code>a\n\nb\n</code></pre>"),
    ("\ta\n", "<pre><code>a\n</code></pre>"),
    ("    a\nb", "<pre><code>a\n</code></pre><p>b</p>"),
    ("a\n    b", "<p>a\nb</p>"),
    ("    *a*", "<pre><code>*a*\n</code></pre>"),
    ("    a\n      \n    b", "<pre><code>a\n  \nb\n</code></pre>"),
    ("- a\n\n      b", "<ul><li><p>a</p><pre><code>b\n</code></pre></li></ul>"),
  ])
  func indentedCode(text: String, expected: String) {
    #expect(markup(text) == expected)
  }

  @Test(arguments: [
    ("> a\n> b", "<blockquote><p>a\nb</p></blockquote>"),
    (">a\n>\n>b", "<blockquote><p>a</p><p>b</p></blockquote>"),
    ("> a\nb", "<blockquote><p>a\nb</p></blockquote>"),
    ("> a\n\nb", "<blockquote><p>a</p></blockquote><p>b</p>"),
    ("> - a\n- b", "<blockquote><ul><li>a</li></ul></blockquote><ul><li>b</li></ul>"),
    (
      ">     a\n    b",
      "<blockquote><pre><code>a\n</code></pre></blockquote><pre><code>b\n</code></pre>"
    ),
    ("> ```\na", "<blockquote><pre><code></code></pre></blockquote><p>a</p>"),
    (">", "<blockquote></blockquote>"),
    (
      ">>> a\nb",
      "<blockquote><blockquote><blockquote><p>a\nb</p></blockquote></blockquote></blockquote>"
    ),
    (">\t\ta", "<blockquote><pre><code>  a\n</code></pre></blockquote>"),
    ("a\n> b", "<p>a</p><blockquote><p>b</p></blockquote>"),
  ])
  func quote(text: String, expected: String) {
    #expect(markup(text) == expected)
  }
}

import Markdown
import Testing

@Suite struct ListMarkerTests {
  @Test(arguments: [
    ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
    ("- a\n+ b", "<ul><li>a</li></ul><ul><li>b</li></ul>"),
    ("1. a\n2) b", "<ol><li>a</li></ol><ol start=\"2\"><li>b</li></ol>"),
    ("7. a\n9. b", "<ol start=\"7\"><li>a</li><li>b</li></ol>"),
    ("0. a", "<ol start=\"0\"><li>a</li></ol>"),
    ("003. a", "<ol start=\"3\"><li>a</li></ol>"),
    ("123456789. a", "<ol start=\"123456789\"><li>a</li></ol>"),
    ("1234567890. a", "<p>1234567890. a</p>"),
    ("99999999999999999999999. a", "<p>99999999999999999999999. a</p>"),
    ("-1. a", "<p>-1. a</p>"),
    ("-a", "<p>-a</p>"),
    ("1.a", "<p>1.a</p>"),
    ("1 a", "<p>1 a</p>"),
    ("-", "<ul><li></li></ul>"),
    ("1.", "<ol><li></li></ol>"),
    ("-\n  a", "<ul><li>a</li></ul>"),
    ("-\n\n  a", "<ul><li></li></ul><p>a</p>"),
    ("-    a", "<ul><li>a</li></ul>"),
    ("-     a", "<ul><li><pre><code>a\n</code></pre></li></ul>"),
    ("-\t\ta", "<ul><li><pre><code>  a\n</code></pre></li></ul>"),
  ])
  func marker(text: String, expected: String) {
    #expect(markup(text) == expected)
  }

  @Test(arguments: [
    ("a\n- b", "<p>a</p><ul><li>b</li></ul>"),
    ("a\n1. b", "<p>a</p><ol><li>b</li></ol>"),
    ("a\n2. b", "<p>a\n2. b</p>"),
    ("a\n*", "<p>a\n*</p>"),
  ])
  func interruptingParagraph(text: String, expected: String) {
    #expect(markup(text) == expected)
  }

  @Test(arguments: [
    ("- a\n  - b\n    - c", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul>"),
    ("- a\n - b\n  - c", "<ul><li>a</li><li>b</li><li>c</li></ul>"),
    ("1. a\n  - b", "<ol><li>a</li></ol><ul><li>b</li></ul>"),
    ("1. a\n   - b", "<ol><li>a<ul><li>b</li></ul></li></ol>"),
    ("10) a\n    b", "<ol start=\"10\"><li>a\nb</li></ol>"),
    ("- - 2. a", "<ul><li><ul><li><ol start=\"2\"><li>a</li></ol></li></ul></li></ul>"),
    ("- # a\n- b\n  ===", "<ul><li><h1>a</h1></li><li><h1>b</h1></li></ul>"),
    ("- a\nb", "<ul><li>a\nb</li></ul>"),
    (
      "> 1. > a\nb",
      "<blockquote><ol><li><blockquote><p>a\nb</p></blockquote></li></ol></blockquote>"
    ),
  ])
  func nesting(text: String, expected: String) {
    #expect(markup(text) == expected)
  }

  @Test(arguments: [
    ("- a\n\n- b", false),
    ("- a\n- b\n\n\n", true),
    ("- a\n\n  b", false),
    ("- a\n  > b\n  >\n- c", true),
    ("- ```\n  a\n\n  ```\n- b", true),
    ("- a\n  - b\n\n    c\n- d", true),
    ("- a\n- b\n\n  [c]: /d\n- e", false),
    ("- a\n-\n\n- b", false),
    ("1. a\n\n   - b\n2. c", false),
    ("- a\n\n<!-- -->\n\n- b", true),
  ])
  func tightness(text: String, isTight: Bool) throws {
    guard case .list(let list) = try #require(Document(text).blocks.first).kind else {
      Issue.record("no list")
      return
    }
    #expect(list.isTight == isTight)
  }
}

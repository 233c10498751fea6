import Markdown
import Testing

@Suite struct FenceTests {
  @Test(arguments: [
    ("```\na\n```", "<pre><code>a\n</code></pre>"),
    ("~~~\na\n```\n~~~", "<pre><code>a\n```\n</code></pre>"),
    ("````\n```\n`````", "<pre><code>```\n</code></pre>"),
    ("``\na\n``", "<p><code>a</code></p>"),
    ("``` simulate step-size \na\n```", "<pre><code info=\"simulate step-size\">a\n</code></pre>"),
    ("``` a`b\n", "<p>``` a`b</p>"),
    ("~~~ a`b~\n~~~", "<pre><code info=\"a`b~\"></code></pre>"),
    ("``` a\\*&amp;\n```", "<pre><code info=\"a*&amp;\"></code></pre>"),
    ("  ```\n  a\n   b\n c\n  ```", "<pre><code>a\n b\nc\n</code></pre>"),
    ("    ```\n    a", "<pre><code>```\na\n</code></pre>"),
    ("```\na\n    ```\n```", "<pre><code>a\n    ```\n</code></pre>"),
    ("```\na\n``` b\n```", "<pre><code>a\n``` b\n</code></pre>"),
    ("a\n```\nb\n```\nc", "<p>a</p><pre><code>b\n</code></pre><p>c</p>"),
    ("```\n\n  \n```", "<pre><code>\n  \n</code></pre>"),
    ("- ```\n  a\n     b\n  ```", "<ul><li><pre><code>a\n   b\n</code></pre></li></ul>"),
    ("```\n*a* &amp; <b>\n```", "<pre><code>*a* &amp;amp; &lt;b&gt;\n</code></pre>"),
  ])
  func fencedCode(text: String, expected: String) {
    #expect(markup(text) == expected)
  }

  @Test(arguments: [
    ("```\na\n```", true, 1...3),
    ("```\na", false, 1...2),
    ("```", false, 1...1),
    ("```\na\n\n", false, 1...3),
    ("x\n\n~~~ i\n~~~\n\ny", true, 3...4),
    ("```\n~~~", false, 1...2),
    ("````\n```", false, 1...2),
    ("```\n\n```  \n", true, 1...3),
  ])
  func closing(text: String, isClosed: Bool, lines: ClosedRange<Int>) throws {
    let block = try #require(
      Document(text).blocks.first { if case .code = $0.kind { true } else { false } })
    guard case .code(_, _, let fenced, let closed) = block.kind else { return }
    #expect(fenced)
    #expect(closed == isClosed)
    #expect(block.lines == lines)
  }

  @Test func fenceEndsWithItsContainer() throws {
    let blocks = Document("> ```\n> a\n\nb").blocks
    guard case .quote(let inside) = try #require(blocks.first).kind else {
      Issue.record("no quote")
      return
    }
    #expect(
      inside == [
        Block(kind: .code(info: "", text: "a\n", fenced: true, isClosed: false), lines: 1...2)
      ])
  }
}

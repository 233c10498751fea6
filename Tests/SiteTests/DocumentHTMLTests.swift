import Markdown
import Testing

@testable import Site

/// Markdown as it stands in a page.
@Suite struct DocumentHTMLTests {
  private static func page(_ text: String, files: [String: String] = [:]) -> String {
    let document = Document(text)
    return DocumentHTML(ids: Anchors.byLine(of: document), files: files).blocks(document.blocks)
      .source
  }

  @Test(arguments: [
    ("", ""), ("a *b* **c**\nd  \ne\n", "<p>a <em>b</em> <strong>c</strong>\nd<br>\ne</p>\n"),
    ("# A & B\n", "<h1 id=\"a--b\">A &amp; B</h1>\n"), ("#\n", ""), ("# <!-- a -->\n", ""),
    ("- # \n", "<ul>\n<li></li>\n</ul>\n"), ("## ?\n", "<h2>?</h2>\n"),
    (
      "# A\n\nA\n-\n\n> # A\n",
      "<h1 id=\"a\">A</h1>\n<h2 id=\"a-1\">A</h2>\n<blockquote>\n<h1 id=\"a-2\">A</h1>\n</blockquote>\n"
    ),
    ("~~a *b*~~\n", "<p><del>a <em>b</em></del></p>\n"),
    (
      "- [ ] a\n- [x] *b*\n",
      "<ul>\n<li class=\"task\"><input type=\"checkbox\" disabled aria-label=\"to do\"> a</li>\n<li class=\"task\"><input type=\"checkbox\" disabled checked aria-label=\"done\"> <em>b</em></li>\n</ul>\n"
    ),
    (
      "1. [x] a\n\n   b\n",
      "<ol>\n<li class=\"task\">\n<p><input type=\"checkbox\" disabled checked aria-label=\"done\"> a</p>\n<p>b</p>\n</li>\n</ol>\n"
    ),
    (
      "> [!WARNING]\n> a\n",
      "<div class=\"alert alert-warning\" role=\"note\">\n<p class=\"alert-title\">Warning</p>\n<p>a</p>\n</div>\n"
    ),
    (
      "a[^x]\n\n[^x]: b\n\n    c\n",
      "<p>a<sup><a href=\"#k-note-1\">[1]</a></sup></p>\n<div class=\"footnote\" id=\"k-note-1\" role=\"note\">\n<p><sup>[1]</sup> b</p>\n<p>c</p>\n</div>\n"
    ),
    (
      "[a[^1]](b)\n\n[^1]: - c\n",
      "<p><a href=\"b\">a<sup>[1]</sup></a></p>\n<div class=\"footnote\" id=\"k-note-1\" role=\"note\">\n<p><sup>[1]</sup> </p>\n<ul>\n<li>c</li>\n</ul>\n</div>\n"
    ),
    ("[^1]:\n", "<div class=\"footnote\" id=\"k-note-1\" role=\"note\"><sup>[1]</sup> </div>\n"),
    ("`a<b`\n", "<p><code translate=\"no\">a&lt;b</code></p>\n"),
    (
      "```swift x\na<b\n```\n",
      "<pre tabindex=\"0\"><code class=\"language-swift\" translate=\"no\">a&lt;b\n</code></pre>\n"
    ),
    ("    a\n", "<pre tabindex=\"0\"><code translate=\"no\">a\n</code></pre>\n"),
    ("3. a\n4. b\n", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n"),
    ("- a\n  - b\n", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n"),
    ("- a\n\n- b\n", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n"),
    ("***\n", "<hr>\n"), ("$a_b_c$ and $*d*$\n", "<p>$a_b_c$ and $*d*$</p>\n"),
  ])
  func blocksAreWritten(text: String, html: String) { #expect(Self.page(text) == html) }

  @Test func tablesNameTheirColumns() {
    let html = Self.page("|a||c|\n|:-|-:|:-:|\n|1|2|3|\n")
    #expect(
      html == """
        <div class="wide" tabindex="0" role="group" aria-label="table"><table>
        <thead>
        <tr>
        <th scope="col" class="align-left">a</th>
        <td class="align-right"></td>
        <th scope="col" class="align-center">c</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td class="align-left">1</td>
        <td class="align-right">2</td>
        <td class="align-center">3</td>
        </tr>
        </tbody>
        </table></div>

        """)
    #expect(!Self.page("|a|\n|-|\n").contains("tbody"))
  }

  /// As on the terminal: tags are text, comments and the like are for nobody.
  @Test(arguments: [
    (
      "<div>\n*a*\n</div>\n",
      "<pre tabindex=\"0\"><code translate=\"no\">&lt;div&gt;\n*a*\n&lt;/div&gt;\n</code></pre>\n"
    ),
    ("a <b>c</b> <!-- d -->e\n", "<p>a &lt;b&gt;c&lt;/b&gt; e</p>\n"),
    ("<!-- a -->\n", ""), ("<?php a ?>\n", ""), ("<!DOCTYPE a>\n", ""), ("<![CDATA[a]]>\n", ""),
    ("a\n\n<!-- b\n\nc -->\n\nd\n", "<p>a</p>\n<p>d</p>\n"),
    ("- <!-- a -->\n- b\n", "<ul>\n<li></li>\n<li>b</li>\n</ul>\n"), ("> <!-- a -->\n", ""),
  ])
  func rawHTMLIsText(text: String, html: String) { #expect(Self.page(text) == html) }

  @Test(arguments: [
    (
      "[a](https://a.b/c?d=e&f#g \"t\")",
      "<a href=\"https://a.b/c?d=e&amp;f#g\" title=\"t\">a</a>"
    ),
    ("[*a*](#B%C3%9C)", "<a href=\"#b%C3%BC\"><em>a</em></a>"),
    ("<a@b.c>", "<a href=\"mailto:a@b.c\">a@b.c</a>"),
    ("[a](c.txt#D)", "<a href=\"c.txt#D\">a</a>"),
    ("[a](02-b.md#C)", "<a href=\"b.html#c\">a</a>"), ("[a](02-b.md)", "<a href=\"b.html\">a</a>"),
    ("[a](ftp://b)", "a (ftp://b)"), ("<ftp://b>", "ftp://b"), ("[a]()", "a"),
    ("[a](/etc/passwd)", "a (/etc/passwd)"), ("[a](//b.c/d)", "a (//b.c/d)"),
    ("![a *b*](c.svg \"t\")", "<img src=\"c.svg\" alt=\"a b\" title=\"t\">"),
    ("![](c.svg)", "<img src=\"c.svg\" alt>"),
    ("![a\\\nb](d%20e.png)", "<img src=\"d%20e.png\" alt=\"a b\">"),
    ("![a](p.png)", "<img src=\"pictures/1.png\" alt=\"a\">"),
    ("![a](https://b.c/d.png)", "a (https://b.c/d.png)"), ("![a](#b)", "a (#b)"),
    ("[![a](b.png)](c.md)", "<a href=\"c.md\"><img src=\"b.png\" alt=\"a\"></a>"),
  ])
  func linksLeadWhereTheyMay(text: String, html: String) {
    let files = ["02-b.md": "b.html", "p.png": "pictures/1.png"]
    #expect(Self.page(text + "\n", files: files) == "<p>\(html)</p>\n")
  }

  /// What CommonMark's own program writes; `Tests/Reference/commonmark.py` holds it to all examples.
  @Test func scored() {
    #expect(
      DocumentHTML.scored("<a b>\n\n[c](javascript:d%\"ü) ![](e)  \n***f***\n\n***\n\n|g|\n|-:|\n")
        == """
        <a b>
        <p><a href="javascript:d%%22%C3%BC">c</a> <img src="e" alt="" /><br />
        <em><strong>f</strong></em></p>
        <hr />
        <table>
        <thead>
        <tr>
        <th align="right">g</th>
        </tr>
        </thead>
        </table>

        """)
  }
}

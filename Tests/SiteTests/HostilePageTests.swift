import Markdown
import TestKit
import Testing

@testable import Site

/// Lessons of somebody who means harm, in a page.
@Suite struct HostilePageTests {
  /// Raw HTML in every shape, and what is almost such.
  static let tags = [
    "<script>alert(1)</script>", "</script>", "<script src=//a.b>", "<ScRiPt\n>a</ScRiPt\t>",
    "<script", "<script>", "</script", "<img src=x onerror=alert(1)>", "<img src=x onerror='a'/>",
    "<img/src=x/onerror=a>", "<a href=\"javascript:a\">b</a>", "<a href='data:text/html,b'>",
    "<a onmouseover=\"a\"", "<a b=\"c > d\">", "<a b='\"'>", "<a b=c\"d>", "<a\n b = c\n>",
    "<svg onload=a>", "<svg><script>a</script></svg>", "<math><mi xlink:href=\"data:a\">",
    "<style>*{}",
    "<style>a</style>", "<iframe src=javascript:a>", "<object data=a>", "<embed src=a>",
    "<base href=//a>",
    "<meta http-equiv=refresh content=0;a>", "<link rel=stylesheet href=a>",
    "<form action=a><input>",
    "<textarea>", "</textarea>", "<title>", "<plaintext>", "<xmp>", "<noscript>", "<template>",
    "<body onload=a>", "</body></html>", "<details open ontoggle=a>",
    "<div style=\"x:expression(a)\">",
    "<p>", "</p>", "</li></ul></main>", "</code></pre>", "</td></tr></table>", "<!-- a -->",
    "<!-- a",
    "-->", "<!-->b-->", "<!--->", "<!-- a -- b -->", "<!--[if IE]>a<![endif]-->", "<?php a ?>",
    "<?a",
    "<!DOCTYPE a>", "<!A", "<![CDATA[ a ]]>", "<![CDATA[ a", "]]>", "<", ">", "<>", "</>", "< a>",
    "<a",
    "<a/>", "<a:b>", "<a-b c>", "<1>", "<ü>", "<\u{0}script>", "<scr\u{0}ipt>",
    "\u{202E}<b>\u{202C}",
    "\u{2066}a\u{2069}", "<b \u{301}>", "<\u{338}b>", "\"\u{301} onclick=a", "' onclick='a",
    "\" x=\"",
    "&lt;script&gt;", "&#60;b&#62;", "&#x3c;b>", "&amp;lt;b&amp;gt;", "&quot; x=&quot;", "&#0;",
    "&#10;",
    "&#8238;", "&Tab;", "&NewLine;", "&", "&#x1F;", "＜script＞", "\u{FFFE}\u{1FFFF}", "\r<b>\r\n",
  ]

  static let schemes = [
    "javascript:alert(1)", "JaVaScRiPt:a", "javascript&#58;a", "javascript&colon;a",
    "java&#10;script:a",
    "java&Tab;script:a", "&#1;javascript:a", "&#x20;javascript:a", "\u{1}javascript:a",
    "java\u{0}script:a", "javascript\\:a", "javascript%3Aa", "&#106avascript:a",
    "&#106;avascript:a",
    "data:text/html;base64,PHNjcmlwdD4=", "data&colon;a", "DATA:a", "vbscript:a", "VBScript&#x3a;a",
    "file:///etc/passwd", "view-source:a", "blob:a", "//a.b", "/a", "\\\\\\\\a", "&#47;&#47;a.b",
    "http:a",
    "https://", "\u{A0}javascript:a", "java\u{200B}script:a", "\u{202E}javascript:a",
    "jav\u{AD}ascript:a",
    "javascript\u{301}:a", "javascript:\u{301}a", "a\"onclick=b", "a&quot;onclick=b", "a'b",
    "a&#10;b",
    "#\"x", "?<b>", "a&lt;b&gt;", "x.png&quot; onerror=a", "mailto:a@b?subject=<b>", "x-a:b", "ü:a",
    "1:a",
  ]

  /// Where something may stand: it takes the place of the percent sign.
  static let places = [
    "%", "a % b", "# %", "%\n===", "- %", "- [x] %", "- [ ] %\n\n  %", "1. a\n\n   %", "> %",
    "> [!NOTE]\n> %", "> [!%]\n> a", "[^%] a\n\n[^%]: b", "[^1]: %",
    "[%[^1] *a[^1]*](b)\n\n[^1]: %", "![%[^1]](b.png)\n\n[^1]: %",
    "*a % b*", "**%**", "~~%~~",
    "[%](a)",
    "[a](%)",
    "[a](<%>)", "[a](b \"%\")", "[a](b '%')", "![%](a.png)", "![a](%)", "![a](<%>)",
    "![a](b.png \"%\")",
    "[![a](%)](%)", "[a]: %\n\n[a]", "[a]: <%> \"%\"\n\n[a] ![a]", "[%]: b\n\n[%]", "<%>", "`%`",
    "``% ` a``",
    "```%\na\n```", "```\n%", "~~~ %\n%\n~~~", "    %", "| % | b |\n|---|--:|\n| c | % | d %",
    "$%$", "$$\n%\n$$",
    "\\%", "a\\\n%", "a  \n%", "%\n\n%", "- a\n  - %\n\n    %", "a<b>%</b>c", "&%;", "\"%\"",
  ]

  @Test(arguments: places) func nothingGetsThrough(_ place: String) {
    for hostile in Self.tags + Self.schemes {
      let text = place.split(separator: "%", omittingEmptySubsequences: false)
        .joined(separator: hostile)
      Self.check(text + "\n\nend\n")
    }
  }

  @Test(arguments: 0..<40) func whateverIsWritten(_ seed: Int) {
    var garbage = Garbage(seed: seed)
    let pieces =
      Self.tags + Self.schemes + Garbage.oddPieces + Garbage.oddNames
      + [
        "[", "](", ")", "![", "*", "**", "_", "`", "```", "\n", "\n\n", "> ", "- ", "# ", "|",
        "\n|-|-|\n",
      ]
    for _ in 0..<60 { Self.check(garbage.text(of: pieces, upTo: 20)) }
  }

  /// The page is well-formed and holds all that the document says.
  private static func check(_ text: String) {
    let document = Document(text)
    let page = DocumentHTML(ids: Anchors.byLine(of: document)).blocks(document.blocks).source
    let scan = PageScan(page)
    #expect(scan.faults.isEmpty, "\(text.debugDescription): \(page)")
    var rest = scan.text.filter { !$0.properties.isWhitespace }[...]
    for scalar in Self.words(of: document.blocks).unicodeScalars
    where !scalar.properties.isWhitespace {
      rest = rest.drop {
        $0 != scalar && !($0 == "\u{FFFD}" && HTML.escaped("\(scalar)") == "\u{FFFD}")
      }
      guard rest.popFirst() != nil else {
        Issue.record("\(scalar.escaped(asASCII: true)) is lost: \(text.debugDescription): \(page)")
        return
      }
    }
  }

  /// All that a reader is to see of a document.
  private static func words(of blocks: [Block]) -> String {
    var words = ""
    blocks.forEachLeaf { block in
      switch block.kind {
      case .heading(_, let text), .paragraph(let text): words += text.plainText
      case .code(_, let text, _, _): words += text
      case .html(let text): words += RawHTML(text).shown
      case .table(let table):
        words += ([table.header] + table.rows).joined().map(\.plainText).joined()
      case .list, .quote, .footnote, .thematicBreak: break
      }
    }
    return words
  }

  /// What is no link is said to lead where it would have led.
  @Test(arguments: schemes) func noOtherSchemes(_ scheme: String) {
    for text in ["[a](<\(scheme)>)", "![a](<\(scheme)>)", "[a]\n\n[a]: <\(scheme)>\n"] {
      let document = Document(text)
      let scan = PageScan(DocumentHTML().blocks(document.blocks).source)
      guard case .paragraph(let inlines)? = document.blocks.first?.kind, inlines.count == 1 else {
        continue
      }
      switch inlines[0].kind {
      case .link(let link, _), .image(let link, _):
        let isKept = scan.elements != ["p"]
        #expect(isKept || scan.text.contains("("))
        if PageScan.scheme(link.destination).map({ !["http", "https", "mailto"].contains($0) })
          ?? false
        {
          #expect(!isKept, "\(text.debugDescription)")
        }
      default: break
      }
    }
  }

  @Test(arguments: [
    ("> ", ""), ("- ", ""), ("1. ", ""), ("- > ", ""), ("*a **b ", "** *"), ("[", "](b)"),
    ("![", "](b)"),
    ("<b>", "</b>"), ("_", "_"), ("**", "**"),
  ])
  func nestedDeeply(_ opening: String, _ closing: String) {
    for count in [1, 99, 100, 101, 20_000] {
      Self.check(
        String(repeating: opening, count: count) + "end" + String(repeating: closing, count: count))
    }
  }

  @Test(arguments: [
    "<b>", "<!-- a -->", "<!-- ", "&lt;", "<script>\n\n", "a\n\n", "- a\n", "> a\n\n", "# a\n",
    "# ?\n",
    "[a](javascript:b) ", "[a](b) ", "![a](b) ", "*a* ", "`a` ", "> - ", "**a *b ",
    "|a|b|\n|-|-|\n|c|d|\n\n",
    "\u{202E}", "\0", "[a] ", "```\na\n```\n", "    a\n\nb\n\n", "<div>a\n",
  ])
  func timeGrowsAsTheTextDoes(_ part: String) {
    let growth = Growth(from: 4_000) { length in
      let text = String(repeating: part, count: length / part.utf8.count) + "\n\n[a]: /b\n"
      let document = Document(text)
      let html = DocumentHTML(ids: Anchors.byLine(of: document)).blocks(document.blocks)
      #expect(html.source.utf8.count < 40 * length + 1_000)
    }
    #expect(growth.isLinear, "\(growth)")
  }
}

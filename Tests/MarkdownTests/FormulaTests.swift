import TestKit
import Testing

@testable import Markdown

/// Formulas stand as they are written, and what only looks like one does not.
@Suite struct FormulaTests {
  @Test(arguments: [
    "$\\{1, 2\\}$", "$a*b*c$", "$\\|x\\|_2$", "a $x_1$, b $x_2$.", "($a*b*c$)", "$$a*b*c$$",
    "$$\n\\begin{aligned}\na &= b \\\\\n  c &= *d*\n\\end{aligned}\n$$", "$$\n- a\n+ b\n= c\n$$",
    "$$\n# a\n> b\n1. c\n---\n===\n~~~\n$$", "$$ a_1 *b*\n- c $$", "\\(a*b*c\\)",
    "\\(\\{x\\}\\) ok",
    "\\[\nx_1 = *y*\n- z\n\\]", "\\[ a*b*c = d \\]", "\\begin{align}\n- a \\\\\n+ b\n\\end{align}",
    "$\\alpha$設$\\beta*c*d$", "$a<b>c$", "$[a](b$", "$a \\$ *b* c$", "$\\\\$", "text\n$$\n- a\n$$",
    "$&amp;$", "$x$-axis", "**$a*b$**", "words $$x*y*z$$ words", "$![a]$",
  ])
  func standsAsWritten(_ text: String) throws {
    let blocks = Document(text).blocks
    guard blocks.count == 1, case .paragraph(let inlines) = blocks.first?.kind else {
      Issue.record("\(blocks)")
      return
    }
    let expected = text.replacing(/\n */, with: " ").replacing("**$a*b$**", with: "$a*b$")
    #expect(inlines.plainText.replacing("\n", with: " ") == expected)
  }

  @Test(arguments: [
    ("$5 *or* $6", "<p>$5 <em>or</em> $6</p>"), ("US$5*a*b$", "<p>US$5<em>a</em>b$</p>"),
    ("\\$a*b*c\\$", "<p>$a<em>b</em>c$</p>"), ("$ a*b*c $", "<p>$ a<em>b</em>c $</p>"),
    ("$a*b*c", "<p>$a<em>b</em>c</p>"), ("$5 `a$` *b*", "<p>$5 <code>a$</code> <em>b</em></p>"),
    ("[$5](a) $", "<p><a href=\"a\">$5</a> $</p>"), ("[$5](a)6$", "<p><a href=\"a\">$5</a>6$</p>"),
    ("[a]\\(b\\)", "<p>[a](b)</p>"), ("\\[a\\] *b*", "<p>[a] <em>b</em></p>"),
    ("\\[note\\]", "<p>[note]</p>"), ("\\(a *b*", "<p>(a <em>b</em></p>"),
    ("`$a*b*$`", "<p><code>$a*b*$</code></p>"), ("$$$a*b*$$$", "<p>$$$a<em>b</em>$$$</p>"),
    ("$$\n\n- a", "<p>$$</p><ul><li>a</li></ul>"), ("a $$\n- b", "<p>a $$</p><ul><li>b</li></ul>"),
    ("$$a$$\n- b", "<p>$$a$$</p><ul><li>b</li></ul>"), ("$$", "<p>$$</p>"), ("$", "<p>$</p>"),
    ("\\begin{a} *b*", "<p>\\begin{a} <em>b</em></p>"),
    ("$PATH:$HOME *a*", "<p>$PATH:$HOME <em>a</em></p>"),
    ("> $$\n- a", "<blockquote><p>$$</p></blockquote><ul><li>a</li></ul>"),
  ])
  func isNoFormula(_ text: String, _ expected: String) {
    #expect(markup(text) == expected)
  }

  /// Every formula between dollars keeps every character, whatever stands in it.
  @Test(arguments: 0..<8) func anyFormulaIsUnharmed(_ seed: Int) {
    var garbage = Garbage(seed: seed)
    let pieces = [
      "\\", "{", "}", "*", "_", "^", "a", "1", " ", "&", "<", ">", "[", "]", "~", "|", "#", "!",
    ]
    for _ in 0..<200 {
      let formula = "x" + garbage.text(of: pieces, upTo: 20) + "x"
      for (begin, end) in [("$", "$"), ("$$", "$$"), ("\\(", "\\)")]
      where end != "\\)" || !formula.contains("\\") {
        let text = "a \(begin)\(formula)\(end) b"
        let shown = Document(text).blocks.map { block in
          if case .paragraph(let inlines) = block.kind { inlines.plainText } else { "" }
        }
        #expect(shown == [text])
      }
    }
  }

  @Test(arguments: [
    "$", "$a ", "$a", "a$ ", "$$", "$$ ", "$$\n", "\\(", "\\(a", "\\)", "\\[\n", "\\[ a\n", "\\]\n",
    "\\begin{", "\\begin{a}\n", "\\end{", "\\", "$`", "$](", "$a$ ", "\\$",
  ])
  func repetitionsTakeLinearTime(_ part: String) {
    let growth = Growth(from: 2_500) { length in
      let text = "x" + String(repeating: part, count: length / part.utf8.count)
      #expect(!Document(text + "\n\\end{").blocks.isEmpty)
    }
    #expect(growth.isLinear, "\(growth)")
  }

  /// The places of what stands behind a formula are those of the source.
  @Test func placesAreKept() {
    guard case .paragraph(let inlines) = Document("a $\\{b\\}$ `c`").blocks.first?.kind else {
      return
    }
    #expect(inlines.last?.source.lowerBound == SourcePosition(line: 1, byte: 10))
  }
}

import Markdown
import Testing

@Suite struct RawMarkupTests {
  @Test(arguments: [
    "<a>", "<a1-b>", "<a/>", "<a  />", "<a b>", "<a b=c>", "<a b='c>'>", "<a b=\"c\"\n d = e />",
    "<a _b:c.d-e>", "</a>", "</a >", "<!-- b -- c -->", "<!---->", "<!-->", "<!--->", "<?a?>",
    "<!A b>", "<![CDATA[a]]b]]>", "<a b=`\"'", "<a b='*'>",
  ])
  func html(text: String) {
    // One of the cases is no tag: an unquoted value holds neither quotes nor backticks.
    let isHTML = text != "<a b=`\"'"
    let expected: Inline = isHTML ? .html(text) : .text(text)
    let inlines: [Inline] = isHTML ? [.text("x "), expected] : [.text("x " + text)]
    #expect(Document("x " + text).blocks.map(\.kind) == [.paragraph(inlines)])
  }

  @Test(arguments: [
    "<1>", "< a>", "<a*b>", "<a b='c' d'>", "<a b=>", "<a b='c'd='e'>", "</a b>", "<!-- a", "<?a",
    "<![CDATA[a]>", "<!1>", "<a", "<", "</>", "<a b=\"c", "<__>",
  ])
  func text(text: String) {
    #expect(Document("x" + text).blocks.map(\.kind) == [.paragraph([.text("x" + text)])])
  }
}

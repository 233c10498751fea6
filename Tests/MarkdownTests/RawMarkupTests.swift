import Markdown
import Testing

@Suite struct RawMarkupTests {
  @Test(arguments: [
    "<a>", "<a1-b>", "<a/>", "<a  />", "<a b>", "<a b=c>", "<a b='c>'>", "<a b=\"c\"\nd = e />",
    "<a _b:c.d-e>", "</a>", "</a >", "<!-- b -- c -->", "<!---->", "<!-->", "<!--->", "<?a?>",
    "<!A b>", "<![CDATA[a]]b]]>", "<a b='*'>",
  ])
  func html(text: String) {
    #expect(Document("x " + text).blocks.map(\.pieces) == [[.text("x "), .html(text)]])
  }

  @Test(arguments: [
    "<1>", "< a>", "<a*b>", "<a b='c' d'>", "<a b=>", "<a b='c'd='e'>", "</a b>", "<!-- a", "<?a",
    "<![CDATA[a]>", "<!1>", "<a", "<", "</>", "<a b=\"c", "<__>", "<a b=`>",
  ])
  func text(text: String) {
    #expect(Document("x" + text).blocks.map(\.pieces) == [[.text("x" + text)]])
  }
}

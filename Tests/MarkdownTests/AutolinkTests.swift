import Markdown
import Testing

@Suite struct AutolinkTests {
  @Test(arguments: [
    ("http://a.b/c?d=e&f", "http://a.b/c?d=e&f"),
    ("MAILTO:A@B.C", "MAILTO:A@B.C"),
    ("a+b-c.1:", "a+b-c.1:"),
    ("http://a\\[b", "http://a\\[b"),
    ("a@b.c", "mailto:a@b.c"),
    ("a+b.c_d@e-f.g1.h", "mailto:a+b.c_d@e-f.g1.h"),
  ])
  func link(text: String, destination: String) {
    func place(_ byte: Int) -> SourcePosition { SourcePosition(line: 1, byte: byte) }
    let inside = place(1)..<place(1 + text.utf8.count)
    let link = Inline(
      .link(
        Link(destination: destination, title: nil, source: inside),
        [Inline(.text(text), inside)]), place(0)..<place(2 + text.utf8.count))
    #expect(Document("<\(text)>").blocks.map(\.kind) == [.paragraph([link])])
  }

  @Test(arguments: [
    "<>", "<http://a b>", "< http://a>", "<a:b", "<m:a>", "<1a:b>", "<a@>", "<@a>", "<a@-b>",
    "<a@b->", "<a@b..c>", "<a\\+@b.c>", "<a.b>", "http://a.b",
    "<a23456789012345678901234567890123:b>",
  ])
  func text(text: String) {
    #expect(Document("x" + text).blocks.map(\.markup).first?.contains("<a") == false)
  }
}

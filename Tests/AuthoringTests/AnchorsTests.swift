import Markdown
import Testing

@testable import Authoring

@Suite struct AnchorsTests {
  @Test(arguments: [
    ("Your turn", "your-turn"), ("What is it, *really*?", "what-is-it-really"),
    ("`code` & more", "code--more"), ("Größe über alles", "größe-über-alles"),
    ("a_b - c", "a_b---c"), ("2/λmax: the edge", "2λmax-the-edge"), ("!", ""),
  ]) func slugs(_ heading: String, _ anchor: String) {
    #expect(Anchors.of(Document("# \(heading)\n")) == [anchor])
  }

  @Test func repeatedOnesAreNumbered() {
    let anchors = Anchors.of(Document("# A\n\n## A\n\n> ## A\n\n- # A-1\n"))
    #expect(anchors == ["a", "a-1", "a-2", "a-1-1"])
  }
}

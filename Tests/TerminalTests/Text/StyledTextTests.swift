import Terminal
import Testing

@Suite struct StyledTextTests {
  @Test func neighboursOfOneStyleAreOneSpan() {
    let text = StyledText("a") + "b" + StyledText("c", .bold) + StyledText("", .muted) + "d"
    #expect(text.spans.map(\.text) == ["ab", "c", "d"])
    #expect(text.text == "abcd")
    #expect(!text.isEmpty)
    #expect(StyledText("").isEmpty)
  }

  @Test func interpolationKeepsStyles() {
    let command = StyledText("knobs run", .accent)
    let text: StyledText = "edge \(0.2, .bold), \(3) steps: \(command)"
    #expect(
      text == StyledText("edge ") + StyledText("0.2", .bold) + ", 3 steps: "
        + StyledText("knobs run", .accent))
  }

  @Test func whatIsPutInIsMadePrintable() {
    let text: StyledText = "\("\u{1B}[31m")\u{7}"
    #expect(text.text == "␛[31m␇")
  }
}

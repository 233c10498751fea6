import TestKit
import Testing

@testable import Terminal

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

  /// A line grows in place: many pieces of one style are not copied for each.
  @Test func manyPiecesTakeLinearTime() {
    let growth = Growth(from: 20_000) { count in
      var line = StyledText()
      for _ in 0..<count { line.append("ab", .plain) }
      #expect(line.spans.count == 1 && line.displayWidth == 2 * count)
    }
    #expect(growth.isLinear, "\(growth)")
  }

  /// A part of a line is what its characters are, whatever they consist of.
  @Test(arguments: 0..<20) func partsAreCutBetweenCharacters(_ seed: Int) {
    var garbage = Garbage(seed: seed)
    for _ in 0..<50 {
      let line = garbage.styledText(upTo: 30)
      let row = AtomRow(line)
      let characters = line.spans.flatMap { span in span.text.map { ($0, span.style) } }
      #expect(row.count == characters.count)
      #expect(row.text(0..<row.count) == line)
      let start = garbage.below(row.count + 1)
      let end = start + garbage.below(row.count - start + 1)
      #expect(row.text(start..<end).text == String(characters[start..<end].map(\.0)))
      #expect((0..<row.count).allSatisfy { row.character(at: $0) == characters[$0].0 })
      #expect((0..<row.count).allSatisfy { Int(row[$0].width) == displayWidth(characters[$0].0) })
    }
  }
}

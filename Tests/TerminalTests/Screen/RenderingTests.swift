import Terminal
import TestKit
import Testing

@Suite struct RenderingTests {
  private let colour = Screen(usesColour: true)
  private let many = Screen(usesColour: true, usesManyColours: true)

  @Test func everyStyledRunEndsInAReset() {
    let text = "a " + StyledText("b", Style(.good, bold: true)) + StyledText("c", .muted)
    #expect(text.rendered(for: colour) == "a \u{1B}[1;32mb\u{1B}[0m\u{1B}[2mc\u{1B}[0m")
    #expect(text.rendered(for: many) == "a \u{1B}[1;38;5;29mb\u{1B}[0m\u{1B}[38;5;243mc\u{1B}[0m")
    #expect(text.rendered(for: Screen()) == "a bc")
  }

  @Test func seriesHaveInksOfTheirOwn() {
    let inks = (0..<6).map { StyledText("x", Style(.series($0))).rendered(for: many) }
    #expect(Set(inks).count == 6)
    #expect(StyledText("x", Style(.series(6))).rendered(for: many) == inks[0])
    #expect(StyledText("x", Style(.series(.min))).rendered(for: many).contains("38;5;"))
  }

  @Test func linesAreWrappedInTheCharactersTheyAreShownIn() {
    let ascii = Screen(width: 20, usesUnicode: false)
    let lines = StyledText("the edge is 2/λmax … here").wrapped(for: ascii, firstIndent: "• ")
    #expect(lines.map(\.text) == ["* the edge is", "2/lambda_max ...", "here"])
  }

  @Test func everyLineEndsWithALineEnd() {
    let lines: [StyledText] = ["a", "", "b"]
    #expect(lines.rendered(for: Screen()) == "a\n\nb\n")
  }

  @Test(arguments: 0..<200)
  func garbageKeepsToTheScreen(_ seed: Int) {
    var garbage = Garbage(seed: seed)
    let text = garbage.styledText(upTo: 30)
    #expect(!text.rendered(for: Screen()).unicodeScalars.contains("\u{1B}"))
    let ascii = text.rendered(for: Screen(usesColour: true, usesUnicode: false))
    #expect(ascii.utf8.allSatisfy { $0 < 0x7F })
    #expect(text.rendered(for: many).isEmpty || !text.isEmpty)
  }
}

import Exhibits
import Experiments
import Terminal
import Testing
import ToyCourse

@testable import Screens

/// Pages for those who hear them.
@Suite struct PlainTests {
  private static func page(_ body: (inout Page) -> Void) -> [String] {
    var screen = Screen(width: 60, usesColour: true)
    screen.bePlain()
    var page = Page(screen)
    body(&page)
    return page.lines.map(\.text)
  }

  @Test func aRunIsSaidInWords() throws {
    let run = LabelledRun(
      label: "", settings: Slide.defaults, outcome: Slide.run(Slide.defaults, seed: 1))
    let shown = ShownRuns(
      simulation: Slide.self, common: Slide.defaults, varied: [], seed: 1, runs: [run],
      figures: Slide.figures.map(\.name))
    let lines = Self.page { $0.set(shown) }
    #expect(lines.contains { $0.hasPrefix("  height: measured ") })
    #expect(lines.contains { $0.hasPrefix("  Figure: ") })
    let drawn = lines.joined().unicodeScalars.filter { (0x2500...0x28FF).contains($0.value) }
    #expect(drawn.isEmpty)
  }

  @Test func aRuleIsALineOfWords() {
    #expect(
      Self.page { $0.rule("Patience", "early-stopping 2 of 7") } == [
        "Patience, early-stopping 2 of 7"
      ])
  }

  @Test func aScreenIsPlainWhereTheEnvironmentSaysSo() {
    let environment = ["KNOBS_PLAIN": "1", "TERM": "xterm-256color"]
    let screen = Screen(environment: environment, isTerminal: true)
    #expect(screen.isPlain && !screen.usesColour)
    #expect(!Screen(environment: ["KNOBS_PLAIN": ""], isTerminal: true).isPlain)
  }
}

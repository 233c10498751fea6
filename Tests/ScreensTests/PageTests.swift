import Exhibits
import Terminal
import Testing
import ToyCourse

@testable import Screens

/// How a page is set.
@Suite struct PageTests {
  static func lines(_ width: Int, _ body: (inout Page) -> Void) -> [String] {
    var page = Page(Screen(width: width))
    body(&page)
    return page.lines.map(\.text)
  }

  @Test func emptyLinesAreNeverDoubled() {
    let lines = Self.lines(40) { page in
      page.blank()
      page.text("a")
      page.blank()
      page.blank()
      page.text("b")
    }
    #expect(lines == ["  a", "", "  b"])
    #expect(Self.lines(40) { $0.gap() } == [""])
    #expect(
      Self.lines(40) {
        $0.text("a")
        $0.gap()
        $0.gap()
      } == ["  a", ""])
  }

  @Test func commandsAreAlignedWithWhatTheyDo() {
    let lines = Self.lines(80) {
      $0.next([NextStep("knobs", "home"), NextStep("knobs learn", "go on")])
    }
    #expect(
      lines == ["  knobs                   home", "  knobs learn             go on"])
  }

  @Test func aLongCommandHasItsGlossBelow() {
    let line = "knobs check a-lesson/an-exercise --learning-rate 0.1 --batch-size 8"
    let lines = Self.lines(80) { $0.next([NextStep(line, "try again")]) }
    #expect(lines == ["  \(line)", "        try again"])
  }

  @Test func aCommandWithoutGlossStandsAlone() {
    #expect(Self.lines(80) { $0.next([NextStep("knobs", "")]) } == ["  knobs"])
  }

  @Test(arguments: [20, 30, 50, 80, 120]) func nothingIsWiderThanTheScreen(_ width: Int) {
    let lines = Self.lines(width) { page in
      page.heading("a-name", ["learning-rate 0.1", "steps 100", "curvature 10"])
      page.text(StyledText(String(repeating: "word ", count: 40)), hanging: 4)
      page.next([
        NextStep("knobs check some-lesson/some-exercise --learning-rate …", "try it once again")
      ])
    }
    for line in lines { #expect(displayWidth(line) <= width, "\(line)") }
    #expect(lines.joined(separator: " ").split(separator: " ").count { $0 == "word" } == 40)
  }

  @Test(arguments: [true, false]) func aRuleIsAsWideAsThePage(_ usesUnicode: Bool) {
    for width in 20...120 {
      for name in ["T", "Batch size: how much to look at before each step", "日本語の題名が長い"] {
        var page = Page(Screen(width: width, usesUnicode: usesUnicode))
        page.rule(name, "10 of 12")
        let line = page.lines[0]
        #expect(line.displayWidth == page.proseWidth - 1, "\(line.text)")
        #expect(line.text.hasSuffix(usesUnicode ? "─ 10 of 12" : "- 10 of 12"))
        #expect(usesUnicode || line.text.isPlain)
      }
    }
  }
}

import Plotting
import Testing

@testable import Terminal

@Suite struct LegendTests {
  @Test func entriesFillLinesAndNoneIsCut() {
    for width in 24...80 {
      var legend = Legend(width: width, marks: .ascii, usesUnicode: false)
      let names = ["one", "two", "three", "four", "five"]
      for name in names { legend.add(StyledText("***"), name) }
      let lines = legend.lines.map(\.text)
      #expect(lines.allSatisfy { columnWidth($0) <= width })
      for name in names { #expect(lines.contains { $0.contains("*** " + name) }) }
      // No entry stands on a line of its own that the line before had room for.
      for (line, next) in zip(lines, lines.dropFirst()) {
        let first = "*** " + (next.split(separator: " ").dropFirst().first ?? "")
        #expect(columnWidth(line) + 3 + columnWidth(first) > width)
      }
    }
  }

  @Test func aLongNameIsShortened() {
    var legend = Legend(width: 12, marks: .braille, usesUnicode: true)
    legend.add("*", "an endless name")
    #expect(legend.lines.map(\.text) == ["* an endles…"])
  }

  private static func figure(_ form: Figure.Form, _ field: Figure.Field) -> Figure {
    Figure("", form, title: "", x: .init(""), y: .init(""), series: [], field: field)
  }

  @Test(
    arguments: [
      (.heat, [], [], "loss  -1 │   ░░░▒▒▒▓▓▓███│ 2000   ? no value"),
      (.contours, [0.1, 1e-7, .nan], [], "⠂⠐ ⠂⠐ ⠂ loss 0.1, 1e-7"),
      (.boundary, [0.5], [], "··· loss ≥ 0.5"), (.boundary, [0.5], ["", ""], "··· loss ≥ 0.5"),
      (.boundary, [0.5], ["B", "A"], "··· called A"),
    ] as [(Figure.Form, [Double], [String], String)]
  ) func fields(
    _ form: Figure.Form, _ levels: [Double], _ classes: [String], _ expected: String
  ) {
    var legend = Legend(width: 60, marks: .braille, usesUnicode: true)
    legend.addField(
      of: Self.figure(
        form,
        .init(
          "loss", x: 0...1, y: 0...1, columns: 2, values: [-1, 0.5, 2000, .nan], levels: levels,
          classes: classes)))
    #expect(legend.lines.map(\.text) == [expected])
  }

  @Test(arguments: [(9e-10, "0 │"), (0.01, "0.01 │"), (-9e-10, "-9e-10 │")])
  func nextToNothingIsNothing(_ least: Double, _ beginning: String) {
    var legend = Legend(width: 60, marks: .braille, usesUnicode: true)
    legend.addField(
      of: Self.figure(
        .heat, .init(x: 0...1, y: 0...1, columns: 2, values: [least, 1], levels: [])))
    #expect(legend.lines[0].text.hasPrefix(beginning))
  }
}

import Testing

@testable import Terminal

@Suite struct LegendTests {
  @Test func entriesFillLinesAndNoneIsCut() {
    for width in 24...80 {
      var legend = Legend(width: width, usesUnicode: false)
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
    var legend = Legend(width: 12, usesUnicode: true)
    legend.add("*", "an endless name")
    #expect(legend.lines.map(\.text) == ["* an endles…"])
  }

  @Test(arguments: [
    (Chart.Field.Kind.heat(.linear), "loss  -1 │   ░░░▒▒▒▓▓▓███│ 2000   ? no value"),
    (.heat(.log), "loss  0.5 │   ░░░▒▒▒▓▓▓███│ 2000 (log)   ? no value"),
    (.contours(levels: [0.1, 1e-7, .nan]), "⠂⠐ ⠂⠐ ⠂ loss 0.1, 1e-7"),
    (.regions(threshold: 0.5), "··· loss ≥ 0.5"),
    (.regions(threshold: 0.5, name: "called A"), "··· called A"),
  ]) func fields(_ kind: Chart.Field.Kind, _ expected: String) {
    var legend = Legend(width: 60, usesUnicode: true)
    legend.add(
      Chart.Field(
        "loss", kind, x: 0...1, y: 0...1, columns: 2, rows: 2, values: [-1, 0.5, 2000, .nan]))
    #expect(legend.lines.map(\.text) == [expected])
  }

  @Test(arguments: [(9e-10, "0 │"), (0.01, "0.01 │"), (-9e-10, "-9e-10 │")])
  func nextToNothingIsNothing(_ least: Double, _ beginning: String) {
    var legend = Legend(width: 60, usesUnicode: true)
    legend.add(
      Chart.Field(
        "", .heat(.linear), x: 0...1, y: 0...1, columns: 2, rows: 1, values: [least, 1]))
    #expect(legend.lines[0].text.hasPrefix(beginning))
  }
}

import Plotting
import Testing

@testable import Terminal

@Suite struct PlotTests {
  private func plot(
    _ columns: Int, _ rows: Int, _ bounds: ClosedRange<Double> = 0...1, grid: DotGrid = .ascii
  ) -> Plot {
    Plot(
      x: Scale(.linear, bounds), y: Scale(.linear, bounds), columns: columns, rows: rows,
      grid: grid)
  }

  private func figure(
    _ form: Figure.Form, _ series: [Figure.Series] = [], field: Figure.Field? = nil
  ) -> Figure {
    Figure("", form, title: "", x: .init(""), y: .init(""), series: series, field: field)
  }

  private func picture(_ plot: Plot) -> [String] {
    (0..<plot.canvas.rows).map { plot.canvas.line($0).withoutTrailingSpaces.text }
  }

  @Test func lowestIsBottomLeft() {
    var plot = plot(5, 3)
    plot.draw(.init("", x: [0, 1], y: [0, 1]), .line, Pen(mark: "*"))
    #expect(picture(plot) == ["   **", " **", "*"])
  }

  @Test func whatIsNoNumberBreaksTheLine() {
    var plot = plot(9, 1, 0...8)
    plot.draw(
      .init("", x: [0, 2, 3, 4, 5, 6, 8], y: [4, 4, .nan, 4, .infinity, 4, 4]), .line,
      Pen(mark: "*"))
    #expect(picture(plot) == ["*** * ***"])
  }

  @Test(
    arguments: [
      ([0, 1], [0, 5], [" ^", "", ""]), ([0, 1], [0.5, -9], ["", "", "v"]),
      ([0, 0.5, 1], [0.5, 1.5, 0.5], [" ^ ^", "", ""]), ([-1, 0.5], [0.5, 0.5], ["", "<", ""]),
      ([0.5, 2], [0.5, 0.5], ["", "    >", ""]), ([0, 1], [0, 1], ["", "", ""]),
      ([0.25, 0.5, 1], [0.5, .infinity, .nan], ["  ^", "", ""]),
    ] as [([Double], [Double], [String])])
  func linesThatLeaveAreMarkedAtTheEdge(_ x: [Double], _ y: [Double], _ expected: [String]) {
    var plot = plot(5, 3)
    plot.mark(Figure.Series("", x: x, y: y).exits(plot.x, plot.y, isJoined: true), .plain, .ascii)
    #expect(picture(plot) == expected)
  }

  @Test func heatFillsTheCellsOfEachValue() {
    let field = Figure.Field(
      x: 0...2, y: 0...1, columns: 3, values: [0, 0.5, 1, 1, .nan, 0], levels: [])
    var plot = Plot(
      x: Scale(.linear, 0...2).padded(halfOf: 3), y: Scale(.linear, 0...1).padded(halfOf: 2),
      columns: 6, rows: 2, grid: .braille)
    plot.drawField(of: figure(.heat, field: field), .braille)
    #expect(picture(plot) == ["██??", "  ▒▒██"])
  }

  @Test func regionsAreShadedFromTheThresholdOn() {
    let field = Figure.Field(
      x: 0...1, y: 0...1, columns: 2, values: [0, 1, 0, 1], levels: [0.5])
    var plot = plot(8, 2)
    plot.drawField(of: figure(.boundary, field: field), .ascii)
    #expect(picture(plot).allSatisfy { $0.hasPrefix("    ") && $0.hasSuffix("...") })
    #expect(picture(plot).allSatisfy { $0.contains("#") })
  }

  @Test(arguments: ChartExamples.screens)
  func numbersOfContoursStandClearOfTheirLines(_ screen: Screen) {
    let lines = Chart.lines(of: ChartExamples.path, width: 60, for: screen)
      .map(\.text)
    for level in ["0.1", "0.5", "2", "5"] {
      #expect(lines.contains { $0.contains(" \(level) ") }, "no room around \(level)")
    }
  }

  @Test func numbersOfContoursKeepAwayFromALineThatLeavesThePicture() {
    var figure = ChartExamples.path
    let plain = Chart.lines(of: figure, width: 60, for: Screen(usesUnicode: false)).map(\.text)
      .joined()
    figure.series = [.init("far", x: [1, -900], y: [1, -900])]
    let crossed = Chart.lines(of: figure, width: 60, for: Screen(usesUnicode: false)).map(\.text)
      .joined()
    for level in [" 2 ", " 5 "] { #expect(plain.contains(level) && crossed.contains(level)) }
  }

  @Test func severalPathsAreMarkedHereAndThereAndAtTheirEnds() {
    let x = (0...20).map { Double($0) / 20 }
    let paths = [0.0, 1].map { height in
      Figure.Series("\(height)", x: x, y: x.map { _ in height })
    }
    func marks(_ series: [Figure.Series]) -> Int {
      let pens = Pen.assigned(to: figure(.contours, series), .braille)
      var plot = plot(41, 3, grid: .braille)
      plot.draw(series[0], .path, pens[0])
      #expect(picture(plot).last?.last == "●")
      return picture(plot).joined().count { $0 == "●" }
    }
    #expect(marks([paths[0]]) == 21)
    #expect(marks(paths) == 8)
  }

  @Test func contoursCarryTheirValuesAwayFromTheSeries() {
    let plain = Chart.lines(of: ChartExamples.path, width: 60, for: Screen(usesUnicode: true)).map(
      \.text)
    let rows = plain.filter { $0.contains("│") || $0.contains("┤") }.map { line in
      line.split(omittingEmptySubsequences: false) { $0 == "│" || $0 == "┤" }.last ?? ""
    }
    for level in ["0.1", "0.5", "2", "5"] {
      #expect(rows.contains { $0.contains(level) }, "no \(level) in the plot")
    }
  }
}

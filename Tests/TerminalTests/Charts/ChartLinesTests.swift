import Plotting
import TestKit
import Testing

@testable import Terminal

@Suite struct ChartLinesTests {
  @Test func anythingFitsItsWidth() {
    var random = Garbage(seed: 5)
    for _ in 0..<400 {
      let figure = random.figure()
      let width = random.below(8) == 0 ? random.below(40) - 5 : 24 + random.below(100)
      let height = random.below(8) == 0 ? random.below(100) - 50 : 3 + random.below(14)
      let lines = Chart.lines(
        of: figure, width: width, height: height, for: random.one(of: ChartExamples.screens))
      for line in lines {
        #expect(columnWidth(line.text) <= max(width, 0), "\(figure) at \(width)")
        #expect(!line.text.hasSuffix(" "))
        #expect(!line.text.unicodeScalars.contains { $0.value < 0x20 })
      }
    }
  }

  /// Characters of other marks are found in what is drawn with those.
  @Test(arguments: Figure.Form.allCases, Screen.Marks.allCases)
  func noMarksButThoseAskedFor(_ form: Figure.Form, _ marks: Screen.Marks) {
    var random = Garbage(seed: 8)
    var screen = Screen()
    screen.marks = marks
    var found = Set<Screen.Marks>()
    let garbage = (0..<100).map { _ in random.figure(form) }
    for figure in garbage + ChartExamples.all.values.filter({ $0.form == form }) {
      let width = 24 + random.below(100)
      for line in Chart.lines(of: figure, width: width, for: screen).map(\.text) {
        #expect(columnWidth(line) <= width)
        for scalar in line.unicodeScalars {
          switch scalar.value {
          case 0x2800...0x28FF: found.insert(.braille)
          case 0x2580...0x2590, 0x2596...0x259F:
            if scalar != "█" { found.insert(.block) }
          default: break
          }
        }
      }
    }
    switch (marks, form) {
    case (.ascii, _): #expect(found == [])
    case (_, .heat): #expect(found.isSubset(of: [marks]))
    default: #expect(found == [marks])
    }
  }

  /// Shades and arrows too; axes and words stay in the screen's alphabet.
  @Test func picturesInASCIIHaveAxesOfTheScreen() {
    var screen = Screen()
    screen.marks = .ascii
    for (name, figure) in ChartExamples.all {
      let lines = Chart.lines(of: figure, width: 70, for: screen).map(\.text)
      let odd = Set(lines.joined()).filter { !$0.isASCII }
      #expect(odd.isSubset(of: "─│┤┬└…≥₁₂²"), "\(name): \(odd)")
      #expect(odd.contains("└"))
    }
  }

  @Test func plainTextStaysPlain() {
    for (name, figure) in ChartExamples.all {
      let text = Chart.lines(of: figure, width: 70, for: Screen(usesUnicode: false)).map(\.text)
        .joined()
      #expect(text.unicodeScalars.allSatisfy { $0.isASCII }, "\(name)")
    }
  }

  @Test(arguments: [-1, 0, 1, 23]) func tooNarrowIsSaid(_ width: Int) {
    let lines = Chart.lines(of: ChartExamples.loss, width: width, for: Screen(usesUnicode: true))
    #expect(lines.count == (width > 0 ? 1 : 0))
  }

  @Test(arguments: [24, 40, 60, 80, 120], ChartExamples.screens)
  func everySeriesIsNamed(_ width: Int, _ screen: Screen) {
    for (name, figure) in ChartExamples.all {
      let text = Chart.lines(of: figure, width: width, for: screen).map(\.text)
        .joined()
      for series in figure.series {
        let found = text.contains(series.name)
        #expect(
          found || columnWidth(series.name) + 8 > width, "\(series.name) in \(name) at \(width)")
      }
    }
  }

  @Test func namesOfWhatCanNotBeSeenSayWhy() {
    let figure = Figure(
      "", .line, title: "", x: .init(""), y: .init("", domain: 0...1),
      series: [
        .init("high", x: [0, 1], y: [5, 5]), .init("none", x: [], y: []),
        .init("seen", x: [0, 1], y: [0, 1]),
      ])
    let text = Chart.lines(of: figure, width: 60, for: Screen(usesUnicode: true)).map(\.text)
      .joined(separator: "\n")
    #expect(text.contains("high (out of view)"))
    #expect(text.contains("none (no data)"))
    #expect(text.contains("⠒⠒⠒⠒⠒⠒⠒ high"))
  }

  /// Cells of a line in order of columns: each column's run of rows must touch the next column's.
  @Test func aLineHasNoGaps() {
    var random = Garbage(seed: 6)
    for _ in 0..<100 {
      let samples = 2 + random.below(30)
      var height = 0.0
      let y = (0..<samples).map { _ -> Double in
        height += random.fraction() * (random.below(3) == 0 ? 20 : 1)
        return height
      }
      let series = Figure.Series("", x: y.indices.map(Double.init), y: y)
      for grid in [DotGrid.braille, .block, .ascii] {
        var plot = Plot(
          x: Scale(.linear, 0...Double(samples - 1)), y: Scale(.linear, y[0]...height), columns: 30,
          rows: 10, grid: grid)
        plot.draw(series, .line, Pen())
        var before: ClosedRange<Int>?
        for column in 0..<30 {
          let rows = (0..<10).filter { !plot.canvas.isFree(column..<column + 1, row: $0) }
          guard let top = rows.first, let bottom = rows.last else {
            Issue.record("nothing in column \(column)")
            continue
          }
          #expect(rows.count == bottom - top + 1)
          if let before {
            #expect((before.lowerBound - 1...before.upperBound + 1).overlaps(top...bottom))
          }
          before = top...bottom
        }
      }
    }
  }

  @Test func aLineThatLeavesIsMarkedWhereItLeaves() {
    let figure = Figure(
      "", .line, title: "", x: .init(""), y: .init("", domain: 0...1),
      series: [.init("up", x: [0, 1, 2], y: [0, 1, 50])])
    let lines = Chart.lines(of: figure, width: 50, height: 8, for: Screen(usesUnicode: true)).map(
      \.text)
    #expect(lines.first?.contains("↑ up") == true)
  }

  @Test(arguments: [true, false]) func whatIsBeyondIsMarkedAndExplained(_ usesUnicode: Bool) {
    let figure = Figure(
      "", .scatter, title: "", x: .init(""), y: .init("", domain: 0...1),
      series: [.init("dots", x: [0, 1, 2], y: [0.5, 7, -.infinity])])
    let lines = Chart.lines(of: figure, width: 40, height: 6, for: Screen(usesUnicode: usesUnicode))
      .map(\.text)
    let (up, down) = usesUnicode ? ("↑", "↓") : ("^", "v")
    #expect(lines[0].contains(up) && lines[5].contains(down))
    #expect(lines.last?.contains("\(up) \(down) beyond the axis") == true)
  }

  @Test(arguments: [true, false]) func whatNeverCameIsMarkedOnTheAxis(_ usesUnicode: Bool) {
    var figure = Figure(
      "", .line, title: "", x: .init("rate"), y: .init(""),
      series: [.init("", x: [0, 1, 2, 3], y: [1, 2, .nan, .nan])])
    let plain = Chart.lines(of: figure, width: 40, height: 6, for: Screen(usesUnicode: usesUnicode))
      .map(\.text)
    figure.absence = Figure.Absence("niemals…", x: [2, 3, 99, .nan])
    let lines = Chart.lines(of: figure, width: 40, height: 6, for: Screen(usesUnicode: usesUnicode))
      .map(\.text)
    let mark: Character = usesUnicode ? "×" : "x"
    #expect(plain[6].count { $0 == mark } == 0 && lines[6].count { $0 == mark } == 2)
    #expect(lines.last == (usesUnicode ? "× niemals…" : "x niemals..."))
    #expect(
      lines.dropLast().enumerated().allSatisfy { $0.offset == 6 || $0.element == plain[$0.offset] })
  }

  /// Points as dots are for those that marks would bury: beside dotted theory, marks are clearer.
  @Test(arguments: [(256, 79, true), (256, 50, false), (900, 79, false)])
  func pointsAreMarksWhileThereIsRoom(_ count: Int, _ width: Int, _ areMarks: Bool) {
    let x = (0..<count).map(Double.init)
    let figure = Figure(
      "", .scatter, title: "", x: .init(""), y: .init(""),
      series: [
        .init("runs", x: x, y: x.map { ($0 * 37).truncatingRemainder(dividingBy: 101) }),
        .init("line", .theory, x: [0, 100], y: [0, 100]),
      ])
    let text = Chart.lines(of: figure, width: width, for: Screen(usesUnicode: true)).map(\.text)
      .joined()
    #expect(text.contains("●") == areMarks)
  }

  @Test func theLastLabelIsInside() {
    let figure = Figure(
      "", .line, title: "", x: .init(""), y: .init(""),
      series: [.init("", x: [0, 100_000], y: [0, 1])])
    let lines = Chart.lines(of: figure, width: 41, height: 4, for: Screen(usesUnicode: true)).map(
      \.text)
    #expect(lines.last?.hasSuffix("100000") == true)
  }

  @Test(arguments: 24...70) func wordsFitInASCIIToo(_ width: Int) {
    let figure = Figure(
      "", .boundary, title: "λmax and Σσ² of every α", x: .init("weight decay α, β or γ"),
      y: .init("η·σ²/(2B)"),
      series: [
        .init("θ₁ … θₙ", .theory, x: [0, 1], y: [0, 1]), .init("Ω", x: [0, 1], y: [1, 0]),
      ],
      markers: [.init("α = ½", x: 0.5), .init("μ", y: 0.2)],
      field: .init(
        x: 0...1, y: 0...1, columns: 2, values: [0, 1, 0, 1], levels: [0.5],
        classes: ["ε", "ω"]))
    let lines = Chart.lines(of: figure, width: width, for: Screen(usesUnicode: false)).map(\.text)
    #expect(lines.allSatisfy { $0.utf8.count <= width && $0.utf8.allSatisfy { $0 < 0x80 } })
    #expect(lines.contains { $0.contains("called omega") })
  }
}

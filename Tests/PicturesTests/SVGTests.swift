import Experiments
import Foundation
import Plotting
import Simulations
import TestKit
import Testing

@testable import Pictures

@Suite struct SVGTests {
  /// Checks that a document is a sound picture.
  @discardableResult
  static func check(_ figure: Figure, _ location: SourceLocation = #_sourceLocation) -> Parsed {
    let text = SVG.document(of: figure)
    let parsed = Parsed(text, location)
    for node in parsed.nodes {
      for (key, value) in node.attributes where !["id", "aria-labelledby"].contains(key) {
        let words = value.lowercased().split { !$0.isLetter && $0 != "-" }
        #expect(
          !words.contains("nan") && !words.contains("inf") && !words.contains("infinity"),
          "\(node.name) \(key)=\(value)", sourceLocation: location)
      }
    }
    let root = parsed.nodes.first?.attributes ?? [:]
    #expect(root["role"] == "img", sourceLocation: location)
    let ids = parsed.nodes.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count, sourceLocation: location)
    let named = (root["aria-labelledby"] ?? "").split(separator: " ").map(String.init)
    #expect(named.count == 2 && named.allSatisfy(ids.contains), sourceLocation: location)
    return parsed
  }

  static let simulations = Catalog.all.simulations

  @Test(arguments: simulations.map { $0.name })
  func everyFigureOfEverySimulationIsSound(_ name: String) throws {
    let simulation = try #require(Catalog.all[name])
    var settings = [simulation.defaults]
    for knob in simulation.knobs {
      let grid = knob.domain.grid(2)
      for value in [grid.first, grid.last].compactMap(\.self) {
        var each = simulation.defaults
        try each.turn(knob.name, to: value)
        settings.append(each)
      }
    }
    for each in settings.prefix(5) {
      for figure in simulation.run(each, seed: 3).figures {
        let parsed = Self.check(figure)
        let words = parsed.named("text").map(\.text)
        #expect(words.contains(figure.x.label) && words.contains(figure.y.label))
        #expect(!figure.x.label.isEmpty && !figure.y.label.isEmpty)
      }
    }
  }

  /// The ends of the axis are what was tried, and nothing else is named, where nothing came of it.
  @Test(
    arguments: [
      ([1, 2, 3], [.nan, .nan, .nan], ["1", "3"]), ([1, 2, 3], [.nan, 5, .nan], ["1", "3"]),
      ([4], [.nan], ["4"]), ([4], [7], ["4"]),
    ] as [([Double], [Double], [String])])
  func theAxisNamesWhatWasTried(_ x: [Double], _ y: [Double], _ ends: [String]) throws {
    let figure = Figure(
      "f", .line, title: "", x: .init("u"), y: .init("v"), series: [.init("a", x: x, y: y)])
    let texts = Self.check(figure).named("text").filter { $0.attributes["text-anchor"] == "middle" }
    let numbers = texts.compactMap { DecimalNumber.value(of: $0.text) }
    #expect(numbers.first == DecimalNumber.value(of: ends[0]), "\(texts.map(\.text))")
    #expect(numbers.last == DecimalNumber.value(of: ends[ends.count - 1]))
    // What an axis prints, with a true minus and powers of ten, can be typed.
    for text in ["1e-6", "-1e-6", "2.5e-3", "-0.5", "-2e7"] {
      #expect(DecimalNumber.value(of: Lettering.number(text)) == Double(text))
    }
  }

  /// What lies beyond the axes and what never came, in marks, in the legend and in words.
  @Test func whatIsNotInViewIsMarked() throws {
    var figure = Figure(
      "f", .line, title: "", x: .init("u"), y: .init("v", domain: 0...1),
      series: [
        .init("up", x: [0, 1, 2, 3], y: [0.5, 9, 9, 0.5]), .init("in", x: [0, 3], y: [0, 1]),
      ])
    let arrows = Picture(figure).exitElements
    #expect(arrows.count == 2)
    figure.absence = Figure.Absence("never", x: [1, 2, 99])
    #expect(Picture(figure).absenceElements.count == 2)
    let parsed = Self.check(figure)
    let words = parsed.named("text").map(\.text)
    #expect(words.contains("beyond the axis") && words.contains("never"))
    let said = try #require(parsed.named("desc").first?.text)
    #expect(said.contains("up: 2 of 4 points beyond the axes, marked at their edge."))
    #expect(said.contains("never at 3 values from 1 to 99, marked on the axis."))
  }

  @Test func hostileFiguresAreSound() {
    var random = Garbage(seed: 5)
    for _ in 0..<250 { Self.check(random.figure()) }
  }

  @Test(arguments: Garbage.oddNames) func namesAreWordsAndNothingElse(_ name: String) {
    let plain = Self.check(
      Figure(
        "f", .line, title: "t", x: .init("x"), y: .init("y"),
        series: [.init("a", x: [0, 1], y: [1, 2]), .init("b", x: [0, 1], y: [2, 1])]))
    let parsed = Self.check(
      Figure(
        name, .line, title: name + "t", x: .init(name + "x"), y: .init(name + "y"),
        series: [
          .init(name + "a", x: [0, 1], y: [1, 2]), .init(name + "b", x: [0, 1], y: [2, 1]),
        ]))
    #expect(Set(parsed.nodes.map(\.name)) == Set(plain.nodes.map(\.name)))
    #expect(parsed.named("script").isEmpty)
    for node in parsed.nodes {
      #expect(!node.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }
  }

  @Test(arguments: [
    [], [(1.0, 1.0)], [(Double.nan, 1)], [(1, .infinity)], [(1e300, 1e308), (-1e300, -1e308)],
    [(0, 0x1p-1063), (1, 0x1p-1060)], [(5, 2), (5, 2), (5, 2)],
    (0..<1000).map { (Double($0), Double($0 * $0)) },
  ]) func sizesOfAnyKind(_ samples: [(Double, Double)]) {
    for form in Figure.Form.allCases {
      for scale in [Scale.Kind.linear, .log] {
        let figure = Figure(
          "f", form, title: "t", x: .init("x", scale), y: .init("y", scale),
          series: [.init("s", x: samples.map(\.0), y: samples.map(\.1))])
        let words = Self.check(figure).named("text").map(\.text)
        let isEmpty = !samples.contains {
          scale.shows($0.0) && scale.shows($0.1)
        }
        #expect(words.contains("s (no data)") == isEmpty)
      }
    }
  }

  @Test func aMapOfNothingHasNoBar() {
    let figure = Figure(
      "f", .heat, title: "t", x: .init("x"), y: .init("y"), series: [],
      field: Example.field(3, 3, levels: []) { _, _ in .nan })
    #expect(Self.check(figure).named("text").map(\.text).contains("no value"))
    #expect(Picture(figure).barElements.isEmpty)
  }

  @Test(arguments: [(0.5, true), (0, true), (1, true), (1.01, false), (.nan, false)])
  func aLevelHasALineWithItsName(_ value: Double, _ isInView: Bool) throws {
    let figure = Figure(
      "f", .line, title: "", x: .init("x"), y: .init("y", domain: 0...1),
      series: [.init("s", x: [0, 1, 2], y: [0, 0.5, 7])], markers: [.init("bound", y: value)])
    let parsed = Self.check(figure)
    let lines = parsed.named("line").map(\.attributes).filter { $0["y1"] == $0["y2"] }
    #expect(lines.count == (isInView ? 1 : 0))
    #expect(parsed.named("text").map(\.text).contains("bound") == isInView)
    let frame = Picture(figure).frame
    #expect(frame.y.low == 0 && frame.y.high == 1)
    let y = frame.bottom - value * frame.height
    #expect(lines.allSatisfy { $0["y1"] == y.coordinate })
  }

  @Test func lightStandsInAttributesAndDarkInTheStyleSheet() throws {
    for figure in Example.all {
      let parsed = Self.check(figure)
      let sheet = try #require(parsed.named("style").first?.text)
      #expect(sheet.hasPrefix("@media (prefers-color-scheme: dark){"))
      for node in parsed.nodes {
        for word in (node.attributes["class"] ?? "").split(separator: " ") {
          #expect(sheet.contains(".\(word){"))
        }
        if node.name == "text" { #expect(node.attributes["fill"] != nil) }
      }
    }
  }

  @Test func theoryIsDottedAndHasTheColourOfWhatItForetells() throws {
    let figure = try #require(Example.named("line"))
    let looks = figure.series.indices.map { Look(figure, series: $0) }
    #expect(looks[2].dash == Look.dots[0] && looks[2].paint == looks[1].paint)
    #expect(looks[0].dash != looks[1].dash && looks[0].shape != looks[1].shape)
    #expect(!looks.prefix(2).contains { Look.dots.contains($0.dash) })
  }

  @Test func theoryOfItsOwnHasAColourAndDotsOfItsOwn() {
    let series = [
      Figure.Series("wave", .theory, x: [0], y: [0]), Figure.Series("network", x: [0], y: [0]),
      Figure.Series("floor", .theory, x: [0], y: [0]),
      Figure.Series("network, theory", .theory, x: [0], y: [0]),
    ]
    let figure = Figure(
      "f", .line, title: "", x: .init("x"), y: .init("y"), series: series)
    let looks = series.indices.map { Look(figure, series: $0) }
    #expect(Set(looks.prefix(3).map(\.paint)).count == 3)
    #expect(looks[3].paint == looks[1].paint)
    #expect(Set(looks.map(\.dash)).count == 4)
  }

  @Test func seriesOfAGroupShareColourAndMarkAndDifferInDashes() {
    let series = (0..<6).map { Figure.Series("\($0)", x: [0], y: [0], group: $0 / 2) }
    let figure = Figure(
      "f", .line, title: "", x: .init("x"), y: .init("y"), series: series)
    let looks = series.indices.map { Look(figure, series: $0) }
    for run in 0..<3 {
      let (first, second) = (looks[2 * run], looks[2 * run + 1])
      #expect(first.paint == second.paint && first.shape == second.shape)
      #expect(first.dash != second.dash && first.dash == looks[0].dash)
    }
    #expect(Set(looks.map(\.shape)).count == 3)
  }

  @Test func aPathThatEndsOutOfViewHasNoEndMark() throws {
    var figure = try #require(Example.named("contours"))
    func marks() -> Int {
      Picture(figure).seriesElements.count { $0.name == "path" }
    }
    let inside = marks()
    figure.series[0].x.append(9)
    figure.series[0].y.append(9)
    #expect(marks() == inside - 1)
  }

  @Test(arguments: [(0.0, true), (0.5, false)]) func theoryStandsBeforeACloudThatIsNotOnItsLine(
    _ noise: Double, _ isBehind: Bool
  ) throws {
    let x = (0..<100).map { Double($0) / 100 }
    let figure = Figure(
      "f", .scatter, title: "", x: .init("x"), y: .init("y"),
      series: [
        .init("dots", x: x, y: x.enumerated().map { $1 + ($0 % 2 == 0 ? noise : -noise) }),
        .init("line", .theory, x: [0, 1], y: [0, 1]),
      ])
    let first = try #require(Picture(figure).seriesElements.first)
    #expect((first.children.first == Element("title", text: "line")) == isBehind)
  }

  @Test(arguments: [(1.0, 2), (40, 1)]) func marksThatTouchShareARim(_ gap: Double, _ count: Int) {
    let look = Look(Example.all[0], series: 0)
    let places = (0..<9).map { Point(x: gap * Double($0), y: 0) }
    #expect(look.marks(places).count == count)
  }

  @Test func aMapHoldsWhatIsDrawnOverIt() throws {
    var figure = try #require(Example.named("heat"))
    figure.series = [.init("way", x: [-3, 0, 1], y: [0, 0, 4])]
    let frame = Picture(figure).frame
    for (x, y) in [(-3.0, 0.0), (1, 4), (-1, -1), (1, 1)] {
      #expect(try frame.contains(#require(frame.place(x, y))))
    }
  }

  @Test func marksOfAScatterKeepOffTheAxis() throws {
    let frame = Picture(try #require(Example.named("scatter"))).frame
    #expect(try #require(frame.x.position(1)) > 0.02)
    #expect(try #require(frame.x.position(100)) < 0.98)
  }

  @Test func twelveSeriesLookDifferent() {
    let series = (0..<12).map { Figure.Series("\($0)", x: [0], y: [0]) }
    let figure = Figure(
      "f", .line, title: "", x: .init("x"), y: .init("y"), series: series)
    #expect(Set(series.indices.map { Look(figure, series: $0) }).count == 12)
  }
}

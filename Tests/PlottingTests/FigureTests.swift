import Foundation
import Testing

@testable import Plotting

/// What figures mean to all who draw them.
@Suite struct FigureTests {
  static func figure(
    _ form: Figure.Form = .line, x: Scale.Kind = .linear, y: Scale.Kind = .linear,
    _ series: [Figure.Series] = [], markers: [Figure.Marker] = [], field: Figure.Field? = nil
  ) -> Figure {
    Figure(
      "f", form, title: "t", x: .init("u", x), y: .init("v", y), series: series, markers: markers,
      field: field)
  }

  @Test func formsAreCalledApart() {
    let words = Figure.Form.allCases.map(\.meaning.words)
    #expect(Set(words).count == words.count && !words.contains(""))
  }

  @Test(arguments: Figure.Form.allCases) func theoryIsDottedInEveryForm(_ form: Figure.Form) {
    let figure = Self.figure(form)
    #expect(figure.style(of: .init("a", .theory, x: [], y: [])) == .theory)
    #expect(figure.style(of: .init("a", x: [], y: [])) == form.meaning.samples)
    #expect(form.meaning.samples != .theory)
  }

  @Test(arguments: [
    (Figure.Series.Style.line, false, true), (.points, true, false), (.path, true, true),
    (.theory, false, true),
  ]) func stylesAreJoinedMarkedOrBoth(
    _ style: Figure.Series.Style, _ isMarked: Bool, _ isJoined: Bool
  ) {
    #expect(style.isMarked == isMarked && style.isJoined == isJoined)
  }

  /// Names that begin with t are theory; a digit after a space is the group.
  @Test(arguments: [
    (["a", "b", "t"], [0, 1, 2]), (["a", "b", "tb"], [0, 1, 2]),
    (["a", "b", "b, theory"], [0, 1, 1]), (["b, theory", "a", "b"], [2, 1, 2]),
    (["a", "ab, theory"], [0, 1]), (["a", "a, b", "a, b, theory"], [0, 1, 0]),
    (["a 3", "b", "c 3"], [3, 1, 3]),
  ]) func coloursFollowWhatSeriesBelongTo(_ names: [String], _ inks: [Int]) {
    let figure = Self.figure(
      .line,
      names.map { name in
        let isTheory = name.hasPrefix("t") || name.hasSuffix("theory")
        return .init(
          name, isTheory ? .theory : .measured, x: [], y: [],
          group: name.split(separator: " ").last.flatMap { Int($0) })
      })
    #expect(names.indices.map(figure.ink) == inks)
    #expect(figure.ink(of: names.count) == names.count && figure.ink(of: -1) == -1)
  }

  @Test func whatIsNotFiniteIsNullToOtherPrograms() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let plain = Self.figure(
      y: .log, [.init("a", .theory, x: [0, 1], y: [.nan, 0.5], group: 4)])
    #expect(
      String(decoding: try encoder.encode(plain), as: UTF8.self)
        == #"{"kind":"line","name":"f","series":[{"name":"a","role":"theory","x":[0,1],"#
        + #""y":[null,0.5]}],"title":"t","x":{"label":"u","scale":"linear"},"#
        + #""y":{"label":"v","scale":"log"}}"#)
    let full = Self.figure(
      .heat, markers: [.init("m", x: 2), .init("n", y: 3)],
      field: .init(
        "w", x: 0...1, y: 2...3, columns: 2, values: [.infinity, 1], levels: [0.5],
        classes: ["p", "q"]))
    #expect(
      String(decoding: try encoder.encode(full), as: UTF8.self)
        == #"{"field":{"columns":2,"levels":[0.5],"values":[null,1],"x":[0,1],"y":[2,3]},"#
        + #""kind":"heat","markers":[{"label":"m","x":2},{"label":"n","y":3}],"name":"f","series":[],"title":"t","#
        + #""x":{"label":"u","scale":"linear"},"y":{"label":"v","scale":"linear"}}"#)
  }
}

/// Which values the axes of a figure hold.
@Suite struct FigureScalesTests {
  /// But for the axis of what was tried, which ends where the trying did.
  @Test(arguments: Figure.Form.allCases)
  func samplesWithoutAPlaceStretchNeitherAxis(_ form: Figure.Form) {
    let figure = FigureTests.figure(
      form, y: .log, [.init("a", x: [1, 2, 3, 9], y: [10, 1000, .nan, -1])],
      markers: [.init("m", x: 4), .init("n", y: 10_000), .init("none", y: -1)])
    let (x, y) = figure.scales(ticks: 2)
    #expect(x.low == 1 && x.high == (form.meaning.isOverX ? 9 : 4))
    #expect(y.low == 1 && y.high == 4)
    #expect(figure.shows(figure.series[0]))
    #expect(!figure.shows(.init("b", x: [1, 2], y: [0, .infinity])))
    #expect(!figure.shows(.init("b", x: [], y: [])))
  }

  @Test func onlyTheHeightIsRoundedAndOnlyWithoutADomain() {
    var figure = FigureTests.figure(.line, [.init("a", x: [0, 0.97], y: [0, 9.7])])
    #expect(figure.scales(ticks: 6).y.high == 10 && figure.scales(ticks: 6).x.high == 0.97)
    figure.y.domain = 0...9.6
    #expect(figure.scales(ticks: 6).y.high == 9.6)
  }

  @Test func aDomainThatTheScaleCannotShowIsTakenFromTheData() {
    var figure = FigureTests.figure(y: .log, [.init("a", x: [0, 1], y: [10, 1000])])
    figure.y.domain = -1...5
    let (_, y) = figure.scales(ticks: 6)
    #expect(y.low == 1 && y.high == 3)
  }

  @Test func samplesBesideTheDomainDoNotStretchTheHeight() {
    var figure = FigureTests.figure(.line, [.init("a", x: [0, 1, 2], y: [0, 1, 50])])
    figure.x.domain = 0...1
    let (x, y) = figure.scales(ticks: 6)
    #expect(x.high == 1 && y.high == 1)
  }

  @Test(arguments: Figure.Form.allCases) func aFieldSaysWhereTheAxesEnd(_ form: Figure.Form) {
    let field = Figure.Field(
      x: 0...1, y: 0...1, columns: 3, values: [0, 1, 2, 3, 4, 5, 6, 7, 8], levels: [])
    let series = [Figure.Series("way", x: [-2, 0, 1], y: [0, 0, 3])]
    let isMap = form.meaning.field == .shades
    let (x, y) = FigureTests.figure(form, series, field: field).scales(ticks: 6)
    // A map has room for whole cells, and for what is drawn over it.
    #expect(((x.position(-2) ?? -1) >= 0) == isMap && ((y.position(3) ?? 2) <= 1) == isMap)
    let (wide, high) = FigureTests.figure(form, field: field).scales(ticks: 6)
    #expect(wide.low == (isMap ? -0.25 : 0) && wide.high == (isMap ? 1.25 : 1))
    #expect(high.low == wide.low && high.high == wide.high)
    var torn = field
    torn.values.removeLast()
    let (around, _) = FigureTests.figure(form, series, field: torn).scales(ticks: 6)
    #expect(around.low == -2 && around.high == 1)
  }
}

/// Values over the plane.
@Suite struct FigureFieldTests {
  static let field = Figure.Field(
    x: 1...100, y: 0...1, columns: 3, values: [0, 1, 2, 3, .nan, 5], levels: [])

  @Test func nodesStandEvenlyOnTheAxes() {
    let nodes = FigureTests.figure(.heat, x: .log, field: Self.field).nodes
    #expect(nodes.map(\.x) == [1, 10, 100, 1, 10, 100] && nodes.map(\.y) == [0, 0, 0, 1, 1, 1])
    #expect(nodes[4].value.isNaN && nodes.map(\.value)[5] == 5)
  }

  @Test(arguments: [(3, 6, true), (2, 6, true), (4, 6, false), (3, 0, false), (0, 6, false)])
  func onlyWholeFieldsHaveNodes(_ columns: Int, _ count: Int, _ isWhole: Bool) {
    var field = Self.field
    field.columns = columns
    field.values = Array(field.values.prefix(count))
    let figure = FigureTests.figure(.heat, field: field)
    #expect((figure.grid != nil) == isWhole && figure.nodes.count == (isWhole ? count : 0))
  }

  @Test(arguments: [
    ([], "", ""), (["a"], "", ""), (["a", "b"], "called a", "called b"),
    (["", "b"], "", "called b"),
    (["a", "b", "c"], "", ""),
  ]) func regionsAreCalledByTheirClasses(_ classes: [String], _ below: String, _ above: String) {
    var field = Self.field
    field.classes = classes
    #expect(field.regionNames == (below, above))
  }
}

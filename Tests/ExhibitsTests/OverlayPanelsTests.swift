import Experiments
import Simulations
import Testing
import ToyCourse
import Tuning

@testable import Exhibits

/// How lines of several runs share a picture, and when they do not.
@Suite struct OverlayPanelsTests {
  /// A run with lines of the given heights at 0 and 1, by name.
  static func run(
    _ label: String, _ lines: KeyValuePairs<String, [Double]>, title: String = "t",
    form: Figure.Form = .line
  ) -> LabelledRun {
    var outcome = Outcome()
    outcome.figures = [
      Figure(
        FigureKind("lines", "lines of all"), form, title: title, x: .init("x"), y: .init("y"),
        series: lines.map { name, y in
          Figure.Series(
            name, name.hasSuffix("theory") ? .theory : .measured,
            x: y.indices.map(Double.init), y: y)
        }, markers: [.init("this run", x: 0)])
    ]
    return LabelledRun(label: label, settings: Slide.defaults, outcome: outcome)
  }

  static func drawings(_ runs: [LabelledRun]) -> [(figure: Figure, label: String)] {
    Overlay.drawings(of: runs, named: ["lines"])
  }

  @Test func aLineThatIsTheSameInAllRunsIsDrawnOnce() {
    let all = Self.drawings([
      Self.run("a", ["u": [1, 2], "floor": [0, .nan]]),
      Self.run("b", ["u": [1, 3], "floor": [0, .nan]]),
    ])
    #expect(all.map(\.label) == [""])
    #expect(all[0].figure.series.map(\.name) == ["a u", "floor", "b u"])
    let inks = all[0].figure.series.indices.map(all[0].figure.ink)
    #expect(Set(inks).count == 3 && inks[0] == 0 && inks[2] == 1)
  }

  @Test(arguments: [
    ([[1.0, 2], [1, 2], [1, 3]], ["a, b", "c"]), ([[1, 2], [1, 2], [1, 2]], ["a, b, c"]),
    ([[1, 2], [1, 2], [1, 2], [1, 2]], ["all 4"]), ([[1, 2], [1, 2, 3]], ["a", "b"]),
    ([[1, .nan], [1, .nan]], ["a, b"]), ([[1, .nan], [1, 0]], ["a", "b"]),
  ]) func linesThatAreTheSameAreCalledByTheirRuns(_ heights: [[Double]], _ names: [String]) {
    let runs = zip(["a", "b", "c", "d"], heights).map { Self.run($0, ["own \($0)": $1]) }
    #expect(Self.drawings(runs).map { $0.figure.series.map(\.name) } == [names])
  }

  /// One run may hold the same line under one name twice.
  @Test func linesOfOneRunStayApart() {
    let runs = [Self.run("a", ["u": [1, 2], "v": [1, 2]]), Self.run("b", ["u": [3, 4]])]
    #expect(Self.drawings(runs)[0].figure.series.map(\.name) == ["a u", "a v", "b u"])
  }

  @Test(arguments: Figure.Form.allCases) func titlesSpeakForAllRuns(_ form: Figure.Form) {
    let (one, two): ([Double], [Double]) = ([1, 2], form == .line ? [1, 3] : [1, 2])
    let titles = Self.drawings([
      Self.run("a", ["u": one], title: "3 units", form: form),
      Self.run("b", ["u": two], title: "4 units", form: form),
    ]).map(\.figure.title)
    #expect(titles == ["lines of all"])
    let same = Self.drawings([
      Self.run("a", ["u": one], form: form), Self.run("b", ["u": two], form: form),
    ])
    #expect(same.map(\.figure.title) == ["t"])
  }

  @Test func moreThanFourLinesAreComparedNameByName() {
    let runs = ["a", "b", "c"].enumerated().map { place, label in
      Self.run(label, ["value": [Double(place), 9], "slope": [Double(place), 1]])
    }
    let panels = Self.drawings(runs)
    #expect(panels.map(\.label) == ["value", "slope"])
    #expect(panels.map(\.figure.title) == ["value: t", "slope: t"])
    #expect(panels.allSatisfy { $0.figure.series.map(\.name) == ["a", "b", "c"] })
    #expect(Self.drawings(Array(runs.prefix(2))).count == 1)
  }

  @Test(arguments: [
    (4, [4]), (5, [2, 3]), (6, [3, 3]), (8, [4, 4]), (9, [3, 3, 3]), (13, [3, 3, 3, 4]),
  ]) func moreThanFourRunsFollowEachOtherOnTheSameAxes(_ count: Int, _ sizes: [Int]) {
    let runs = (0..<count).map { Self.run("\($0)", ["u": [Double($0), Double(100 - $0 * $0)]]) }
    let panels = Self.drawings(runs).map(\.figure)
    #expect(panels.map(\.series.count) == sizes)
    #expect(panels.flatMap { $0.series.map(\.name) } == runs.map(\.label))
    #expect(Set(panels.map { $0.scales(ticks: 6).y.ends }).count == 1)
    #expect(Set(panels.map { $0.scales(ticks: 6).x.ends }).count == 1)
    #expect(
      panels.allSatisfy { $0.exits($0.scales(ticks: 6).x, $0.scales(ticks: 6).y).joined().isEmpty })
    #expect(Set(Self.drawings(runs).map(\.label)).count == sizes.count)
  }

  @Test func theoryStaysWithWhatItForetells() {
    let alone = Self.drawings([
      Self.run(
        "",
        [
          "a": [1, 2], "a, theory": [1, 2], "b": [2, 3], "b, theory": [2, 3], "c": [5, 6],
          "bound, theory": [9, 9],
        ])
    ]).map { $0.figure.series.map(\.name) }
    #expect(
      alone == [
        ["a", "a, theory", "bound, theory"], ["b", "b, theory", "bound, theory"],
        ["c", "bound, theory"],
      ])
  }

  @Test func pointsAreNoLines() {
    let run = Self.run(
      "", ["a": [1], "b": [2], "c": [3], "d": [4], "e": [5]], form: .scatter)
    #expect(Self.drawings([run]).map(\.figure.series.count) == [5])
  }

  @Test(arguments: [(20, 1), (60, 2)]) func aThicketIsNotLaidOver(_ swings: Int, _ pictures: Int) {
    let wild = (0...swings).map { Double($0 % 2) }
    let runs = [Self.run("a", ["u": [0, 1]], title: "1"), Self.run("b", ["u": wild], title: "2")]
    let all = Self.drawings(runs)
    #expect(all.count == pictures)
    if pictures > 1 { #expect(all.map(\.figure.title) == ["a: 1", "b: 2"]) }
  }

  @Test(arguments: Catalog.all.simulations.map { $0.name })
  func noPictureHasMoreThanFourLines(_ name: String) throws {
    let simulation = try #require(Catalog.all[name])
    let outcome = simulation.run(simulation.defaults, seed: 1)
    let run = LabelledRun(label: "", settings: simulation.defaults, outcome: outcome)
    for (figure, _) in Overlay.drawings(of: [run], named: simulation.figures.map(\.name)) {
      #expect(figure.series.count { figure.style(of: $0).isJoined } <= 4, "\(figure.name)")
    }
  }
}

import Experiments
import Testing
import ToyCourse

@testable import Exhibits

/// How figures of several runs come together.
@Suite struct OverlayTests {
  static func run(_ label: String, rate: String, pushes: String = "10") throws -> LabelledRun {
    var settings = Slide.defaults
    try settings.turn("rate", to: rate)
    try settings.turn("pushes", to: pushes)
    return LabelledRun(label: label, settings: settings, outcome: Slide.run(settings, seed: 1))
  }

  @Test func aRunShowsItsFirstFigureUnlessOthersAreNamed() throws {
    let runs = [try Self.run("", rate: "0.1")]
    #expect(Overlay.standard(runs) == ["descent"])
    let figures = Overlay.figures(of: runs, named: ["map", "descent", "nothing"])
    #expect(figures == [runs[0].outcome.figures[1], runs[0].outcome.figures[0]])
  }

  @Test func linesOfSeveralRunsShareAPicture() throws {
    let runs = [try Self.run("0.1", rate: "0.1"), try Self.run("0.5", rate: "0.5")]
    #expect(Overlay.standard(runs) == ["descent"])
    let figures = Overlay.figures(of: runs, named: ["descent"])
    #expect(figures.count == 1)
    #expect(figures[0].series.map(\.name) == ["0.1", "0.5"])
    #expect(figures[0].series.map(\.y) == runs.map { $0.outcome.figures[0].series[0].y })
  }

  @Test func otherFiguresFollowEachOther() throws {
    let runs = [
      try Self.run("a", rate: "0.1"), try Self.run("b", rate: "0.1", pushes: "20"),
    ]
    #expect(Overlay.figures(of: runs, named: ["map"]).map(\.title) == ["a: places", "b: places"])
  }

  @Test func theKnobNamesValuesThatAreLabels() throws {
    let runs = [
      try Self.run("10", rate: "0.1"), try Self.run("20", rate: "0.1", pushes: "20"),
    ]
    let figures = Overlay.figures(of: runs, named: ["descent", "map"], by: "pushes")
    #expect(figures[0].title.hasSuffix(", by pushes"))
    #expect(figures.dropFirst().map(\.title) == ["pushes 10: places", "pushes 20: places"])
  }

  @Test func figuresThatDifferInMarkersAloneAreOne() {
    func run(_ label: String, _ y: Double, at x: Double) -> LabelledRun {
      var outcome = Outcome()
      outcome.figures = [
        Figure(
          FigureKind("dots", ""), .scatter, title: "t", x: .init("x"), y: .init("y"),
          series: [.init("u", x: [0], y: [y])],
          markers: [.init("this run", x: x), .init("edge", x: 9)])
      ]
      return LabelledRun(label: label, settings: Slide.defaults, outcome: outcome)
    }
    let all = Overlay.drawings(
      of: [run("a", 1, at: 1), run("b", 1, at: 2)], named: ["dots"], by: "k")
    #expect(all.map(\.label) == [""] && all.map(\.figure.title) == ["t"])
    #expect(all[0].figure.markers.map(\.label) == ["this run: a", "edge", "this run: b"])
    let some = Overlay.drawings(
      of: [run("a", 1, at: 1), run("b", 2, at: 1), run("c", 1, at: 1)], named: ["dots"])
    #expect(some.map(\.label) == ["a, c", "b"])
    #expect(some.map(\.figure.title) == ["a, c: t", "b: t"])
    #expect(some[0].figure.markers.map(\.label) == ["this run", "edge"])
  }

  @Test(arguments: [
    ([1.0, 2, 4], [5.0, 6, 7], true), ([1, 2, 4], [5, 9, 7], false),
    ([7, 8, 9], [5, 6, 7], false), ([1, 2, 3], [5, .nan, 7], false),
  ]) func dotsThatSayTheSameAreTogether(_ x: [Double], _ y: [Double], _ isOne: Bool) {
    func run(_ label: String, _ x: [Double], _ y: [Double]) -> LabelledRun {
      var outcome = Outcome()
      outcome.figures = [
        Figure(
          FigureKind("dots", ""), .scatter, title: "t", x: .init("x"), y: .init("y"),
          series: [.init("u", x: x, y: y)])
      ]
      return LabelledRun(label: label, settings: Slide.defaults, outcome: outcome)
    }
    let figures = Overlay.figures(
      of: [run("a", [1, 2, 3], [5, 6, 8]), run("b", x, y)], named: ["dots"])
    #expect((figures.count == 1) == isOne)
    if isOne {
      #expect(figures[0].series[0].x == [1, 2, 3, 4] && figures[0].series[0].y == [5, 6, 8, 7])
    }
  }

  @Test func theoryIsLeftToTheTable() {
    let kind = FigureKind("both", "two lines")
    func run(_ label: String, _ y: Double) -> LabelledRun {
      var outcome = Outcome()
      outcome.figures = [
        Figure(
          kind, .line, title: "t", x: .init("x"), y: .init("y"),
          series: [
            .init("u", x: [0], y: [y]), .init("v", x: [0], y: [y + 1]),
            .init("u, theory", .theory, x: [0], y: [1]),
          ], markers: [.init("turn", x: 0)])
      ]
      return LabelledRun(label: label, settings: Slide.defaults, outcome: outcome)
    }
    let figure = Overlay.figures(of: [run("a", 1), run("b", 4)], named: ["both"])[0]
    #expect(figure.series.map(\.name) == ["a u", "a v", "b u", "b v"])
    #expect(figure.series.map(\.group) == [0, 0, 1, 1])
    #expect(figure.markers.isEmpty)
  }

  @Test func noRunsNoFigures() {
    #expect(Overlay.standard([]) == [])
    #expect(Overlay.figures(of: [], named: ["descent"]).isEmpty)
  }
}

import Experiments
import Plotting
import TestKit
import Testing

@testable import Play

/// Axes that only widen while a knob turns.
@Suite struct HeldAxesTests {
  /// A figure of random reach, its axes of either kind.
  static func figure(_ garbage: inout Garbage, _ y: Scale.Kind) -> Figure {
    let top = [1, 30, 1000, 2e6][garbage.below(4)] * (0.5 + garbage.fraction())
    let bottom = y == .log ? top * [1e-3, 0.5][garbage.below(2)] : [-1, 0, 3][garbage.below(3)]
    let count = 2 + garbage.below(40)
    let x = (0..<count).map(Double.init)
    let values = x.map { bottom + (top - bottom) * $0 / Double(count - 1) }
    return Figure(
      FigureKind("f", "f"), .line, title: "t", x: Figure.Axis("x"), y: Figure.Axis("y", y),
      series: [Figure.Series("s", x: x, y: values)])
  }

  static func covers(_ wide: Scale, _ narrow: Scale) -> Bool {
    let slack = 1e-9 * narrow.span
    return wide.low <= narrow.low + slack && wide.high >= narrow.high - slack
  }

  @Test(arguments: 0..<8) func axesOnlyWidenUntilTheyMayNarrow(_ seed: Int) {
    var garbage = Garbage(seed: seed)
    let kind: Scale.Kind = seed % 2 == 0 ? .linear : .log
    var axes = HeldAxes()
    var last: (x: Scale, y: Scale)?
    for step in 0..<60 {
      let figure = Self.figure(&garbage, kind)
      let ticks = 2 + garbage.below(6)
      axes.mayNarrow = step % 20 == 0
      axes.begin()
      let held = axes.held(figure, in: "a", ticks: ticks)
      let (needed, scales) = (figure.scales(ticks: ticks), held.scales(ticks: ticks))
      #expect(held.series.map(\.y) == figure.series.map(\.y))
      #expect(Self.covers(scales.x, needed.x) && Self.covers(scales.y, needed.y))
      if axes.mayNarrow {
        #expect(held == figure && !axes.areWide)
      } else if let last {
        #expect(Self.covers(scales.x, last.x) && Self.covers(scales.y, last.y))
        #expect(axes.areWide == (held != figure))
        // No wider than what was seen and what is.
        #expect(scales.x.high == max(last.x.high, needed.x.high))
      }
      last = scales
    }
  }

  @Test func figuresHaveAxesOfTheirOwn() {
    var garbage = Garbage(seed: 3)
    var axes = HeldAxes()
    axes.mayNarrow = false
    let figures = (0..<20).map { _ in Self.figure(&garbage, .linear) }
    for (index, figure) in figures.enumerated() {
      #expect(axes.held(figure, in: "\(index)", ticks: 4) == figure)
    }
    #expect(!axes.areWide)
  }

  /// A figure drawn twice is the same, and one of another kind of axis is not held by the last.
  @Test func nothingWidensByItself() {
    var garbage = Garbage(seed: 4)
    var axes = HeldAxes()
    axes.mayNarrow = false
    let figure = Self.figure(&garbage, .linear)
    for _ in 0..<5 { #expect(axes.held(figure, in: "a", ticks: 5) == figure) }
    var below = Self.figure(&garbage, .linear)
    below.series[0].y = below.series[0].y.map { -1 - abs($0) }
    _ = axes.held(below, in: "a", ticks: 5)
    let log = Self.figure(&garbage, .log)
    #expect(axes.held(log, in: "a", ticks: 5).y == log.y)
  }
}

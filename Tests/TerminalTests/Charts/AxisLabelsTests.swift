import Plotting
import TestKit
import Testing

@testable import Terminal

@Suite struct AxisLabelsTests {
  @Test func labelsNeitherTouchNorLeaveTheLine() {
    var random = Garbage(seed: 7)
    for _ in 0..<500 {
      let scale: Scale.Kind = random.below(2) == 0 ? .linear : .log
      let columns = 14 + random.below(100)
      let left = 1 + random.below(9)
      let width = left + columns + random.below(10)
      let plot = Plot(
        x: Scale(scale, random.range(for: scale)), y: Scale(.linear, 0...1), columns: columns,
        rows: 3, grid: .braille)
      let placed = AxisLabels(plot, left: left, width: width).placed
      for one in placed {
        #expect(one.start >= 0 && one.start + columnWidth(one.label) <= width)
        #expect((left..<left + columns).contains(one.tick))
      }
      for (one, next) in zip(placed, placed.dropFirst()) {
        #expect(one.start + columnWidth(one.label) + 2 <= next.start)
        #expect(one.tick < next.tick)
      }
    }
  }

  @Test(arguments: [
    (40, "step", ["└┬──────┬──────┬──────┬──────┬", " 0      10     20     30     40  step"]),
    (31, "step", ["└┬──────┬──────┬──────┬──────┬", " 0      10     20     30     40", "step"]),
    (31, "", ["└┬──────┬──────┬──────┬──────┬", " 0      10     20     30     40"]),
  ]) func lines(_ width: Int, _ label: String, _ expected: [String]) {
    let plot = Plot(
      x: Scale(.linear, 0...40), y: Scale(.linear, 0...1), columns: 29, rows: 3, grid: .braille)
    let labels = AxisLabels(plot, left: 1, width: width)
    let lines = labels.lines(
      plot, left: 1, width: width, label: label, usesUnicode: true
    ).map(\.text)
    #expect(lines.prefix(2) == expected.prefix(2))
    #expect(lines.count == expected.count)
    #expect(lines.last?.hasSuffix(expected.last ?? "") == true)
  }
}

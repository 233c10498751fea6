import Plotting
import TestKit
import Testing

@testable import Terminal

@Suite struct StrokeTests {
  @Test(arguments: [
    (Point(x: 1, y: 1), Point(x: 5, y: 3), Point(x: 1, y: 1), Point(x: 5, y: 3)),
    (Point(x: -10, y: 5), Point(x: 30, y: 5), Point(x: 0, y: 5), Point(x: 9, y: 5)),
    (Point(x: 4, y: 1e9), Point(x: 4, y: -1e9), Point(x: 4, y: 9), Point(x: 4, y: 0)),
    (Point(x: -5, y: 0), Point(x: 5, y: 10), Point(x: 0, y: 5), Point(x: 4, y: 9)),
  ]) func clipping(_ start: Point, _ end: Point, _ from: Point, _ to: Point) throws {
    let (first, last) = try #require(clipped(start, end, width: 10, height: 10))
    for (found, expected) in [(first, from), (last, to)] {
      #expect(abs(found.x - expected.x) < 1e-6)
      #expect(abs(found.y - expected.y) < 1e-6)
    }
  }

  @Test(arguments: [
    (Point(x: -5, y: -5), Point(x: -1, y: 20)), (Point(x: 20, y: 5), Point(x: 30, y: 5)),
    (Point(x: -3, y: 8), Point(x: 3, y: 14)),
  ]) func nothingIsLeftOfALineBesideTheSheet(_ start: Point, _ end: Point) {
    #expect(clipped(start, end, width: 10, height: 10) == nil)
  }

  @Test func dotsTouchEachOther() {
    var random = Garbage(seed: 3)
    for _ in 0..<500 {
      let start = Dot(x: random.below(60), y: random.below(60))
      let end = Dot(x: random.below(60), y: random.below(60))
      let line = dots(from: start, to: end)
      #expect(line.first == start)
      #expect(line.last == end)
      #expect(line.count == max(abs(end.x - start.x), abs(end.y - start.y)) + 1)
      for (a, b) in zip(line, line.dropFirst()) {
        #expect(max(abs(a.x - b.x), abs(a.y - b.y)) == 1)
      }
    }
  }

  @Test func dashesRunOnFromOneSegmentToTheNext() {
    var canvas = Canvas(columns: 12, rows: 1, grid: .ascii)
    var stroke = Stroke(Pen(pattern: [3, 1], mark: "*"))
    stroke.draw(from: Point(x: 0, y: 0), to: Point(x: 4, y: 0), on: &canvas)
    stroke.draw(from: Point(x: 4, y: 0), to: Point(x: 11, y: 0), on: &canvas)
    #expect(canvas.line(0).text == "*** *** *** ")
  }
}

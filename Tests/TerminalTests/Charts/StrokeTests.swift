import Plotting
import TestKit
import Testing

@testable import Terminal

@Suite struct StrokeTests {
  @Test(arguments: [
    (Place(x: 1, y: 1), Place(x: 5, y: 3), Place(x: 1, y: 1), Place(x: 5, y: 3)),
    (Place(x: -10, y: 5), Place(x: 30, y: 5), Place(x: 0, y: 5), Place(x: 9, y: 5)),
    (Place(x: 4, y: 1e9), Place(x: 4, y: -1e9), Place(x: 4, y: 9), Place(x: 4, y: 0)),
    (Place(x: -5, y: 0), Place(x: 5, y: 10), Place(x: 0, y: 5), Place(x: 4, y: 9)),
  ]) func clipping(_ start: Place, _ end: Place, _ from: Place, _ to: Place) throws {
    let (first, last) = try #require(clipped(start, end, width: 10, height: 10))
    for (found, expected) in [(first, from), (last, to)] {
      #expect(abs(found.x - expected.x) < 1e-6)
      #expect(abs(found.y - expected.y) < 1e-6)
    }
  }

  @Test(arguments: [
    (Place(x: -5, y: -5), Place(x: -1, y: 20)), (Place(x: 20, y: 5), Place(x: 30, y: 5)),
    (Place(x: -3, y: 8), Place(x: 3, y: 14)),
  ]) func nothingIsLeftOfALineBesideTheSheet(_ start: Place, _ end: Place) {
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
    var canvas = Canvas(columns: 12, rows: 1, usesUnicode: false)
    var stroke = Stroke(Pen(pattern: [3, 1], mark: "*"))
    stroke.draw(from: Place(x: 0, y: 0), to: Place(x: 4, y: 0), on: &canvas)
    stroke.draw(from: Place(x: 4, y: 0), to: Place(x: 11, y: 0), on: &canvas)
    #expect(canvas.line(0).text == "*** *** *** ")
  }
}

import Plotting
import Testing

@testable import Pictures

/// Lines without the places that no eye would miss.
@Suite struct PathThinningTests {
  /// A line that wanders.
  private static func line(_ count: Int, _ seed: UInt64) -> [Point] {
    var state = seed
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 33) / Double(1 << 31) - 0.5
    }
    var y = 0.0
    return (0..<count).map { place in
      y += next()
      return Point(x: Double(place) / 3, y: y)
    }
  }

  @Test(arguments: [0.25, 0.5, 2], [2, 3, 50, 1000])
  func nothingThatIsLeftOutIsFarFromTheLine(_ tolerance: Double, _ count: Int) {
    let line = Self.line(count, 7)
    let kept = Path.thinned(line, tolerance)
    #expect(kept.first == line.first && kept.last == line.last)
    #expect(kept.count <= line.count)
    var rest = line[...]
    for (from, to) in zip(kept, kept.dropFirst()) {
      // What stands between two that are kept, in the line's own order.
      let part = rest.prefix { $0 != to }
      for place in part { #expect(place.distance(toLineFrom: from, to: to) <= tolerance) }
      rest = rest.dropFirst(part.count)
      #expect(rest.first == to)
    }
    #expect(Path.thinned(kept, tolerance).count <= kept.count)
  }

  @Test func aStraightLineIsItsEnds() {
    let line = (0...1000).map { Point(x: Double($0), y: 2 * Double($0)) }
    #expect(Path.thinned(line, 0.25) == [line[0], line[1000]])
    #expect(Path.thinned(line, 0) == line)
    #expect(Path.thinned([], 1).isEmpty)
    // A line that ends where it begins, and places that are all one.
    let loop = [Point(x: 0, y: 0), Point(x: 9, y: 0), Point(x: 0, y: 0)]
    #expect(Path.thinned(loop, 0.25) == loop)
    #expect(Path.thinned(Array(repeating: line[3], count: 5), 0.25).count == 2)
  }
}

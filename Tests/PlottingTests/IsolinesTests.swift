import Testing

@testable import Plotting

@Suite struct IsolinesTests {
  private func field(_ columns: Int, _ rows: Int, _ value: (Double, Double) -> Double)
    -> Grid
  {
    var values: [Double] = []
    for row in 0..<rows {
      for column in 0..<columns {
        values.append(
          value(Double(column) / Double(columns - 1), Double(row) / Double(rows - 1)))
      }
    }
    return Grid(columns: columns, rows: rows, values: values)
  }

  @Test func aPlaneHasOneStraightLine() {
    let lines = isolines(of: field(9, 7) { x, _ in x }, at: 0.3)
    #expect(lines.count == 1)
    #expect(lines.first?.count == 7)
    for place in lines.first ?? [] { #expect(abs(place.x - 0.3) < 1e-12) }
  }

  @Test func aBowlHasAClosedRing() throws {
    let bowl = field(41, 41) { x, y in (x - 0.5) * (x - 0.5) + (y - 0.5) * (y - 0.5) }
    let lines = isolines(of: bowl, at: 0.09)
    #expect(lines.count == 1)
    let ring = try #require(lines.first)
    #expect(ring.first == ring.last)
    for place in ring {
      let radius = ((place.x - 0.5) * (place.x - 0.5) + (place.y - 0.5) * (place.y - 0.5))
        .squareRoot()
      #expect(abs(radius - 0.3) < 0.005)
    }
  }

  @Test func aSaddleHasTwoBranches() {
    let saddle = field(8, 8) { x, y in (x - 0.5) * (y - 0.5) }
    #expect(isolines(of: saddle, at: 0.001).count == 2)
    #expect(isolines(of: saddle, at: -0.001).count == 2)
  }

  @Test func holesAreLeftOut() {
    let holed = field(9, 9) { x, y in x > 0.4 && x < 0.6 && y > 0.3 && y < 0.6 ? .nan : y }
    let lines = isolines(of: holed, at: 0.5)
    #expect(lines.count == 2)
    #expect(isolines(of: field(3, 3) { _, _ in .nan }, at: 0).isEmpty)
  }
}

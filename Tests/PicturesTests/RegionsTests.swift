import Plotting
import Testing

@testable import Pictures

@Suite struct RegionsTests {
  /// The area of polygons, by the shoelace formula.
  static func area(_ polygons: [[Point]]) -> Double {
    polygons.reduce(0) { sum, polygon in
      let next = polygon.dropFirst() + polygon.prefix(1)
      return sum + abs(zip(polygon, next).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }) / 2
    }
  }

  @Test(arguments: [-1.0, 0, 0.3, 0.5, 0.77, 1, 2]) func aSlopeIsDividedWhereItCrosses(
    _ level: Double
  ) {
    let values = (0..<5).flatMap { _ in (0..<9).map { Double($0) / 8 } }
    let grid = Grid(columns: 9, rows: 5, values: values)
    let above = Self.area(Regions.polygons(grid, level: level, isAbove: true))
    let below = Self.area(Regions.polygons(grid, level: level, isAbove: false))
    #expect(abs(above - min(max(1 - level, 0), 1)) < 1e-12)
    #expect(abs(above + below - 1) < 1e-12)
  }

  @Test func holesBelongToNeither() {
    var values = [Double](repeating: 1, count: 16)
    values[5] = .nan
    let grid = Grid(columns: 4, rows: 4, values: values)
    #expect(abs(Self.area(Regions.polygons(grid, level: 0, isAbove: true)) - 5 / 9.0) < 1e-12)
    #expect(Regions.polygons(grid, level: 0, isAbove: false).isEmpty)
  }

  @Test func aPartHasTheColourOfItsPoints() throws {
    let figure = try #require(Example.named("boundary"))
    let looks = figure.series.indices.map { Look(figure, series: $0) }
    #expect(figure.regionPaints(looks).above == looks[1].paint)
    var turned = figure
    turned.series.reverse()
    #expect(turned.regionPaints(looks).above == looks[0].paint)
    turned.series.removeLast()
    #expect(turned.regionPaints(looks).above == .soft)
  }

  @Test(arguments: [
    (["class 0", "class 1"], ["called class 0", "called class 1"], [0, 1]),
    (["class 1", "class 0"], ["called class 1", "called class 0"], [1, 0]),
    (["another class", "class 1"], ["called another class", "called class 1"], [nil, 1]),
    (["", "class 1"], ["< 0.5", "called class 1"], [nil, 1]), ([], ["< 0.5", "≥ 0.5"], [0, 1]),
  ]) func aPartHasTheNameAndTheColourOfItsClass(
    _ classes: [String], _ names: [String], _ owners: [Int?]
  ) throws {
    var figure = try #require(Example.named("boundary"))
    figure.field = figure.field.map { field in
      Figure.Field(
        x: field.x, y: field.y, columns: field.columns, values: field.values,
        levels: field.levels, classes: classes)
    }
    let looks = figure.series.indices.map { Look(figure, series: $0) }
    #expect([figure.regionNames.below, figure.regionNames.above] == names)
    let paints = figure.regionPaints(looks)
    #expect(paints.below == owners[0].map { looks[$0].paint } ?? .ground)
    #expect(paints.above == owners[1].map { looks[$0].paint } ?? .soft)
  }
}

import Testing

@testable import Plotting

@Suite struct GridTests {
  private let grid = Grid(
    columns: 3, rows: 2, values: [0, 1, 2, 10, 11, .nan])

  @Test(
    arguments: [
      (0.0, 0.0, 0.0), (0.25, 0, 0.5), (0, 0.5, 5), (0.25, 0.5, 5.5), (0, 1, 10),
    ] as [(Double, Double, Double)])
  func valuesBetweenNodes(_ across: Double, _ up: Double, _ expected: Double) {
    #expect(grid.interpolated(across, up) == expected)
  }

  @Test(arguments: [(0.9, 0.5), (1, 1), (-0.1, 0), (0, 1.1), (.nan, 0)] as [(Double, Double)])
  func nothingBesideAHoleOrOutside(_ across: Double, _ up: Double) {
    #expect(grid.interpolated(across, up) == nil)
  }

  @Test(
    arguments: [
      (3, 2, 6, true), (3, 2, 5, false), (0, 0, 0, false), (-1, -1, 1, false), (.max, 2, 6, false),
    ] as [(Int, Int, Int, Bool)])
  func onlyAFullGridIsWhole(_ columns: Int, _ rows: Int, _ count: Int, _ isWhole: Bool) {
    let grid = Grid(
      columns: columns, rows: rows,
      values: Array(repeating: 0, count: count))
    #expect(grid.isWhole == isWhole)
  }

  /// Both ends included, so that nodes of the coarse grid are nodes of the fine one.
  private static func grid(
    _ columns: Int, _ rows: Int, _ value: (Double, Double) -> Double
  ) -> Grid {
    Grid(
      columns: columns, rows: rows,
      values: (0..<rows).flatMap { row in
        (0..<columns).map {
          value(Double($0) / Double(columns - 1), Double(row) / Double(rows - 1))
        }
      })
  }

  @Test func aRefinedQuadraticIsTheQuadratic() {
    func bowl(_ x: Double, _ y: Double) -> Double { 3 * x * x - x * y + 20 * y * y - 2 * x + 1 }
    let fine = Self.grid(5, 4, bowl).refined(by: 6)
    let exact = Self.grid(25, 19, bowl)
    #expect(fine.columns == exact.columns && fine.rows == exact.rows && fine.isWhole)
    #expect(zip(fine.values, exact.values).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test func refiningKeepsNodesAndHoles() {
    var coarse = Self.grid(4, 4) { x, y in x * y }
    coarse = Grid(
      columns: 4, rows: 4, values: coarse.values.enumerated().map { $0 == 5 ? .nan : $1 })
    let fine = coarse.refined(by: 3)
    for row in 0..<4 {
      for column in 0..<4 {
        let (found, wanted) = (
          fine.value(column: 3 * column, row: 3 * row), coarse.value(column: column, row: row)
        )
        #expect((found == nil) == (wanted == nil))
        if let found, let wanted { #expect(abs(found - wanted) < 1e-12) }
      }
    }
    #expect(fine.value(column: 4, row: 3) == nil && fine.value(column: 3, row: 4) == nil)
  }

  @Test(arguments: [(0, 0), (1, 3), (3, 1), (2, 9)]) func whatIsTooSmallStaysAsItIs(
    _ columns: Int, _ rows: Int
  ) {
    let grid = Grid(columns: columns, rows: rows, values: [1, 2, 3])
    #expect(grid.refined(by: 4) == grid)
  }
}

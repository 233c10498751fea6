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
}

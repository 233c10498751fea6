/// Values at the nodes of a grid, row after row.
package struct Grid: Sendable, Hashable {
  package let columns: Int
  package let rows: Int
  /// `columns * rows` values, the lowest row first; those that are not finite are missing.
  package let values: [Double]

  package init(columns: Int, rows: Int, values: [Double]) {
    self.columns = columns
    self.rows = rows
    self.values = values
  }

  /// Whether the values fill the grid; one that is not whole is not drawn.
  package var isWhole: Bool {
    let (count, overflow) = columns.multipliedReportingOverflow(by: rows)
    return columns > 0 && rows > 0 && !overflow && values.count == count
  }

  /// The value at a node of the grid, `nil` outside and where it is not finite.
  package func value(column: Int, row: Int) -> Double? {
    guard (0..<columns).contains(column), (0..<rows).contains(row) else { return nil }
    let value = values[row * columns + column]
    return value.isFinite ? value : nil
  }

  /// The value between four nodes, for fractions from 0 to 1 of the width and the height.
  package func interpolated(_ across: Double, _ up: Double) -> Double? {
    guard (0...1).contains(across), (0...1).contains(up) else { return nil }
    let x = across * Double(columns - 1)
    let y = up * Double(rows - 1)
    let column = min(Int(x), max(0, columns - 2))
    let row = min(Int(y), max(0, rows - 2))
    let right = min(column + 1, columns - 1)
    let above = min(row + 1, rows - 1)
    guard let a = value(column: column, row: row), let b = value(column: right, row: row),
      let c = value(column: column, row: above), let d = value(column: right, row: above)
    else { return nil }
    let s = x - Double(column)
    let t = y - Double(row)
    return (a * (1 - s) + b * s) * (1 - t) + (c * (1 - s) + d * s) * t
  }
}

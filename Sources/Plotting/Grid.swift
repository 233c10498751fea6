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

extension Grid {
  /// The grid with so many steps where one was, values between nodes taken from cubics.
  ///
  /// The cubics pass through the nodes with the slopes that their neighbours suggest (Catmull and
  /// Rom, 1974) and give back any quadratic; a side with a missing value stays missing.
  package func refined(by parts: Int) -> Grid {
    guard isWhole, parts > 1, columns > 1, rows > 1 else { return self }
    let (across, up) = ((columns - 1) * parts + 1, (rows - 1) * parts + 1)
    let wide = (0..<rows).flatMap { row in
      Self.refined(Array(values[row * columns..<(row + 1) * columns]), parts)
    }
    var fine = [Double](repeating: .nan, count: across * up)
    for column in 0..<across {
      let line = Self.refined((0..<rows).map { wide[$0 * across + column] }, parts)
      for (row, value) in line.enumerated() { fine[row * across + column] = value }
    }
    return Grid(columns: across, rows: up, values: fine)
  }

  private static func refined(_ values: [Double], _ parts: Int) -> [Double] {
    var result: [Double] = []
    for index in 0..<values.count - 1 {
      let (from, to) = (values[index], values[index + 1])
      let before = index > 0 ? values[index - 1] : .nan
      let after = index + 2 < values.count ? values[index + 2] : .nan
      // Beyond an end the neighbours on the other side go on as they do.
      let left = before.isFinite ? before : after.isFinite ? 3 * from - 3 * to + after : from
      let right = after.isFinite ? after : before.isFinite ? 3 * to - 3 * from + before : to
      let isStraight = !before.isFinite && !after.isFinite
      result.append(from)
      for part in 1..<parts {
        let t = Double(part) / Double(parts)
        let straight = from + t * (to - from)
        let (rise, fall) = ((to - left) / 2, (right - from) / 2)
        let bend = (rise - (to - from)) * (1 - t) - (fall - (to - from)) * t
        result.append(isStraight ? straight : straight + t * (1 - t) * bend)
      }
    }
    return result + values.suffix(1)
  }
}

extension Chart {
  /// A quantity over the plane of a chart, known on a grid.
  ///
  /// The grid's columns are equally spaced on the x axis's scale (so in the logarithm, where that is
  /// logarithmic), the first at the lower bound and the last at the upper bound; rows likewise.
  package struct Field: Sendable, Hashable {
    /// How the values are shown.
    package enum Kind: Sendable, Hashable {
      /// Shades from the least to the greatest value, by value or by its logarithm.
      case heat(Axis.Scale)
      /// Lines of equal value, at these values.
      case contours(levels: [Double])
      /// The part at or above the threshold is shaded, its edge is drawn.
      case regions(threshold: Double)
    }

    /// What the values are; names them in the legend.
    package var label: String
    package var kind: Kind
    /// The values of x from the first column to the last.
    package var x: ClosedRange<Double>
    /// The values of y from the first row to the last.
    package var y: ClosedRange<Double>
    package var columns: Int
    package var rows: Int
    /// `columns * rows` values, row after row, the row of the lowest y first; values that are not
    /// finite are marked or left out.
    package var values: [Double]

    package init(
      _ label: String = "", _ kind: Kind, x: ClosedRange<Double>, y: ClosedRange<Double>,
      columns: Int, rows: Int, values: [Double]
    ) {
      self.label = label
      self.kind = kind
      self.x = x
      self.y = y
      self.columns = columns
      self.rows = rows
      self.values = values
    }
  }
}

extension Chart.Field {
  /// Whether the values fill the grid; a field that is not whole is not drawn.
  var isWhole: Bool {
    let (count, overflow) = columns.multipliedReportingOverflow(by: rows)
    return columns > 0 && rows > 0 && !overflow && values.count == count
  }

  var isHeat: Bool {
    if case .heat = kind { true } else { false }
  }

  /// The value at a node of the grid, `nil` outside and where it is not finite.
  func value(column: Int, row: Int) -> Double? {
    guard (0..<columns).contains(column), (0..<rows).contains(row) else { return nil }
    let value = values[row * columns + column]
    return value.isFinite ? value : nil
  }

  /// The value between four nodes, for fractions from 0 to 1 of the width and the height.
  func interpolated(_ across: Double, _ up: Double) -> Double? {
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

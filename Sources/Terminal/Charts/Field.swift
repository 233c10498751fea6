import Plotting

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
      /// The part at or above the threshold is shaded, its edge is drawn; it may have a name.
      case regions(threshold: Double, name: String = "")
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
  /// The values alone.
  var grid: Grid { Grid(columns: columns, rows: rows, values: values) }

  /// Whether the values fill the grid; a field that is not whole is not drawn.
  var isWhole: Bool { grid.isWhole }

  var isHeat: Bool {
    if case .heat = kind { true } else { false }
  }
}

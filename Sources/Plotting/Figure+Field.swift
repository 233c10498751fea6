import Foundation

extension Figure {
  /// Values over a grid of the plane, equally spaced on the axes' own scales.
  package struct Field: Sendable, Hashable {
    /// How the values are drawn.
    package enum Style: Sendable, Hashable {
      /// Lines of equal value, at the levels.
      case contours
      /// The parts below and from the first level, and the line between them.
      case regions
      /// Shades from the least to the greatest value.
      case shades
    }

    package var x: ClosedRange<Double>
    package var y: ClosedRange<Double>
    package var columns: Int

    /// Row by row from the lowest `y`, each from the lowest `x`; grid points include both ends.
    package var values: [Double]

    /// The values whose contours are drawn; for regions, the one that divides them.
    package var levels: [Double]

    /// The quantity that the values are of; empty where the title says it.
    package var label: String

    /// For regions, the classes of the parts below and from the level; an empty one has no name.
    package var classes: [String]

    package var rows: Int { columns > 0 ? values.count / columns : 0 }

    /// The values at their nodes; nil where they do not fill the grid, which is then not drawn.
    package var grid: Grid? {
      let grid = Grid(columns: columns, rows: rows, values: values)
      return grid.isWhole ? grid : nil
    }

    package init(
      _ label: String = "", x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int,
      values: [Double], levels: [Double], classes: [String] = []
    ) {
      self.label = label
      self.classes = classes
      self.x = x
      self.y = y
      self.columns = columns
      self.values = values
      self.levels = levels
    }
  }
}

extension Figure.Field {
  /// What the parts below and from the level are called; empty where their class has no name.
  package var regionNames: (below: String, above: String) {
    guard classes.count == 2 else { return ("", "") }
    func called(_ name: String) -> String { name.isEmpty ? "" : "called \(name)" }
    return (called(classes[0]), called(classes[1]))
  }
}

extension Figure {
  /// The field's values where they fill its grid, else nil.
  package var grid: Grid? { field?.grid }

  /// The nodes of the field's grid with their values; none where the values do not fill it.
  package var nodes: [(x: Double, y: Double, value: Double)] {
    guard let field, let grid else { return [] }
    let across = x.scale.places(grid.columns, over: field.x)
    let up = y.scale.places(grid.rows, over: field.y)
    return zip(field.values.indices, field.values).compactMap { index, value in
      let (row, column) = index.quotientAndRemainder(dividingBy: grid.columns)
      guard row < up.count, column < across.count else { return nil }
      return (across[column], up[row], value)
    }
  }
}

extension Scale.Kind {
  /// Values over a range in equal steps of the scale, both ends included.
  ///
  /// A single one is the lower end. A range that is not positive has equal differences.
  fileprivate func places(_ count: Int, over range: ClosedRange<Double>) -> [Double] {
    let (low, high) = (range.lowerBound, range.upperBound)
    guard count > 1, low < high else { return [low] }
    let shares = (0..<count - 1).map { Double($0) / Double(count - 1) }
    // These are drawn and written but never graded, so the C library's power will do.
    let isEven = self == .linear || low <= 0
    return shares.map { isEven ? low + $0 * (high - low) : low * pow(high / low, $0) } + [high]
  }
}

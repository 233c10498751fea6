import Plotting

extension Plot {
  /// Draws what a figure has behind its series: shades first, then lines.
  ///
  /// Numbers on contours keep away from the series, which are drawn later.
  mutating func drawField(of figure: Figure, _ marks: ChartMarks) {
    guard let field = figure.field, let grid = field.grid else { return }
    switch figure.form.meaning.field {
    case .shades: drawHeat(field, grid, marks.ramp)
    case .contours: drawContours(of: field, grid, around: figure.series, marks)
    case .regions:
      shadeRegion(field, grid, marks.region)
      for line in places(of: field, grid, at: field.threshold) { draw(line, Self.edgePen) }
    }
  }

  static let edgePen = Pen(mark: "#", style: .plain)

  private mutating func shadeRegion(_ field: Figure.Field, _ grid: Grid, _ shade: Character) {
    for (column, row, across, up) in centres(field) {
      guard let value = grid.interpolated(across, up), value >= field.threshold else { continue }
      canvas.shade(shade, column: column, row: row, .muted)
    }
  }

  private mutating func drawHeat(_ field: Figure.Field, _ grid: Grid, _ ramp: [Character]) {
    let shades = Scale(.linear, [], values: grid.values)
    for (column, row, across, up) in centres(field) {
      let nodeX = (across * Double(grid.columns - 1)).rounded()
      let nodeY = (up * Double(grid.rows - 1)).rounded()
      guard (0...Double(grid.columns - 1)).contains(nodeX),
        (0...Double(grid.rows - 1)).contains(nodeY)
      else { continue }
      if let value = grid.value(column: Int(nodeX), row: Int(nodeY)),
        let position = shades.position(value)
      {
        let level = Int(min(max(position, 0), 1) * Double(ramp.count))
        canvas.shade(ramp[min(level, ramp.count - 1)], column: column, row: row, .plain)
      } else {
        canvas.shade("?", column: column, row: row, .muted)
      }
    }
  }

  /// Each cell with where its centre is in the field, as fractions from the lower left corner.
  private func centres(_ field: Figure.Field) -> [(Int, Int, Double, Double)] {
    var result: [(Int, Int, Double, Double)] = []
    for row in 0..<canvas.rows {
      for column in 0..<canvas.columns {
        let across = (Double(column) + 0.5) / Double(canvas.columns)
        let up = 1 - (Double(row) + 0.5) / Double(canvas.rows)
        guard let fractionX = x.fraction(position: across, of: field.x),
          let fractionY = y.fraction(position: up, of: field.y)
        else { continue }
        result.append((column, row, fractionX, fractionY))
      }
    }
    return result
  }
}

extension Figure.Field {
  /// The value from which a region is shaded.
  var threshold: Double { levels.first ?? 0 }
}

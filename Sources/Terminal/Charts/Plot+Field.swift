extension Plot {
  /// Draws a background: shades first, then its lines.
  mutating func draw(_ field: Chart.Field) {
    guard field.isWhole else { return }
    switch field.kind {
    case .heat(let scale): drawHeat(field, scale)
    case .contours(let levels):
      for level in levels {
        drawIsolines(of: field, at: level, Self.contourPen(canvas.usesUnicode))
      }
    case .regions(let threshold):
      shadeRegion(field, from: threshold)
      drawIsolines(of: field, at: threshold, Self.edgePen)
    }
  }

  /// Dotted where there are dots to leave out.
  static func contourPen(_ usesUnicode: Bool) -> Pen {
    Pen(pattern: usesUnicode ? [1, 2] : [], mark: ".", style: .muted)
  }

  static let edgePen = Pen(mark: "#", style: .plain)

  static func regionShade(_ usesUnicode: Bool) -> Character { usesUnicode ? "·" : "." }

  /// From least to most.
  static func ramp(_ usesUnicode: Bool) -> [Character] {
    Array(usesUnicode ? " ░▒▓█" : " .:-=+*#%@")
  }

  private mutating func drawIsolines(of field: Chart.Field, at level: Double, _ pen: Pen) {
    for line in isolines(of: field, at: level) {
      var stroke = Stroke(pen)
      let places = line.compactMap { point -> Place? in
        guard let across = x.position(fraction: point.x, of: field.x),
          let up = y.position(fraction: point.y, of: field.y)
        else { return nil }
        return place(across: across, up: up)
      }
      for (from, to) in zip(places, places.dropFirst()) {
        stroke.draw(from: from, to: to, on: &canvas)
      }
    }
  }

  private mutating func shadeRegion(_ field: Chart.Field, from threshold: Double) {
    for (column, row, across, up) in centres(field) {
      guard let value = field.interpolated(across, up), value >= threshold else { continue }
      canvas.shade(Self.regionShade(canvas.usesUnicode), column: column, row: row, .muted)
    }
  }

  private mutating func drawHeat(_ field: Chart.Field, _ scale: Chart.Axis.Scale) {
    let ramp = Self.ramp(canvas.usesUnicode)
    let shades = Scale(Chart.Axis("", scale), field: nil, values: field.values)
    for (column, row, across, up) in centres(field) {
      let nodeX = (across * Double(field.columns - 1)).rounded()
      let nodeY = (up * Double(field.rows - 1)).rounded()
      guard (0...Double(field.columns - 1)).contains(nodeX),
        (0...Double(field.rows - 1)).contains(nodeY)
      else { continue }
      if let value = field.value(column: Int(nodeX), row: Int(nodeY)),
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
  private func centres(_ field: Chart.Field) -> [(Int, Int, Double, Double)] {
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

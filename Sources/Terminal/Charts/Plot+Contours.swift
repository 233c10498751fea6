import Plotting

extension Plot {
  static func contourPen(_ marks: ChartMarks) -> Pen {
    Pen(pattern: marks.contour, mark: ".", style: .muted)
  }

  /// The lines of a level, on the canvas or beyond it.
  func places(of field: Figure.Field, _ grid: Grid, at level: Double) -> [[Point]] {
    isolines(of: grid, at: level).map { line in
      line.compactMap { point in
        guard let across = x.position(fraction: point.x, of: field.x),
          let up = y.position(fraction: point.y, of: field.y)
        else { return nil }
        return place(across: across, up: up)
      }
    }
  }

  mutating func draw(_ line: [Point], _ pen: Pen) {
    var stroke = Stroke(pen)
    for (from, to) in zip(line, line.dropFirst()) { stroke.draw(from: from, to: to, on: &canvas) }
  }

  /// Draws the lines of each level and writes its value where the series leave most room.
  mutating func drawContours(
    of field: Figure.Field, _ grid: Grid, around series: [Figure.Series], _ marks: ChartMarks
  ) {
    let lines = field.levels.map { places(of: field, grid, at: $0) }
    for line in lines.joined() { draw(line, Self.contourPen(marks)) }
    if marks.contoursGiveWay { canvas.sink() }
    var taken = series.flatMap(waypoints)
    for (level, lines) in zip(field.levels, lines) {
      guard let text = DecimalNumber(level, digits: 3)?.text else { continue }
      let half = text.count / 2 + 2
      let cells = lines.joined().compactMap(cell).filter {
        $0.x > half && $0.x + half < canvas.columns
      }
      let spaced = cells.map { cell in
        (cell: cell, room: taken.map { distance(cell, $0) }.min() ?? .infinity)
      }
      guard let best = spaced.max(by: { $0.room < $1.room }), best.room >= 4 else { continue }
      canvas.caption(
        " \(text) ", column: best.cell.x - text.count / 2 - 1, row: best.cell.y, .muted)
      taken.append(best.cell)
    }
  }

  /// Cells along a series, near enough to each other to tell how close it comes.
  private func waypoints(_ series: Figure.Series) -> [Dot] {
    let places = zip(series.x, series.y).compactMap { place($0, $1) }
    return zip(places, places.dropFirst()).flatMap { from, to -> [Dot] in
      guard let (from, to) = clipped(from, to, width: canvas.width, height: canvas.height)
      else { return [] }
      let parts = max(Int(max(abs(to.x - from.x), abs(to.y - from.y)) / 2), 1)
      return (0...parts).compactMap { part in
        let t = Double(part) / Double(parts)
        return cell(Point(x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y)))
      }
    }
  }

  /// The distance in columns, a row being two of them.
  func distance(_ a: Dot, _ b: Dot) -> Double {
    let dx = Double(a.x - b.x)
    let dy = Double(a.y - b.y) * 2
    return (dx * dx + dy * dy).squareRoot()
  }
}

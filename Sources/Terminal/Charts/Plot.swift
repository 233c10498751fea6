import Plotting

/// The inside of a chart's axes being drawn.
struct Plot {
  let x: Scale
  let y: Scale
  var canvas: Canvas

  /// The end of a series' line.
  struct End: Hashable {
    var column: Int
    var row: Int
    /// The exact distance from the top, to tell apart what ends in one row.
    var depth: Double
  }

  init(x: Scale, y: Scale, columns: Int, rows: Int, grid: DotGrid) {
    self.x = x
    self.y = y
    canvas = Canvas(columns: columns, rows: rows, grid: grid)
  }

  /// Where a point is, possibly far outside; `nil` where an axis has no place for it.
  func place(_ valueX: Double, _ valueY: Double) -> Point? {
    guard let across = x.position(valueX), let up = y.position(valueY) else { return nil }
    return place(across: across, up: up)
  }

  func place(across: Double, up: Double) -> Point {
    Point(x: across * Double(canvas.width - 1), y: (1 - up) * Double(canvas.height - 1))
  }

  /// The column of a place on the x axis, `nil` outside.
  func column(_ position: Double) -> Int? {
    guard (-1e-9...1 + 1e-9).contains(position), canvas.width > 0 else { return nil }
    return Int((position * Double(canvas.width - 1)).rounded()) / canvas.grid.across
  }

  /// The row, from the top, of a place on the y axis, `nil` outside.
  func row(_ position: Double) -> Int? {
    guard (-1e-9...1 + 1e-9).contains(position), canvas.height > 0 else { return nil }
    return Int(((1 - position) * Double(canvas.height - 1)).rounded()) / canvas.grid.down
  }

  /// Draws a series and returns where it was last seen, `nil` if it is not in view.
  @discardableResult
  mutating func draw(_ series: Figure.Series, _ style: Figure.Series.Style, _ pen: Pen) -> End? {
    let places = zip(series.x, series.y).map { place($0, $1) }
    var end: End?
    if style.isJoined { end = drawLine(places, pen) }
    if pen.point != nil || !style.isJoined {
      var marked: Dot?
      let final = places.lastIndex { $0 != nil }
      for (index, place) in places.enumerated() {
        guard let place, let cell = cell(place) else { continue }
        if let marked, index != final, distance(marked, cell) < pen.spacing { continue }
        marked = cell
        if let point = pen.point {
          canvas.put(point, column: cell.x, row: cell.y, pen.style)
        } else {
          let dot = place.nearest
          canvas.dot(dot.x, dot.y, mark: pen.mark, pen.style)
        }
        if !style.isJoined { end = End(column: cell.x, row: cell.y, depth: place.y) }
      }
    }
    if pen.isCrowd { canvas.sink() }
    return end
  }

  /// The cell of a place, `nil` outside.
  func cell(_ place: Point) -> Dot? {
    guard (-0.5..<Double(canvas.width) - 0.5).contains(place.x),
      (-0.5..<Double(canvas.height) - 0.5).contains(place.y)
    else { return nil }
    let dot = Point(x: max(place.x, 0), y: max(place.y, 0)).nearest
    return Dot(x: dot.x / canvas.grid.across, y: dot.y / canvas.grid.down)
  }

  private mutating func drawLine(_ places: [Point?], _ pen: Pen) -> End? {
    // More samples than dots from left to right: what shows is noise as much as shape.
    var stroke = Stroke(pen, tolerance: places.count > canvas.width ? 3 : 1)
    var previous: Point?
    for place in places {
      // A sample between two breaks is still a dot.
      if let place {
        stroke.draw(from: previous ?? place, to: place, on: &canvas)
      } else {
        stroke.lift()
      }
      previous = place
    }
    guard let last = stroke.last else { return nil }
    stroke.finish(on: &canvas)
    return End(
      column: last.x / canvas.grid.across, row: last.y / canvas.grid.down,
      depth: stroke.end?.y ?? Double(last.y))
  }
}

extension Plot {
  /// Marks where a series leaves the axes.
  mutating func mark(_ exits: [AxesExit], _ style: Style, _ marks: ChartMarks) {
    for exit in exits {
      guard let cell = cell(place(across: exit.across, up: exit.up)) else { continue }
      canvas.put(
        marks.arrow(exit.edge), column: cell.x, row: cell.y, style)
    }
  }
}

extension ChartMarks {
  /// What points over an edge.
  func arrow(_ edge: AxesExit.Edge) -> Character {
    switch edge {
    case .above: arrows[0]
    case .below: arrows[1]
    case .left: arrows[2]
    case .right: arrows[3]
    }
  }
}

extension Plot {
  /// Draws a marker's line; labels are placed later, when all lines are drawn.
  mutating func draw(_ marker: Figure.Marker) {
    guard shows(marker) else { return }
    let across = marker.x.flatMap(x.position)
    let up = marker.y.flatMap(y.position)
    var stroke = Stroke(Self.pen(of: marker))
    stroke.draw(
      from: place(across: across ?? 0, up: up ?? 0), to: place(across: across ?? 1, up: up ?? 1),
      on: &canvas)
  }

  /// The column of an upright marker's line, `nil` out of view and for a level one.
  func column(of marker: Figure.Marker) -> Int? {
    marker.x.flatMap(x.position).flatMap(column)
  }

  /// The row of a level marker's line, `nil` out of view and for an upright one.
  func row(of marker: Figure.Marker) -> Int? { marker.y.flatMap(y.position).flatMap(row) }

  func shows(_ marker: Figure.Marker) -> Bool {
    column(of: marker) != nil || row(of: marker) != nil
  }

  static func pen(of marker: Figure.Marker) -> Pen {
    Pen(pattern: [1, 1], mark: marker.x == nil ? "-" : "|", style: .muted)
  }
}

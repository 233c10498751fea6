import Plotting

/// The two parts into which a level divides a field.
enum Regions {
  static let opacity = 0.2

  /// The part of a grid at or above a level, or the other, as a path of fractions.
  ///
  /// Whole squares of one row are drawn as one; those that the level crosses are cut along it.
  static func polygons(_ grid: Grid, level: Double, isAbove: Bool) -> [[Point]] {
    var result: [[Point]] = []
    for row in 0..<max(grid.rows - 1, 0) {
      var start: Int?
      for column in 0..<max(grid.columns - 1, 0) {
        let corners = corners(grid, column: column, row: row)
        let inside = corners.map { ($0.value >= level) == isAbove }
        if corners.count == 4, inside.allSatisfy(\.self) {
          start = start ?? column
          continue
        }
        if let first = start { result.append(box(grid, first...column, row)) }
        start = nil
        if inside.contains(true) { result.append(cut(corners, inside, at: level)) }
      }
      if let first = start { result.append(box(grid, first...grid.columns - 1, row)) }
    }
    return result
  }

  private typealias Corner = (place: Point, value: Double)

  /// The corners of a square around it; none if one has no value.
  private static func corners(_ grid: Grid, column: Int, row: Int) -> [Corner] {
    let found = [(0, 0), (1, 0), (1, 1), (0, 1)].compactMap { dx, dy -> Corner? in
      grid.value(column: column + dx, row: row + dy).map {
        (place(grid, column + dx, row + dy), $0)
      }
    }
    return found.count == 4 ? found : []
  }

  private static func place(_ grid: Grid, _ column: Int, _ row: Int) -> Point {
    Point(
      x: Double(column) / Double(grid.columns - 1), y: Double(row) / Double(grid.rows - 1))
  }

  private static func box(_ grid: Grid, _ columns: ClosedRange<Int>, _ row: Int) -> [Point] {
    [
      place(grid, columns.lowerBound, row), place(grid, columns.upperBound, row),
      place(grid, columns.upperBound, row + 1), place(grid, columns.lowerBound, row + 1),
    ]
  }

  /// The part of a square on the inner side of a level.
  private static func cut(_ corners: [Corner], _ inside: [Bool], at level: Double) -> [Point] {
    var result: [Point] = []
    for index in corners.indices {
      let next = (index + 1) % corners.count
      let (from, to) = (corners[index], corners[next])
      if inside[index] { result.append(from.place) }
      guard inside[index] != inside[next] else { continue }
      let way = (level / 2 - from.value / 2) / (to.value / 2 - from.value / 2)
      let t = way.isFinite ? min(max(way, 0), 1) : 0.5
      result.append(
        Point(
          x: from.place.x + t * (to.place.x - from.place.x),
          y: from.place.y + t * (to.place.y - from.place.y)))
    }
    return result
  }
}

extension Figure {
  /// The paints of the parts below and above the level.
  ///
  /// A part has the colour of the series of its class. Where classes are not told, each of two
  /// measured series colours the part with more of its points; else only the upper part is shaded.
  func regionPaints(_ looks: [Look]) -> (below: Paint, above: Paint) {
    if let classes = field?.classes, classes.count == 2 {
      func paint(_ name: String) -> Paint? {
        let place = series.firstIndex { $0.role == .measured && $0.name == name }
        return place.flatMap { looks.indices.contains($0) ? looks[$0].paint : nil }
      }
      return (paint(classes[0]) ?? .ground, paint(classes[1]) ?? .soft)
    }
    let measured = zip(series, looks).filter { series, _ in series.role == .measured }
    guard measured.count == 2, let level = field?.levels.first, let grid, let field else {
      return (.ground, .soft)
    }
    func share(_ series: Series) -> Double {
      let values = zip(series.x, series.y).compactMap { x, y -> Double? in
        grid.interpolated(field.x.fraction(x), field.y.fraction(y))
      }
      return values.isEmpty ? 0.5 : Double(values.count { $0 >= level }) / Double(values.count)
    }
    let paints = measured.map(\.1.paint)
    return share(measured[0].0) > share(measured[1].0)
      ? (paints[1], paints[0]) : (paints[0], paints[1])
  }
}

extension Figure {
  /// What the parts below and above the level are called, by their bounds where they have no names.
  var regionNames: (below: String, above: String) {
    let level = Lettering.number(field?.levels.first ?? 0, digits: 3)
    let names = field?.regionNames ?? (below: "", above: "")
    return (
      names.below.isEmpty ? "< \(level)" : names.below,
      names.above.isEmpty ? "≥ \(level)" : names.above
    )
  }
}

extension ClosedRange<Double> {
  /// How far along the range a value is.
  fileprivate func fraction(_ value: Double) -> Double {
    (value / 2 - lowerBound / 2) / (upperBound / 2 - lowerBound / 2)
  }
}

extension Picture {
  /// The shaded parts and the line between them.
  var regionElements: [Element] {
    guard let grid, let level = figure.field?.levels.first, level.isFinite else { return [] }
    let paints = figure.regionPaints(looks)
    func part(_ paint: Paint, isAbove: Bool) -> Element {
      let polygons = Regions.polygons(grid, level: level, isAbove: isAbove)
      let path = polygons.map { Path.closed($0.compactMap(place)) }.joined()
      return Element("path", ["d": path]).filled(paint, opacity: Regions.opacity)
    }
    let edge = isolines(of: grid, at: level).map { Path.open($0.compactMap(place)) }.joined()
    let line = Element("path", ["d": edge, "fill": "none"]).stroked(.text, width: 1.8)
    return [part(paints.below, isAbove: false), part(paints.above, isAbove: true)]
      + (edge.isEmpty ? [] : [line])
  }
}

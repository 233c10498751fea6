import Plotting

/// How a series is told from the others: by colour, by dashes and by the shape of its marks.
struct Look: Sendable, Hashable {
  /// The shapes of marks, as open or closed paths around a place.
  enum Shape: Int, Sendable, CaseIterable { case disc, square, triangle, diamond, wedge, cross }

  let paint: Paint
  let dash: String
  let shape: Shape
  let style: Figure.Series.Style

  /// Dots one by one, in pairs and so on; nothing that was measured looks like them.
  static let dots = ["0.1 10", "0.1 6 0.1 15", "0.1 6 0.1 6 0.1 15", "0.1 6 0.1 6 0.1 6 0.1 15"]

  private static let dashes = ["", "9 6", "16 6 4 6", "5 6", "24 7", "12 6 3 6 3 6"]

  /// Lines of one colour, which nothing else tells apart.
  private static let groupDashes = ["", "10 7", "3 6", "16 6 3 6", "24 7", "12 6 3 6 3 6"]

  init(_ figure: Figure, series index: Int) {
    let series = figure.series[index]
    style = figure.style(of: series)
    let (round, hue) = Self.place(figure, series: index)
      .quotientAndRemainder(dividingBy: Paint.series.count)
    paint = Paint.series[hue]
    shape = Shape(rawValue: (hue + 2 * round) % Shape.allCases.count) ?? .disc
    let before = figure.series.prefix(index)
    if style == .theory {
      dash = Self.dots[before.count { $0.role == .theory } % Self.dots.count]
    } else if let group = series.group {
      let member = before.count { $0.group == group && $0.role == .measured }
      dash = Self.groupDashes[member % Self.groupDashes.count]
    } else {
      dash = Self.dashes[(hue + round) % Self.dashes.count]
    }
  }

  /// Which of all colours: what was measured comes first, then theory that belongs to nothing.
  private static func place(_ figure: Figure, series index: Int) -> Int {
    if let group = figure.series[index].group { return max(group, 0) }
    let owner = figure.ink(of: index)
    let measured = figure.series.prefix(owner).count { $0.role == .measured }
    guard figure.series[owner].role == .theory else { return measured }
    let others = figure.series.indices.prefix(owner).count {
      figure.series[$0].role == .theory && figure.ink(of: $0) == $0
    }
    return figure.series.count { $0.role == .measured } + others
  }

  /// A rim of the ground for a path over something coloured.
  func rim(_ path: String) -> Element {
    var line = Element("path", ["d": path, "fill": "none"])
    line.set("stroke-linejoin", "round")
    line.set("stroke-linecap", "round")
    return line.stroked(.ground, width: 5)
  }

  /// A path as this look draws it; dots of theory stand on a little ground, so that they show on
  /// top of the line that they foretell.
  func line(_ path: String) -> [Element] {
    func element(_ paint: Paint, _ width: Double) -> Element {
      var line = Element("path", ["d": path, "fill": "none"])
      line.set("stroke-linejoin", "round")
      line.set("stroke-linecap", "round")
      return line.stroked(paint, width: width, dash: dash)
    }
    return style == .theory ? [element(.ground, 5.2), element(paint, 3.2)] : [element(paint, 2.2)]
  }

  /// Marks at places, each with a rim of the ground; where most of them touch, one around them all,
  /// as their own would bury them.
  func marks(_ places: [Point], radius: Double = 4) -> [Element] {
    guard !places.isEmpty else { return [] }
    let path = places.map { shape.path(around: $0, radius: radius) }.joined()
    let element = Element("path", ["d": path])
    let touching = zip(places, places.dropFirst()).count { $0.distance(to: $1) < 1.5 * radius }
    guard 2 * touching > places.count else {
      return [element.filled(paint).stroked(.ground, width: 1)]
    }
    return [element.filled(.ground).stroked(.ground, width: 1.5), element.filled(paint)]
  }
}

extension Look.Shape {
  /// A shape of about the area of a disc of the radius.
  func path(around place: Point, radius: Double) -> String {
    let arm = radius * 0.4
    switch self {
    case .disc:
      let (left, right) = ((place.x - radius).coordinate, (place.x + radius).coordinate)
      let (size, height) = (radius.coordinate, place.y.coordinate)
      return "M\(left) \(height)A\(size) \(size) 0 1 0 \(right) \(height)"
        + "A\(size) \(size) 0 1 0 \(left) \(height)Z"
    case .square:
      return polygon(place, radius * 0.9, [(-1, -1), (1, -1), (1, 1), (-1, 1)])
    case .triangle: return polygon(place, radius * 1.2, [(0, -1), (1, 0.8), (-1, 0.8)])
    case .diamond: return polygon(place, radius * 1.3, [(0, -1), (1, 0), (0, 1), (-1, 0)])
    case .wedge: return polygon(place, radius * 1.2, [(0, 1), (1, -0.8), (-1, -0.8)])
    case .cross:
      let long = radius * 1.2 / arm
      return polygon(
        place, arm,
        [
          (-1, -long), (1, -long), (1, -1), (long, -1), (long, 1), (1, 1), (1, long), (-1, long),
          (-1, 1), (-long, 1), (-long, -1), (-1, -1),
        ])
    }
  }

  private func polygon(_ place: Point, _ size: Double, _ corners: [(Double, Double)]) -> String {
    Path.closed(corners.map { Point(x: place.x + size * $0.0, y: place.y + size * $0.1) })
  }
}

import Plotting

/// Marks for what is not where it would be: beyond the axes, or nowhere.
enum EdgeMarks {
  private static let size = 6.0

  /// An arrow head at a place, over an edge.
  static func arrow(_ place: Point, _ edge: AxesExit.Edge) -> Element {
    let (x, y): (Double, Double) =
      switch edge {
      case .above: (0, -1)
      case .below: (0, 1)
      case .left: (-1, 0)
      case .right: (1, 0)
      }
    // The tip, and two corners a right angle from it.
    let corners = [(x, y), (y - x * 0.6, x - y * 0.6), (-y - x * 0.6, -x - y * 0.6)]
    let path = corners.map { Point(x: place.x + size * $0.0, y: place.y + size * $0.1) }
    return Element("path", ["d": Path.closed(path)])
  }

  /// A cross on the x axis, on a little ground.
  static func cross(_ place: Point) -> Element {
    let (arm, long) = (1.4, 5.5)
    let corners: [(Double, Double)] = [
      (0, -arm), (long - arm, -long), (long, arm - long), (arm, 0), (long, long - arm),
      (long - arm, long), (0, arm), (arm - long, long), (-long, long - arm), (-arm, 0),
      (-long, arm - long), (arm - long, -long),
    ]
    let path = corners.map { Point(x: place.x + $0.0, y: place.y + $0.1) }
    return Element("path", ["d": Path.closed(path)]).filled(.text).stroked(.ground, width: 1)
  }
}

extension Picture {
  /// An arrow head where a series leaves the axes, its tip on their edge.
  var exitElements: [Element] {
    zip(exits, looks).flatMap { exits, look -> [Element] in
      var drawn: [Point] = []
      return exits.compactMap { exit -> Element? in
        let edge = frame.place(across: exit.across, up: exit.up)
        let place =
          switch exit.edge {
          case .above: Point(x: edge.x, y: edge.y + 6)
          case .below: Point(x: edge.x, y: edge.y - 6)
          case .left: Point(x: edge.x + 6, y: edge.y)
          case .right: Point(x: edge.x - 6, y: edge.y)
          }
        // Arrows that touch say no more than one.
        guard !drawn.contains(where: { $0.distance(to: place) < 8 }) else { return nil }
        drawn.append(place)
        return EdgeMarks.arrow(place, exit.edge).filled(look.paint).stroked(.ground, width: 1)
      }
    }
  }

  /// Crosses on the x axis at values of which nothing came.
  var absenceElements: [Element] {
    (figure.absence?.places(on: frame.x) ?? []).map {
      EdgeMarks.cross(frame.place(across: $0, up: 0))
    }
  }
}

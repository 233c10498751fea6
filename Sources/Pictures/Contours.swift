import Plotting

/// Lines of equal value.
enum Contours {
  static func line(_ path: String) -> Element {
    Element("path", ["d": path, "fill": "none", "stroke-linejoin": "round"])
      .stroked(.soft, width: 1.1)
  }
}

extension Picture {
  /// The places of the lines at a level.
  private func lines(_ grid: Grid, at level: Double) -> [[Point]] {
    isolines(of: grid, at: level).map { $0.compactMap(place) }
  }

  /// Where a fraction of the field's width and height is.
  func place(_ fraction: Point) -> Point? {
    guard let field = figure.field,
      let across = frame.x.position(fraction: fraction.x, of: field.x),
      let up = frame.y.position(fraction: fraction.y, of: field.y)
    else { return nil }
    return frame.place(across: across, up: up)
  }

  /// Every level's lines, each level with its value where the series leave most room.
  var contourElements: (lines: [Element], labels: [Element]) {
    // Finer than a grid of small size, of which one would see the corners.
    guard let field = figure.field, let grid = grid?.refined(by: 4) else { return ([], []) }
    var taken = figure.series.flatMap { Samples($0, frame).way }
    var lines: [Element] = []
    var labels: [Element] = []
    for level in field.levels where level.isFinite {
      let places = self.lines(grid, at: level)
      guard !places.isEmpty else { continue }
      lines.append(Contours.line(places.map(Path.open).joined()))
      let text = Lettering.number(level, digits: 3)
      let half = Lettering.width(text, Lettering.small) / 2
      let spots = places.joined().filter { spot in
        spot.x - half - 6 > frame.left && spot.x + half + 6 < frame.right
          && spot.y - 12 > frame.top && spot.y + 12 < frame.bottom
      }
      let rooms = spots.map { spot in
        (spot: spot, room: taken.map { $0.distance(to: spot) }.min() ?? .infinity)
      }
      guard let best = rooms.max(by: { $0.room < $1.room }), best.room > 18 else { continue }
      taken.append(best.spot)
      labels += plate(text, best.spot, halfWidth: half + 3)
    }
    return (lines, labels)
  }

  /// A level's number where its line leaves room for it.
  private func plate(_ text: String, _ spot: Point, halfWidth: Double) -> [Element] {
    let ground = Element(
      "rect",
      [
        "x": (spot.x - halfWidth).coordinate, "y": (spot.y - 8).coordinate,
        "width": (2 * halfWidth).coordinate, "height": "16",
      ])
    return [ground.filled(.ground)]
      + Text(
        text, x: spot.x, y: spot.y + 4, size: Lettering.small, paint: .soft, anchor: .middle
      ).elements
  }
}

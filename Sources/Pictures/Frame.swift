import Plotting

/// Where the inside of the axes is on a picture, and which values lie there.
struct Frame: Sendable, Hashable {
  let x: Scale
  let y: Scale
  var left: Double
  var right: Double
  var top: Double
  var bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }

  /// Where a point is; nil where an axis has no place for it.
  func place(_ valueX: Double, _ valueY: Double) -> Point? {
    guard let across = x.position(valueX), let up = y.position(valueY) else { return nil }
    return place(across: across, up: up)
  }

  /// Where fractions of the width and the height are.
  func place(across: Double, up: Double) -> Point {
    Point(x: left + across * width, y: bottom - up * height)
  }

  func contains(_ place: Point) -> Bool {
    (left - 0.5...right + 0.5).contains(place.x) && (top - 0.5...bottom + 0.5).contains(place.y)
  }

  /// The finest ticks of the x axis whose labels keep apart.
  var ticksX: [Tick] {
    Ticks.candidates(x, atMost: max(2, Int(width / 48))).first { ticks in
      let spans = ticks.map { tick in
        let middle = left + (x.position(tick.value) ?? 0) * width
        let half = Lettering.width(Lettering.number(tick.label), Lettering.small) / 2 + 5
        return (start: middle - half, end: middle + half)
      }
      return zip(spans, spans.dropFirst()).allSatisfy { $0.end <= $1.start }
    } ?? []
  }

  var ticksY: [Tick] { Self.upright(y, height) }

  /// The finest ticks of an upright axis whose labels keep apart.
  static func upright(_ scale: Scale, _ height: Double) -> [Tick] {
    Ticks.candidates(scale, atMost: max(2, Int(height / 32))).first { ticks in
      let places = ticks.map { (scale.position($0.value) ?? 0) * height }
      return zip(places, places.dropFirst()).allSatisfy { $1 - $0 >= 1.4 * Lettering.small }
    } ?? []
  }
}

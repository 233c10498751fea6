import Plotting

/// A dot of a canvas.
struct Dot: Hashable {
  var x: Int
  var y: Int
}

/// A line being drawn: where the pen is and how far it has come, so that dashes run on.
struct Stroke {
  let pen: Pen
  /// Ups and downs of fewer dots than this add nothing to the way, so that noise keeps its dashes.
  let tolerance: Int
  private var travelled = 0
  private var anchor: Dot?
  /// The last dot the pen passed over, drawn or in a gap between dashes.
  private(set) var last: Dot?
  /// Where exactly that was.
  private(set) var end: Point?

  init(_ pen: Pen, tolerance: Int = 1) {
    self.pen = pen
    self.tolerance = tolerance
  }

  /// Takes the pen off the sheet; the next line begins its dashes anew.
  mutating func lift() {
    travelled = 0
    anchor = nil
  }

  /// Draws from one place to another, as far as the canvas reaches.
  mutating func draw(from start: Point, to end: Point, on canvas: inout Canvas) {
    guard let (start, end) = clipped(start, end, width: canvas.width, height: canvas.height)
    else { return }
    self.end = end
    for dot in dots(from: start.nearest, to: end.nearest) where dot != last {
      advance(to: dot)
      if pen.isDown(after: travelled) { canvas.dot(dot.x, dot.y, mark: pen.mark, pen.style) }
      last = dot
    }
  }

  /// Sets the last dot even in a gap, so that every line is seen to its end.
  func finish(on canvas: inout Canvas) {
    if let last { canvas.dot(last.x, last.y, mark: pen.mark, pen.style) }
  }

  private mutating func advance(to dot: Dot) {
    guard let from = anchor else {
      anchor = dot
      return
    }
    let rise = abs(dot.y - from.y)
    guard dot.x != from.x || rise >= tolerance else { return }
    travelled += max(abs(dot.x - from.x), rise < tolerance ? 0 : rise)
    anchor = dot
  }
}

extension Point {
  /// The dot this place is in; only for places on a canvas.
  var nearest: Dot { Dot(x: Int(x.rounded()), y: Int(y.rounded())) }
}

/// The part of a segment inside a canvas (Liang and Barsky, 1984), `nil` where there is none.
func clipped(_ start: Point, _ end: Point, width: Int, height: Int) -> (Point, Point)? {
  let dx = end.x - start.x
  let dy = end.y - start.y
  let right = Double(width - 1)
  let bottom = Double(height - 1)
  var enter = 0.0
  var leave = 1.0
  for (run, room) in [
    (-dx, start.x), (dx, right - start.x), (-dy, start.y), (dy, bottom - start.y),
  ] {
    if run == 0 {
      guard room >= 0 else { return nil }
    } else if run < 0 {
      enter = max(enter, room / run)
    } else {
      leave = min(leave, room / run)
    }
  }
  guard width > 0, height > 0, enter <= leave else { return nil }
  func place(_ t: Double) -> Point {
    Point(
      x: min(max(start.x + t * dx, 0), right), y: min(max(start.y + t * dy, 0), bottom))
  }
  return (enter == 0 ? start : place(enter), leave == 1 ? end : place(leave))
}

/// The dots from one to another, each touching the next (Bresenham, 1965).
func dots(from start: Dot, to end: Dot) -> [Dot] {
  let dx = abs(end.x - start.x)
  let dy = -abs(end.y - start.y)
  let right = start.x < end.x ? 1 : -1
  let down = start.y < end.y ? 1 : -1
  var error = dx + dy
  var dot = start
  var result = [dot]
  while dot != end {
    let doubled = 2 * error
    if doubled >= dy {
      error += dy
      dot.x += right
    }
    if doubled <= dx {
      error += dx
      dot.y += down
    }
    result.append(dot)
  }
  return result
}

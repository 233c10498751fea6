import Plotting

/// The axes of figures that are drawn again and again: while a knob turns they only widen, so that what
/// moves in a picture is what the knob moves.
struct HeldAxes: Sendable {
  private struct Kept: Sendable {
    var x: ClosedRange<Double>?
    var y: ClosedRange<Double>?
  }

  /// By the places that figures have on the screen.
  private var kept: [String: Kept] = [:]

  /// Whether axes may become narrower again.
  var mayNarrow = true

  /// Whether some axis is wider than its figure needs.
  private(set) var areWide = false

  /// Begins a picture of the screen.
  mutating func begin() { areWide = false }

  /// The figure on axes that are at least as wide as before.
  ///
  /// - Parameters:
  ///   - slot: its place on the screen, or another name that it keeps from picture to picture.
  ///   - ticks: how many the y axis has room for.
  mutating func held(_ figure: Figure, in slot: String, ticks: Int) -> Figure {
    let needed = figure.scales(ticks: ticks)
    let before = kept[slot]
    var held = figure
    let x = Self.widened(needed.x, figure.x.scale, by: mayNarrow ? nil : before?.x)
    let y = Self.widened(needed.y, figure.y.scale, by: mayNarrow ? nil : before?.y)
    kept[slot] = Kept(
      x: needed.x.extent == .range ? needed.x.ends : nil,
      y: needed.y.extent == .range ? needed.y.ends : nil)
    if x != nil || y != nil {
      held = figure.held(at: (x ?? needed.x, y ?? needed.y))
      if held != figure { areWide = true }
      if let x { kept[slot]?.x = x.ends }
      if let y { kept[slot]?.y = y.ends }
    }
    return held
  }

  /// What a scale and a range need together; nil where the range adds nothing.
  private static func widened(
    _ scale: Scale, _ kind: Scale.Kind, by range: ClosedRange<Double>?
  ) -> Scale? {
    guard let range, scale.extent == .range, kind.shows(range.lowerBound),
      kind.shows(range.upperBound)
    else { return nil }
    let ends = scale.ends
    let low = min(ends.lowerBound, range.lowerBound)
    let high = max(ends.upperBound, range.upperBound)
    // What differs by rounding alone is not wider.
    let slack = (scale.span) * 1e-9
    let wide = Scale(kind, low...high)
    guard wide.low < scale.low - slack || wide.high > scale.high + slack else { return nil }
    return wide
  }
}

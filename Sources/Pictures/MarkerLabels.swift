import Plotting

/// The names of places on the x axis, in rows above the plot, and of those on the y axis, at their
/// lines.
struct MarkerLabels {
  struct Label: Hashable {
    let text: String
    let marker: Figure.Marker

    /// The middle of the text, and the place itself.
    let middle: Double
    let x: Double
    let row: Int
  }

  static let rowHeight = 17.0

  /// Names that find no room in so many rows are left to the description.
  private static let mostRows = 4

  private(set) var labels: [Label] = []

  /// Places on the x axis that are in view.
  private(set) var places: [Double] = []

  /// Places on the y axis that are in view, as shares of the axis, with their names.
  private(set) var levels: [(up: Double, text: String)] = []

  var height: Double { Double((labels.map(\.row).max() ?? -1) + 1) * Self.rowHeight }

  init(_ markers: [Figure.Marker], _ frame: Frame) {
    var free: [Double] = []
    levels = markers.compactMap { marker in
      guard let up = marker.y.flatMap(frame.y.position), (0...1).contains(up) else { return nil }
      return (up, Lettering.shortened(marker.label, to: frame.width / 2, Lettering.small))
    }
    let upright = markers.compactMap { marker in marker.x.map { (marker: marker, x: $0) } }
    for (marker, value) in upright.sorted(by: { $0.x < $1.x }) {
      guard let position = frame.x.position(value), (0...1).contains(position) else { continue }
      let x = frame.left + position * frame.width
      places.append(x)
      let text = Lettering.shortened(marker.label, to: frame.width / 2, Lettering.small)
      guard !text.isEmpty else { continue }
      let half = Lettering.width(text, Lettering.small) / 2
      let middle = min(max(x, frame.left + half), max(frame.right - half, frame.left + half))
      let row = free.firstIndex { $0 + 12 <= middle - half } ?? free.count
      guard row < Self.mostRows else { continue }
      if row == free.count { free.append(0) }
      free[row] = middle + half
      labels.append(Label(text: text, marker: marker, middle: middle, x: x, row: row))
    }
  }

  /// The lines and their names.
  func elements(_ frame: Frame) -> [Element] {
    let lines = places.map { x in
      let row = labels.last { $0.x == x }?.row
      let top = row.map { frame.top - 4 - Double($0) * Self.rowHeight } ?? frame.top
      return Element(
        "line",
        [
          "x1": x.coordinate, "x2": x.coordinate, "y1": top.coordinate,
          "y2": frame.bottom.coordinate,
        ]
      ).stroked(.soft, width: 1.2, dash: "3 4")
    }
    let names = labels.flatMap { label in
      Text(
        label.text, x: label.middle, y: frame.top - 8 - Double(label.row) * Self.rowHeight,
        size: Lettering.small, anchor: .middle, isHaloed: true
      ).elements
    }
    return lines + names
      + levels.flatMap { Self.elements($0.text, frame.bottom - $0.up * frame.height, frame) }
  }

  /// A level line with its name on it, at its right end.
  private static func elements(_ text: String, _ y: Double, _ frame: Frame) -> [Element] {
    let line = Element(
      "line",
      [
        "x1": frame.left.coordinate, "x2": frame.right.coordinate, "y1": y.coordinate,
        "y2": y.coordinate,
      ]
    ).stroked(.soft, width: 1.2, dash: "3 4")
    guard !text.isEmpty else { return [line] }
    return [line]
      + Text(
        text, x: frame.right - 4, y: y - 5, size: Lettering.small, anchor: .end, isHaloed: true
      ).elements
  }
}

import Plotting

extension Picture {
  /// Lines behind the plot, where ticks are.
  var gridElements: [Element] {
    let upright = frame.ticksX.compactMap { frame.x.position($0.value) }.map { position in
      "M\((frame.left + position * frame.width).coordinate) \(frame.top.coordinate)"
        + "V\(frame.bottom.coordinate)"
    }
    let level = frame.ticksY.compactMap { frame.y.position($0.value) }.map { position in
      "M\(frame.left.coordinate) \((frame.bottom - position * frame.height).coordinate)"
        + "H\(frame.right.coordinate)"
    }
    let path = (upright + level).joined()
    guard !path.isEmpty else { return [] }
    return [Element("path", ["d": path, "fill": "none"]).stroked(.grid, width: 1)]
  }

  /// The axes, the labels of their ticks, and what they measure.
  var axisElements: [Element] {
    let path =
      "M\(frame.left.coordinate) \(frame.top.coordinate)V\(frame.bottom.coordinate)"
      + "H\(frame.right.coordinate)"
    var elements = [Element("path", ["d": path, "fill": "none"]).stroked(.soft, width: 1.2)]
    for tick in frame.ticksX {
      elements +=
        Text(
          Lettering.number(tick.label),
          x: frame.left + (frame.x.position(tick.value) ?? 0) * frame.width, y: frame.bottom + 18,
          size: Lettering.small, paint: .soft, anchor: .middle
        ).elements
    }
    for tick in frame.ticksY {
      elements +=
        Text(
          Lettering.number(tick.label), x: frame.left - 8,
          y: frame.bottom - (frame.y.position(tick.value) ?? 0) * frame.height + 4,
          size: Lettering.small, paint: .soft, anchor: .end
        ).elements
    }
    let room = Self.width - 2 * Self.margin
    let across = Lettering.shortened(figure.x.label, to: room, Lettering.body)
    let up = Lettering.shortened(figure.y.label, to: room, Lettering.body)
    if !across.isEmpty {
      elements +=
        Text(
          across, x: (frame.left + frame.right) / 2, y: frame.bottom + 42, anchor: .middle
        ).elements
    }
    if !up.isEmpty {
      elements += Text(up, x: Self.margin, y: frame.top - markers.height - 14).elements
    }
    return elements
  }
}

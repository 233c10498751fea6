import Plotting

extension Picture {
  /// A box for each value of a heat map.
  var heatElements: [Element] {
    guard let grid, let shades, let field = figure.field else { return [] }
    var elements: [Element] = []
    for row in 0..<grid.rows {
      let (low, high) = edges(row, of: grid.rows, field.y, frame.y)
      let (top, bottom) = (
        (frame.bottom - high * frame.height).coordinate,
        (frame.bottom - low * frame.height).coordinate
      )
      for column in 0..<grid.columns {
        let (start, end) = edges(column, of: grid.columns, field.x, frame.x)
        let left = (frame.left + start * frame.width).coordinate
        let right = (frame.left + end * frame.width).coordinate
        let box = Element("path", ["d": "M\(left) \(top)H\(right)V\(bottom)H\(left)Z"])
        if let value = grid.value(column: column, row: row), let share = shades.position(value) {
          var cell = box
          cell.set("fill", Shades.colour(share))
          elements.append(cell)
        } else {
          elements.append(box.filled(.grid))
        }
      }
    }
    return [Element("g", ["shape-rendering": "crispEdges"], children: elements)]
  }

  /// Where a cell around a node of a range begins and ends, as shares of an axis.
  private func edges(
    _ index: Int, of count: Int, _ range: ClosedRange<Double>, _ scale: Scale
  ) -> (Double, Double) {
    guard count > 1 else { return (0, 1) }
    func edge(_ place: Double) -> Double {
      let position = scale.position(fraction: place / Double(count - 1), of: range)
      return min(max(position ?? 0, 0), 1)
    }
    return (edge(Double(index) - 0.5), edge(Double(index) + 0.5))
  }

  /// The bar that says which shade stands for what.
  var barElements: [Element] {
    guard let shades else { return [] }
    let left = frame.right + 16
    var elements = (0..<64).map { step in
      let top = frame.bottom - Double(step + 1) / 64 * frame.height
      let bottom = frame.bottom - Double(step) / 64 * frame.height
      return Element(
        "path",
        [
          "d": "M\(left.coordinate) \(top.coordinate)h14V\(bottom.coordinate)h-14Z",
          "fill": Shades.colour((Double(step) + 0.5) / 64),
        ])
    }
    elements = [Element("g", ["shape-rendering": "crispEdges"], children: elements)]
    for tick in Frame.upright(shades, frame.height) {
      let y = frame.bottom - (shades.position(tick.value) ?? 0) * frame.height
      elements.append(
        Element("path", ["d": "M\((left + 14).coordinate) \(y.coordinate)h5"])
          .stroked(.soft, width: 1))
      elements +=
        Text(
          Lettering.number(tick.label), x: left + 23, y: y + 4, size: Lettering.small, paint: .soft
        ).elements
    }
    let label = figure.field?.label ?? ""
    guard !label.isEmpty else { return elements }
    // As far to the left as it needs, on the line of what the y axis measures.
    let room = Self.width - 2 * Self.margin - Lettering.width(figure.y.label, Lettering.body) - 20
    return elements
      + Text(
        Lettering.shortened(label, to: max(room, 0), Lettering.body),
        x: Self.width - Self.margin, y: frame.top - markers.height - 14, anchor: .end
      ).elements
  }
}

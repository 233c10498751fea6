import Plotting

extension Chart {
  /// Whether names stand at the ends of lines; marks need a legend, and one list is enough.
  var namesAtEnds: Bool {
    !series.contains { !$0.name.isEmpty && ($0.style == .points || $0.style == .path) }
  }

  /// The scales of both axes for so many rows.
  func scales(rows: Int) -> (Scale, Scale) {
    let field = background.flatMap { $0.isWhole ? $0 : nil }
    var valuesX: [Double] = []
    var valuesY: [Double] = []
    for series in series {
      for (valueX, valueY) in zip(series.x, series.y) {
        guard x.scale.shows(valueX), y.scale.shows(valueY) else { continue }
        valuesX.append(valueX)
        // What lies beside the x axis's own domain should not stretch the y axis.
        if x.domain?.contains(valueX) ?? true { valuesY.append(valueY) }
      }
    }
    for marker in markers {
      switch marker {
      case .vertical(let value, _): valuesX.append(value)
      case .horizontal(let value, _): valuesY.append(value)
      case .point(let valueX, let valueY, _):
        valuesX.append(valueX)
        valuesY.append(valueY)
      }
    }
    var across = Scale(x.scale, [x.domain, field?.x], values: valuesX)
    var up = Scale(y.scale, [y.domain, field?.y], values: valuesY)
    if let field, field.isHeat {
      across = across.padded(halfOf: field.columns)
      up = up.padded(halfOf: field.rows)
      if !valuesX.isEmpty, x.domain == nil {
        across = across.union(Scale(x.scale, [], values: valuesX))
      }
      if !valuesY.isEmpty, y.domain == nil { up = up.union(Scale(y.scale, [], values: valuesY)) }
    } else if y.domain == nil, field == nil {
      up = up.rounded(atMost: max(rows / 2, 2))
    }
    return (across, up)
  }

  /// The columns to keep free right of the plot for names of lines that end near its right edge.
  func margin(_ scale: Scale, width: Int) -> Int {
    var names: [String] = []
    for series in series where namesAtEnds {
      let last = Array(zip(series.x, series.y)).last { x.scale.shows($0) && y.scale.shows($1) }
      guard let last, let end = scale.position(last.0), end > 0.85 else { continue }
      names.append(series.name)
    }
    for case .horizontal(_, let name) in markers { names.append(name) }
    let widths = names.map(columnWidth).filter { $0 > 0 && $0 + 1 <= width / 4 }
    let label = columnWidth(x.label) + 4
    let needed = max(
      widths.max().map { $0 + 1 } ?? 0, x.label.isEmpty || label > width / 6 ? 0 : label)
    return width - needed >= 20 ? needed : 0
  }
}

extension Figure {
  /// The scales that all series, markers and the field need, or those of the axes' own domains.
  ///
  /// - Parameter ticks: how many the y axis has room for, whose ends become round numbers where
  ///   neither a domain nor a field says where they are.
  package func scales(ticks: Int) -> (x: Scale, y: Scale) {
    let shown = series.flatMap { zip($0.x, $0.y) }.filter { x.scale.shows($0) && y.scale.shows($1) }
    // What lies beside the x axis's own domain should not stretch the y axis.
    let inside = shown.filter { x.domain?.contains($0.0) ?? true }
    let isOverX = form.meaning.isOverX
    let valuesX = (isOverX ? series.flatMap(\.x) : shown.map(\.0)) + markers.compactMap(\.x)
    let valuesY = inside.map(\.1) + markers.compactMap(\.y)
    let grid = grid
    let field = grid == nil ? nil : field
    var across = Scale(x.scale, [x.domain, field?.x], values: valuesX)
    var up = Scale(y.scale, [y.domain, field?.y], values: valuesY)
    if let grid, form.meaning.field == .shades {
      // Each node has a cell around it.
      (across, up) = (across.padded(halfOf: grid.columns), up.padded(halfOf: grid.rows))
      if x.domain == nil, !valuesX.isEmpty {
        across = across.union(Scale(x.scale, [], values: valuesX))
      }
      if y.domain == nil, !valuesY.isEmpty { up = up.union(Scale(y.scale, [], values: valuesY)) }
    } else if y.domain == nil, field == nil {
      up = up.rounded(atMost: ticks)
    }
    guard isOverX, field == nil else { return (across, up) }
    return (x.domain == nil ? across.over(tried: valuesX) : across.within(tried: valuesX), up)
  }

  /// Whether a series has a sample that the axes have a place for.
  package func shows(_ series: Series) -> Bool {
    zip(series.x, series.y).contains { x.scale.shows($0) && y.scale.shows($1) }
  }
}

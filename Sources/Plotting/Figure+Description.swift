extension Figure {
  /// What the picture shows, for those who hear it.
  package var description: String {
    var sentences = ["\(form.meaning.words): \(said(y)) against \(said(x))."]
    sentences += series.map { series in
      let shown = zip(series.x, series.y).filter { $0.isFinite && $1.isFinite }
      let name = series.name.isEmpty ? "A series" : series.name
      let role = series.role == .theory ? " (theory)" : ""
      guard let first = shown.first, let last = shown.last, let low = shown.map(\.1).min(),
        let high = shown.map(\.1).max()
      else { return "\(name)\(role): no data." }
      return "\(name)\(role): \(NumberText.count(shown.count, "point")), from "
        + "(\(said(first.0)), \(said(first.1))) to (\(said(last.0)), \(said(last.1))), "
        + "lowest \(said(low)), highest \(said(high))."
    }
    sentences += markers.map { marker in
      let place = marker.x.map(said) ?? marker.y.map { "a height of \(said($0))" } ?? ""
      return "At \(place): \(marker.label)."
    }
    if let known = grid?.values.filter(\.isFinite), let low = known.min(), let high = known.max() {
      let label = field?.label ?? ""
      let name = label.isEmpty ? "The field" : "The field (\(label))"
      sentences.append("\(name) goes from \(said(low)) to \(said(high)).")
      if form.meaning.field == .regions, let field, let level = field.levels.first,
        field.classes.count == 2
      {
        let names = field.regionNames
        let (below, above) = (
          names.below.isEmpty ? "one class" : names.below,
          names.above.isEmpty ? "the other" : names.above
        )
        sentences.append("Below \(said(level)): \(below); from there: \(above).")
      }
    }
    return (sentences + marked).joined(separator: " ")
  }

  private func said(_ axis: Axis) -> String {
    (axis.label.isEmpty ? "a quantity" : axis.label) + (axis.scale == .log ? " (log scale)" : "")
  }

  private func said(_ value: Double) -> String { NumberText.significant(value) }
}

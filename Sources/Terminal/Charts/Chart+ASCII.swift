extension Chart {
  /// The chart with its words in ASCII, which can take more columns and so has to be laid out.
  var inASCII: Chart {
    var chart = self
    chart.title = ascii(title)
    chart.x.label = ascii(x.label)
    chart.y.label = ascii(y.label)
    for index in series.indices { chart.series[index].name = ascii(series[index].name) }
    chart.markers = markers.map { marker in
      switch marker {
      case .vertical(let value, let label): .vertical(value, ascii(label))
      case .horizontal(let value, let label): .horizontal(value, ascii(label))
      case .point(let x, let y, let label): .point(x: x, y: y, ascii(label))
      }
    }
    if let field = background {
      chart.background?.label = ascii(field.label)
      if case .regions(let threshold, let name) = field.kind {
        chart.background?.kind = .regions(threshold: threshold, name: ascii(name))
      }
    }
    return chart
  }
}

import Plotting

extension Figure {
  /// The figure with its words in ASCII, which can take more columns and so has to be laid out.
  var inASCII: Figure {
    var figure = self
    figure.title = ascii(title)
    figure.x.label = ascii(x.label)
    figure.y.label = ascii(y.label)
    for index in series.indices { figure.series[index].name = ascii(series[index].name) }
    for index in markers.indices { figure.markers[index].label = ascii(markers[index].label) }
    figure.absence = absence.map { Absence(ascii($0.label), x: $0.x) }
    figure.field?.label = ascii(field?.label ?? "")
    figure.field?.classes = field?.classes.map(ascii) ?? []
    return figure
  }
}

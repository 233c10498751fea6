extension Figure {
  /// The place of the series whose colour a series has.
  ///
  /// Series of a group have the colour of that number. A theory named `NAME, …` has that of the
  /// measured series `NAME` that it belongs to; every other series has its own.
  package func ink(of index: Int) -> Int {
    guard series.indices.contains(index) else { return index }
    if let group = series[index].group { return group }
    guard series[index].role == .theory else { return index }
    let name = series[index].name
    return series.firstIndex { $0.role == .measured && name.hasPrefix("\($0.name), ") } ?? index
  }
}

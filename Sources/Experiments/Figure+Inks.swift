extension Figure {
  /// The place of the series whose colour a series has.
  ///
  /// A theory named `NAME, …` has that of the measured series `NAME` that it belongs to; every
  /// other series has its own.
  package func ink(of index: Int) -> Int {
    guard series.indices.contains(index), series[index].role == .theory else { return index }
    let name = series[index].name
    return series.firstIndex { $0.role == .measured && name.hasPrefix("\($0.name), ") } ?? index
  }
}

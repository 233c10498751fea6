import Experiments

/// The measured lines of several runs, those that are the same once.
struct Laid {
  /// A line, and the runs whose it is.
  struct Line {
    var labels: [String]
    let series: Figure.Series

    /// The last of its runs, and the number of its colour.
    var run: Int
    var ink: Int
  }

  private(set) var lines: [Line] = []
  let runs: Int

  /// Whether runs have several lines, which are told apart by their names.
  let areNamed: Bool

  init(_ found: [Overlay.Labelled]) {
    runs = found.count
    areNamed = found.contains { $0.figure.series.count { $0.role == .measured } > 1 }
    for (run, one) in found.enumerated() {
      for series in one.figure.series where series.role == .measured {
        let place = lines.firstIndex {
          $0.run < run && (!areNamed || $0.series.name == series.name)
            && $0.series.isDrawn(like: series)
        }
        if let place {
          // Its colour is that of no run alone.
          lines[place].labels.append(one.label)
          (lines[place].run, lines[place].ink) = (run, runs + place)
        } else {
          lines.append(Line(labels: [one.label], series: series, run: run, ink: run))
        }
      }
    }
  }

  /// The names that series have in their runs, in order.
  var names: [String] {
    lines.map(\.series.name).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// All lines as series, by their runs and names.
  var series: [Figure.Series] {
    lines.map { line in
      var series = line.series
      series.group = areNamed ? line.ink : nil
      if !areNamed || line.labels.count < runs {
        series.name = areNamed ? "\(whose(line)) \(series.name)" : whose(line)
      }
      return series
    }
  }

  /// The lines of a name as series, by their runs.
  func series(named name: String) -> [Figure.Series] {
    lines.filter { $0.series.name == name }.map { line in
      var series = line.series
      series.group = nil
      if line.labels.count < runs { series.name = whose(line) }
      return series
    }
  }

  private func whose(_ line: Line) -> String {
    line.labels.count == runs && runs > 3 ? "all \(runs)" : line.labels.joined(separator: ", ")
  }
}

extension Overlay {
  /// So many lines can be told apart in one picture.
  static let mostLines = 4

  /// The lines of several runs under what they have in common: in one picture, or in one for each
  /// name that lines have in their runs, which then are compared line by line.
  static func panels(of laid: Laid, under common: Figure) -> [(figure: Figure, label: String)] {
    var whole = common
    guard laid.lines.count > mostLines, laid.areNamed else {
      whole.series = laid.series
      return panels(of: whole, label: "")
    }
    return laid.names.flatMap { name in
      var panel = common.titled([name])
      panel.series = laid.series(named: name)
      return panels(of: panel, label: name)
    }
  }

  /// The figure, or where it has more lines than a picture holds, figures of a few each on the same
  /// axes.
  ///
  /// Theory stays with what it foretells; theory that belongs to nothing is in every one.
  static func panels(of figure: Figure?, label: String) -> [(figure: Figure, label: String)] {
    guard let figure else { return [] }
    let joined = figure.series.indices.filter { figure.style(of: figure.series[$0]).isJoined }
    guard joined.count > mostLines else { return [(figure, label)] }
    let groups = Dictionary(grouping: joined) { figure.owner(of: $0) }
    let shared = joined.filter { figure.isShared($0) }
    let own = groups.filter { !shared.contains($0.key) }.sorted { $0.key < $1.key }.map(\.value)
    let room = mostLines - shared.count
    guard own.count > 1, room > 0 else { return [(figure, label)] }
    let largest = own.map(\.count).max() ?? 1
    let each = max(room / largest, 1)
    let count = (own.count + each - 1) / each
    guard count > 1 else { return [(figure, label)] }
    let parts = (0..<count).map { part in
      Set(own[part * own.count / count..<(part + 1) * own.count / count].joined())
    }
    let framed = figure.framed
    let points = Set(figure.series.indices).subtracting(joined)
    return parts.enumerated().map { index, part in
      let kept = part.union(shared).union(points)
      var panel = framed.titled(["\(index + 1) of \(count)"])
      panel.series = figure.series.indices.filter(kept.contains).map { figure.series[$0] }
      return (panel, label.isEmpty ? "\(index + 1)" : "\(label) \(index + 1)")
    }
  }
}

extension Figure {
  /// The series that a series is drawn with: the one whose theory it is, or itself.
  fileprivate func owner(of index: Int) -> Int {
    guard series[index].role == .theory else { return index }
    if let group = series[index].group {
      return series.firstIndex { $0.group == group && $0.role == .measured } ?? index
    }
    return ink(of: index)
  }

  /// Whether a series is theory of nothing else that is drawn, where something else is.
  fileprivate func isShared(_ index: Int) -> Bool {
    series[index].role == .theory && owner(of: index) == index
      && series.contains { $0.role == .measured }
  }

  /// The figure on axes that hold all of it, also where a part of it is drawn.
  fileprivate var framed: Figure { held(at: scales(ticks: 6)) }
}

import Plotting

/// Figures as text.
package enum Chart {
  /// A figure as lines of text, none wider than `width` columns.
  ///
  /// `height` counts the rows inside the axes; title, labels and legend come on top of it. Below 24
  /// columns a note takes the place of the chart. Series differ by dashes or marks and by their names
  /// at the ends of their lines, or in a legend where there is no room; ink only adds to that.
  /// The picture is made of the screen's marks, axes and words are in its alphabet.
  /// Nothing that the figure holds makes this fail: what has no place is left out.
  package static func lines(
    of figure: Figure, width: Int, height: Int = 12, for screen: Screen
  ) -> [StyledText] {
    guard width >= 24 else {
      let note = shortened("too narrow for a chart", to: width, usesUnicode: screen.usesUnicode)
      return note.isEmpty ? [] : [StyledText(note, .muted)]
    }
    let layout = Layout(
      figure, width: min(width, 1_000), height: min(max(height, 3), 500), for: screen)
    return layout.lines()
  }
}

/// A figure being laid out for a size.
private struct Layout {
  let figure: Figure
  let width: Int
  let usesUnicode: Bool
  let marks: ChartMarks
  let pens: [Pen]
  let yTicks: [Tick]
  /// Columns left of the plot, axis included.
  let left: Int
  /// Columns right of the plot, for names.
  let margin: Int
  var plot: Plot

  init(_ original: Figure, width: Int, height: Int, for screen: Screen) {
    figure = screen.usesUnicode ? original : original.inASCII
    self.width = width
    usesUnicode = screen.usesUnicode
    let heat = figure.form.meaning.field == .shades ? figure.grid : nil
    let hasLines = original.series.contains { original.style(of: $0).isJoined }
    let asked = ChartMarks(screen.marks)
    let marks = heat != nil && hasLines ? asked.underLines : asked
    self.marks = marks
    pens = Pen.assigned(
      to: original, marks, crowd: width * height / 3, shades: heat == nil ? [] : marks.ramp)
    var rows = height
    if let heat, heat.rows <= rows { rows -= rows % heat.rows }
    let (x, y) = figure.scales(ticks: max(rows / 2, 2))
    let blank = Plot(x: x, y: y, columns: 1, rows: rows, grid: marks.grid)
    let ticks = Self.yTicks(blank, isHeat: heat != nil)
    let labels = ticks.map { columnWidth($0.label) }.max() ?? 0
    yTicks = labels > width / 3 ? [] : ticks
    left = (yTicks.isEmpty ? 0 : labels + 1) + 1
    margin = figure.margin(x, width: width - left)
    var columns = width - left - margin
    // Cells of one size, unless that leaves much of the room empty.
    if let heat, columns % heat.columns <= columns / 5 {
      columns -= columns % heat.columns
    }
    plot = Plot(x: x, y: y, columns: columns, rows: rows, grid: marks.grid)
  }

  /// The finest ticks that leave a row between each other.
  private static func yTicks(_ plot: Plot, isHeat: Bool) -> [Tick] {
    let apart = plot.canvas.rows < 5 || isHeat ? 1 : 2
    return Ticks.candidates(plot.y, atMost: plot.canvas.rows).first { ticks in
      let rows = ticks.compactMap { plot.y.position($0.value).flatMap(plot.row) }
      return rows.count == ticks.count
        && zip(rows, rows.dropFirst()).allSatisfy { $0 - $1 >= apart }
    } ?? []
  }

  func lines() -> [StyledText] {
    var plot = plot
    plot.drawField(of: figure, marks)
    for marker in figure.markers { plot.draw(marker) }
    var ends = [Plot.End?](repeating: nil, count: figure.series.count)
    for index in pens.indices.filter({ pens[$0].isCrowd })
      + pens.indices.filter({ !pens[$0].isCrowd })
    {
      let series = figure.series[index]
      ends[index] = plot.draw(series, figure.style(of: series), pens[index])
    }
    let exits = figure.exits(plot.x, plot.y)
    for (index, exits) in exits.enumerated() { plot.mark(exits, pens[index].style, marks) }
    let (labels, owners) = endLabels(plot, ends)
    let labelling = plot.place(labels, margin: margin)
    let named = Set(labelling.placed.map { owners[$0] })

    var result: [StyledText] = []
    if !figure.title.isEmpty {
      result.append(
        StyledText(shortened(figure.title, to: width, usesUnicode: usesUnicode), .bold))
    }
    let (header, headed) = header(plot)
    result += header
    result += rows(plot, labelling)
    result += AxisLabels(plot, left: left, width: width)
      .lines(
        plot, left: left, width: width, label: figure.x.label,
        absent: figure.absence?.places(on: plot.x) ?? [], usesUnicode: usesUnicode)
    result += legend(plot, ends, exits.joined().map(\.edge), named: named, headed: headed)
    return result.map(\.withoutTrailingSpaces)
  }

  /// The labels wanted, and for each the series or (after the series) the marker it names.
  private func endLabels(_ plot: Plot, _ ends: [Plot.End?]) -> ([EndLabel], [Int]) {
    var labels: [EndLabel] = []
    var owners: [Int] = []
    for (index, series) in figure.series.enumerated() where figure.namesAtEnds {
      guard !series.name.isEmpty, let end = ends[index] else { continue }
      labels.append(
        EndLabel(
          text: printable(series.name), style: pens[index].style, column: end.column, row: end.row,
          depth: end.depth))
      owners.append(index)
    }
    for (index, marker) in figure.markers.enumerated() {
      guard !marker.label.isEmpty, let row = plot.row(of: marker) else { continue }
      labels.append(
        EndLabel(
          text: printable(marker.label), style: .muted, column: plot.canvas.columns - 1, row: row,
          depth: Double(row * marks.grid.down)))
      owners.append(figure.series.count + index)
    }
    return (labels, owners)
  }

  /// What stands above the plot: the y axis's label and, over their lines, upright markers' labels.
  private func header(_ plot: Plot) -> ([StyledText], Set<Int>) {
    var rows: [Canvas] = []
    func blank() -> Canvas { Canvas(columns: width, rows: 1, grid: marks.grid) }
    if !figure.y.label.isEmpty {
      var row = blank()
      row.write(
        shortened(figure.y.label, to: width, usesUnicode: usesUnicode), column: 0, row: 0, .plain)
      rows.append(row)
    }
    var named: Set<Int> = []
    for (index, marker) in figure.markers.enumerated() {
      let name = marker.label
      guard !name.isEmpty, let column = plot.column(of: marker) else { continue }
      let size = columnWidth(name)
      guard size <= width else { continue }
      let start = max(min(left + column - size / 2, width - size), 0)
      let room = max(start - 2, 0)..<min(start + size + 2, width)
      let beside = min(left + column, width - size)
      let roomBeside = max(beside - 2, 0)..<min(beside + size + 2, width)
      if rows.last?.isFree(room, row: 0) == true {
        rows[rows.count - 1].write(name, column: start, row: 0, .muted)
      } else if rows.last?.isFree(roomBeside, row: 0) == true {
        rows[rows.count - 1].write(name, column: beside, row: 0, .muted)
      } else {
        rows.append(blank())
        rows[rows.count - 1].write(name, column: start, row: 0, .muted)
      }
      named.insert(index)
    }
    return (rows.map { $0.line(0) }, named)
  }

  private func rows(_ plot: Plot, _ labelling: Plot.Labelling) -> [StyledText] {
    var ticks: [Int: String] = [:]
    for tick in yTicks {
      if let row = plot.y.position(tick.value).flatMap(plot.row) { ticks[row] = tick.label }
    }
    return (0..<plot.canvas.rows).map { row in
      let label = ticks[row] ?? ""
      let indent = String(repeating: " ", count: max(left - 2 - columnWidth(label), 0))
      var line = StyledText(left > 1 ? indent + label + " " : "", .muted)
      line.append(axis(isTick: ticks[row] != nil), .muted)
      line.append(plot.canvas.line(row))
      if let name = labelling.margin[row] {
        line.append(" ")
        line.append(name.text, name.style)
      }
      return line
    }
  }

  private func axis(isTick: Bool) -> String {
    usesUnicode ? (isTick ? "┤" : "│") : (isTick ? "+" : "|")
  }

  /// Everything that has no name in the plot.
  private func legend(
    _ plot: Plot, _ ends: [Plot.End?], _ edges: [AxesExit.Edge], named: Set<Int>, headed: Set<Int>
  ) -> [StyledText] {
    var legend = Legend(width: width, marks: marks, usesUnicode: usesUnicode)
    let lines = figure.series.indices.filter { !figure.series[$0].name.isEmpty }
    // One line with its name at its end needs no more; as soon as one name is missing all are listed.
    if !named.isSuperset(of: lines) {
      for index in lines {
        let series = figure.series[index]
        legend.add(series, figure.style(of: series), pens[index], isInView: ends[index] != nil)
      }
    }
    for (index, marker) in figure.markers.enumerated() {
      guard !named.contains(figure.series.count + index), !headed.contains(index) else { continue }
      legend.add(marker, isInView: plot.shows(marker))
    }
    legend.add(figure.absence, on: plot.x)
    legend.add(edges)
    legend.addField(of: figure)
    return legend.lines
  }
}

extension Figure {
  /// Whether names stand at the ends of lines; marks need a legend, and one list is enough.
  fileprivate var namesAtEnds: Bool {
    !series.contains { !$0.name.isEmpty && style(of: $0).isMarked }
  }

  /// The columns to keep free right of the plot for names of lines that end near its right edge.
  fileprivate func margin(_ scale: Scale, width: Int) -> Int {
    var names: [String] = []
    for series in series where namesAtEnds {
      let last = Array(zip(series.x, series.y)).last { x.scale.shows($0) && y.scale.shows($1) }
      guard let last, let end = scale.position(last.0), end > 0.85 else { continue }
      names.append(series.name)
    }
    for marker in markers where marker.y != nil { names.append(marker.label) }
    let widths = names.map(columnWidth).filter { $0 > 0 && $0 + 1 <= width / 4 }
    let label = columnWidth(x.label) + 4
    let needed = max(
      widths.max().map { $0 + 1 } ?? 0, x.label.isEmpty || label > width / 6 ? 0 : label)
    return width - needed >= 20 ? needed : 0
  }
}

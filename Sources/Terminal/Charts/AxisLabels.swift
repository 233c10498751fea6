import Plotting

/// The ticks of an x axis and where their labels stand.
struct AxisLabels {
  struct Placed: Hashable {
    let label: String
    /// The column under the tick, and the first of the label.
    let tick: Int
    let start: Int
  }

  private(set) var placed: [Placed] = []

  /// Chooses the finest ticks whose labels keep two spaces apart.
  ///
  /// `left` is the column of the plot's first cell on a line of `width` columns.
  init(_ plot: Plot, left: Int, width: Int) {
    let sets = Ticks.candidates(plot.x, atMost: plot.canvas.columns / 6 + 1)
    for ticks in sets {
      guard let found = Self.place(ticks, plot, left: left, width: width) else { continue }
      placed = found
      return
    }
  }

  private static func place(_ ticks: [Tick], _ plot: Plot, left: Int, width: Int) -> [Placed]? {
    var result: [Placed] = []
    var free = 0
    for tick in ticks {
      guard let column = plot.x.position(tick.value).flatMap(plot.column) else { continue }
      let size = columnWidth(tick.label)
      let centred = left + column - (size - 1) / 2
      let start = max(min(centred, width - size), 0)
      guard start >= free else { return nil }
      result.append(Placed(label: tick.label, tick: left + column, start: start))
      free = start + size + 2
    }
    return result
  }

  /// What marks a value of which nothing came.
  static func absent(_ usesUnicode: Bool) -> Character { usesUnicode ? "×" : "x" }

  /// The axis with its ticks, the labels, and the axis's own label beside or below them.
  ///
  /// - Parameter absent: the places on the axis of which nothing came.
  func lines(
    _ plot: Plot, left: Int, width: Int, label: String, absent: [Double] = [], usesUnicode: Bool
  ) -> [StyledText] {
    let grid = plot.canvas.grid
    var axis = Canvas(columns: left + plot.canvas.columns, rows: 1, grid: grid)
    for column in left..<axis.columns {
      axis.put(usesUnicode ? "─" : "-", column: column, row: 0, .muted)
    }
    axis.put(usesUnicode ? "└" : "+", column: left - 1, row: 0, .muted)
    var labels = Canvas(columns: width, rows: 1, grid: grid)
    for one in placed {
      axis.put(usesUnicode ? "┬" : "+", column: one.tick, row: 0, .muted)
      labels.write(one.label, column: one.start, row: 0, .muted)
    }
    for column in absent.compactMap(plot.column) {
      axis.put(Self.absent(usesUnicode), column: left + column, row: 0, .bold)
    }
    let end = placed.last.map { $0.start + columnWidth($0.label) + 2 } ?? left
    var result = [axis.line(0)]
    if label.isEmpty || end + columnWidth(label) <= width {
      labels.write(
        label, column: max(end, min(axis.columns, width - columnWidth(label))), row: 0, .plain)
      result.append(labels.line(0).withoutTrailingSpaces)
    } else {
      result.append(labels.line(0).withoutTrailingSpaces)
      let name = shortened(label, to: width - 1, usesUnicode: usesUnicode)
      let start = max(min(axis.columns, width) - columnWidth(name), 0)
      result.append(StyledText(String(repeating: " ", count: start) + name))
    }
    return result
  }
}

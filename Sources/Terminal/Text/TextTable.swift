/// Columns of text under muted headings, two spaces apart, without boxes.
///
/// Too wide a table is made to fit by wrapping its cells, the widest column first. One that cannot
/// fit without tearing words apart is laid out as `heading: text`, a line each.
package struct TextTable: Sendable {
  /// How the cells of a column stand under each other.
  package enum Alignment: Sendable, Hashable {
    case leading
    case trailing
    case centre
    /// Numbers by their decimal point; what does not begin like a number stands at the left.
    case decimal
  }

  /// A heading and how the cells below it stand.
  package struct Column: Sendable {
    package var heading: StyledText
    package var alignment: Alignment

    /// A column below a heading, which may be empty.
    package init(_ heading: StyledText, _ alignment: Alignment = .leading) {
      self.heading = heading
      self.alignment = alignment
    }
  }

  /// What the columns are called and how they are aligned.
  package var columns: [Column]
  /// Cells by row.
  ///
  /// Missing cells are empty, those beyond the last column are left out.
  package var rows: [[StyledText]]
  /// Whether a thin line is drawn under the headings.
  package var hasRule: Bool
  /// Whether what is mostly space is set without columns.
  var mayBeLoose = true

  /// A table of the given rows; more can be appended.
  package init(_ columns: [Column], rows: [[StyledText]] = [], hasRule: Bool = false) {
    self.columns = columns
    self.rows = rows
    self.hasRule = hasRule
  }

  /// Adds a row at the end.
  package mutating func append(_ row: [StyledText]) { rows.append(row) }

  /// The table in lines of at most `width` columns, without space at their ends.
  package func lines(width: Int) -> [StyledText] {
    guard !columns.isEmpty else { return [] }
    let cells = alignedCells
    guard let widths = TableLayout(columns: columns, cells: cells, width: width).widths else {
      let headings = columns.reduce(0) { $0 + $1.heading.displayWidth }
      return isMostlySpace(drawn: rows.count * headings)
        ? loose(width: width) : stacked(width: width)
    }
    let across = widths.reduce(0, +) + TableLayout.gap * (widths.count - 1)
    if isMostlySpace(drawn: rows.count * across) { return loose(width: width) }
    var lines = headings(in: widths)
    for row in cells { lines += band(row, widths, atBottom: false) }
    return lines
  }

  /// The lines of the headings over columns of some widths.
  func headings(in widths: [Int]) -> [StyledText] {
    guard columns.contains(where: { !$0.heading.isEmpty }) else { return [] }
    let headings = columns.map { $0.heading.ink(.muted) }
    let lines = band(headings, widths, atBottom: true)
    guard hasRule else { return lines }
    let total = widths.reduce(0, +) + TableLayout.gap * (widths.count - 1)
    return lines + [StyledText(String(repeating: "─", count: total), .muted)]
  }

  /// How many times the columns that its cells take a table may take, beside ``smallest``.
  private static let mostSpace = 6

  /// The columns up to which a table may take any times those of its cells.
  private static let smallest = 2048

  /// Whether a table would be many times as long as what it says: one wide cell, or a long heading,
  /// and thousands of rows with little in them.
  private func isMostlySpace(drawn: Int) -> Bool {
    guard mayBeLoose, drawn > Self.smallest else { return false }
    let said = rows.reduce(0) { sum, row in
      sum + 1 + row.reduce(0) { $0 + $1.displayWidth }
    }
    return drawn > Self.smallest + Self.mostSpace * said
  }

  /// The rows with their cells one behind the other, no column under its heading.
  private func loose(width: Int) -> [StyledText] {
    ([columns.map { $0.heading.ink(.muted) }] + rows).flatMap { row in
      StyledText.joined(row.filter { !$0.isEmpty }, by: "  ").wrapped(width: width, indent: "  ")
    }
  }

  /// The widths of the columns in so many columns of text; nil where they do not fit side by side.
  func widths(in width: Int) -> [Int]? {
    TableLayout(columns: columns, cells: alignedCells, width: width).widths
  }

  /// Whether the table's columns stand side by side in so many columns of text.
  package func fits(width: Int) -> Bool { widths(in: width) != nil }

  /// The table in characters the screen can show, as wide as the screen less an indent.
  package func lines(for screen: Screen, indent: Int = 0) -> [StyledText] {
    let width = screen.width - max(0, indent)
    if screen.isPlain {
      return spoken(width: width).map { $0.adapted(to: screen) }.prefixed(.spaces(indent))
    }
    var table = self
    for index in table.columns.indices {
      table.columns[index].heading = table.columns[index].heading.adapted(to: screen)
    }
    table.rows = rows.map { $0.map { $0.adapted(to: screen) } }
    return table.lines(width: width).prefixed(.spaces(indent))
  }

  /// As many cells as columns in every row, with numbers padded on the left to meet at the point.
  private var alignedCells: [[StyledText]] {
    var cells = rows.map { row in columns.indices.map { $0 < row.count ? row[$0] : StyledText() } }
    for column in columns.indices where columns[column].alignment == .decimal {
      let whole = cells.map { wholeWidth($0[column]) }
      let widest = whole.lazy.compactMap(\.self).max() ?? 0
      for (row, width) in whole.enumerated() {
        guard let width else { continue }
        cells[row][column] = .spaces(widest - width) + cells[row][column]
      }
    }
    return cells
  }

  /// The columns before the decimal point of a number; nil for other text.
  private func wholeWidth(_ cell: StyledText) -> Int? {
    let text = cell.text
    let unsigned = text.drop { "+-−±×<>≤≥~ ".contains($0) }
    guard unsigned.first?.isWholeNumber ?? false else { return nil }
    let fraction = unsigned.drop { $0.isWholeNumber || $0 == "," }
    return displayWidth(text) - displayWidth(String(fraction))
  }

  /// The lines of one row, cells side by side.
  private func band(_ cells: [StyledText], _ widths: [Int], atBottom: Bool) -> [StyledText] {
    let blocks = zip(cells, widths).map { $0.wrapped(width: $1) }
    let height = blocks.map(\.count).max() ?? 0
    return (0..<height).map { line in
      var text = StyledText()
      for (column, block) in blocks.enumerated() {
        let row = atBottom ? line - (height - block.count) : line
        let part = block.indices.contains(row) ? block[row] : StyledText()
        if column > 0 { text.append(.spaces(TableLayout.gap)) }
        text.append(part.padded(to: widths[column], alignment: columns[column].alignment.sides))
      }
      return text.trimmed
    }
  }

  /// Each row as a sentence that names the column of each cell: `regret: measured 0.02, theory 0.01`.
  package func spoken(width: Int) -> [StyledText] {
    rows.flatMap { row in
      let cells = zip(columns, row).enumerated().compactMap { index, pair -> StyledText? in
        let (column, cell) = pair
        guard !cell.isEmpty else { return nil }
        guard index > 0, !column.heading.isEmpty else { return cell }
        return column.heading + StyledText(" ") + cell
      }
      guard let first = cells.first else { return [StyledText]() }
      let rest = StyledText.joined(Array(cells.dropFirst()), by: ", ")
      return (rest.isEmpty ? first : first + StyledText(": ") + rest)
        .wrapped(width: width, indent: "  ")
    }
  }

  /// A line for each cell that says something, an empty line between rows.
  func stacked(width: Int) -> [StyledText] {
    var lines: [StyledText] = []
    for (index, row) in rows.enumerated() {
      if index > 0 { lines.append(StyledText()) }
      for (column, cell) in zip(columns, row) where !cell.isEmpty {
        let heading = column.heading.ink(.muted) + StyledText(": ", .muted)
        let text = column.heading.isEmpty ? cell : heading + cell
        lines += text.wrapped(width: width, indent: "  ")
      }
    }
    return lines
  }
}

extension TextTable.Alignment {
  /// Where a cell stands once numbers are padded to meet at their points.
  fileprivate var sides: Alignment {
    switch self {
    case .leading, .decimal: .leading
    case .trailing: .trailing
    case .centre: .centre
    }
  }
}

extension StyledText {
  /// The text with its standard ink replaced.
  func ink(_ ink: Style.Ink) -> StyledText {
    spans.reduce(into: StyledText()) { text, span in
      var style = span.style
      if style.ink == .standard { style.ink = ink }
      text.append(span.text, style)
    }
  }
}

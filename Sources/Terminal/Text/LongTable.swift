/// A table whose rows are set one after another, so that only a few of them need be there at a time.
///
/// Its lines are those of a ``TextTable`` with the same rows.
package struct LongTable {
  private let columns: [TextTable.Column]
  private let width: Int

  /// The columns' widths; nil where they do not fit side by side.
  private let widths: [Int]?

  /// Cells that take more than a line or are no plain text, wrapped.
  private var wrapped: [[StyledText: [StyledText]]]

  /// The most cells of a column that are remembered.
  private static let mostRemembered = 4096
  private var isBelowHeadings = false

  /// A table without rows.
  ///
  /// - Parameters:
  ///   - columns: what the columns are called; none of them may meet at decimal points.
  ///   - cells: for each column cells as wide as any of its own, in whole and in their parts.
  ///   - width: the columns of text that it may take.
  package init(_ columns: [TextTable.Column], cells: [[StyledText]], width: Int) {
    self.columns = columns
    self.width = width
    wrapped = columns.map { _ in [:] }
    let count = cells.map(\.count).max() ?? 0
    let rows = (0..<count).map { row in
      cells.map { $0.indices.contains(row) ? $0[row] : StyledText() }
    }
    widths = TextTable(columns, rows: rows).widths(in: width)
  }

  /// The lines of the next row; those of the headings stand above the first.
  package mutating func lines(of row: [StyledText]) -> [StyledText] {
    defer { isBelowHeadings = true }
    guard let widths else {
      let lines = TextTable(columns, rows: [row]).stacked(width: width)
      return isBelowHeadings ? [StyledText()] + lines : lines
    }
    let headings = isBelowHeadings ? [] : TextTable(columns).headings(in: widths)
    let blocks = widths.indices.map { column in
      block(row.indices.contains(column) ? row[column] : StyledText(), column, widths[column])
    }
    let height = blocks.map(\.count).max() ?? 0
    return headings
      + (0..<height).map { line in
        var text = StyledText()
        for (column, block) in blocks.enumerated() where block.indices.contains(line) {
          let start = widths[..<column].reduce(0) { $0 + $1 + TableLayout.gap }
          let part = columns[column].alignment.placed(block[line], in: widths[column])
          guard !part.isEmpty else { continue }
          text.append(.spaces(start - text.displayWidth))
          text.append(part)
        }
        return text
      }
  }

  /// A cell in lines; what takes some finding is remembered.
  private mutating func block(_ cell: StyledText, _ column: Int, _ width: Int) -> [StyledText] {
    if cell.displayWidth <= width { return cell.wrapped(width: width) }
    if let block = wrapped[column][cell] { return block }
    let block = cell.wrapped(width: width)
    if wrapped[column].count >= Self.mostRemembered { wrapped[column] = [:] }
    wrapped[column][cell] = block
    return block
  }
}

extension TextTable.Alignment {
  /// A line of a cell with the spaces that it needs before it.
  fileprivate func placed(_ line: StyledText, in width: Int) -> StyledText {
    let missing = width - line.displayWidth
    let before =
      switch self {
      case .leading, .decimal: 0
      case .trailing: missing
      case .centre: missing / 2
      }
    return before > 0 && !line.isEmpty ? .spaces(before) + line : line
  }
}

import Terminal

extension Page {
  /// A table of texts under a name; the first column is what one types.
  mutating func table(_ name: String, _ headings: [String], _ rows: [[String]]) {
    guard !rows.isEmpty else { return }
    blank()
    var columns = headings.map { TextTable.Column(StyledText($0)) }
    columns[0] = TextTable.Column(StyledText(name))
    table(
      TextTable(
        columns,
        rows: rows.map { row in
          row.enumerated().map { column, text in
            StyledText(text, column == 0 ? Style(.accent, unbroken: true) : .plain)
          }
        }))
  }
}

/// A table whose cells are still bytes.
struct TableDraft {
  /// A cell, trimmed, with escaped pipes resolved.
  struct Cell {
    var text: [UInt8] = []

    /// How many bytes of the row stand before it.
    var start = 0

    /// Where in its text a pipe stands whose backslash was left out.
    var pipes: [Int] = []
  }

  var alignments: [Table.Alignment?] = []
  var header: [Cell] = []
  var rows: [[Cell]] = []

  /// How many empty cells have filled up short rows.
  private var filled = 0

  /// How many empty cells may do so; past that, many short rows under a wide header would cost more
  /// than linear time and space, and the table ends.
  private static let fillLimit = 65_536

  init() {}

  /// Reads the two lines a table begins with, or gives nil if they are something else.
  init?(header: ArraySlice<UInt8>, delimiters: ArraySlice<UInt8>) {
    guard let alignments = Self.alignments(delimiters), header.contains(.pipe) else { return nil }
    let cells = Self.cells(header)
    guard cells.count == alignments.count else { return nil }
    self.alignments = alignments
    self.header = cells
  }

  /// Takes in a row; false if the table has to end before it.
  mutating func append(_ line: ArraySlice<UInt8>) -> Bool {
    var row = Self.cells(line, limit: header.count)
    let missing = header.count - row.count
    guard filled + missing <= Self.fillLimit else { return false }
    filled += missing
    row.append(contentsOf: repeatElement(Cell(), count: missing))
    rows.append(row)
    return true
  }

  /// The alignments in a row of delimiters, or nil if it is no such row.
  private static func alignments(_ line: ArraySlice<UInt8>) -> [Table.Alignment?]? {
    let line = line.trimmed
    guard
      line.allSatisfy({ $0.isSpaceOrTab || $0 == .pipe || $0 == .hyphen || $0 == .colon })
    else { return nil }
    var alignments: [Table.Alignment?] = []
    for cell in cells(line).map(\.text) {
      let dashes = cell.drop { $0 == .colon }
      let startsWithColon = cell.first == .colon
      let endsWithColon = cell.last == .colon && cell.count > 1
      guard cell.count - dashes.count <= 1, !dashes.dropLast(endsWithColon ? 1 : 0).isEmpty,
        dashes.dropLast(endsWithColon ? 1 : 0).allSatisfy({ $0 == .hyphen })
      else { return nil }
      switch (startsWithColon, endsWithColon) {
      case (true, true): alignments.append(.center)
      case (true, false): alignments.append(.left)
      case (false, true): alignments.append(.right)
      case (false, false): alignments.append(nil)
      }
    }
    return alignments.isEmpty ? nil : alignments
  }

  /// The cells of a row; the last one allowed keeps the rest.
  private static func cells(_ row: ArraySlice<UInt8>, limit: Int = .max) -> [Cell] {
    var line = row.trimmed
    if line.first == .pipe { line.removeFirst() }
    if line.last == .pipe, line.dropLast().last != .backslash { line.removeLast() }
    var cells: [Cell] = []
    var cell = Cell()
    var start = line.startIndex
    func finish() {
      let text = cell.text.trimmed
      let leading = text.isEmpty ? 0 : text.startIndex
      // No pipe is trimmed, so all that was left out stands behind the beginning.
      cells.append(
        Cell(
          text: Array(text), start: start - row.startIndex + leading,
          pipes: cell.pipes.map { $0 - leading }))
      cell = Cell()
    }
    for (place, byte) in zip(line.indices, line) {
      if byte == .pipe, cell.text.last == .backslash {
        cell.text[cell.text.count - 1] = .pipe
        cell.pipes.append(cell.text.count - 1)
      } else if byte == .pipe, cells.count < limit - 1 {
        finish()
        start = place + 1
      } else {
        cell.text.append(byte)
      }
    }
    finish()
    return cells
  }
}

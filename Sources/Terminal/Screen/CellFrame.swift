/// A whole screen as cells, from which what differs from another can be written and nothing else.
///
/// A cell holds a character of one column with its style, the left half of a wide one, or that one's
/// right half. Every frame is as it will be on the terminal: cut where the screen ends, in characters
/// that it can show, in styles that it has.
package struct CellFrame: Sendable, Hashable {
  private struct Cell: Sendable, Hashable {
    /// Nil for the right half of the character to its left.
    var character: Character?
    /// The parameters of the code that selects the style; empty for none.
    var codes: String

    static let blank = Cell(character: " ", codes: "")
  }

  private let width: Int
  private let height: Int
  private var cells: [Cell]

  /// So many equal cells are written again sooner than the cursor is moved over them.
  private static let nearest = 5

  /// Lines from the top down; what a screen has no room for is left out.
  package init(_ lines: [StyledText], on screen: Screen) {
    (width, height) = (screen.width, screen.height)
    cells = Array(repeating: .blank, count: width * height)
    for (row, line) in lines.prefix(height).enumerated() {
      fill(row, line.adapted(to: screen), on: screen)
    }
  }

  private mutating func fill(_ row: Int, _ line: StyledText, on screen: Screen) {
    let first = row * width
    var column = 0
    for span in line.spans {
      let codes =
        screen.usesColour ? span.style.codes(manyColours: screen.usesManyColours) : ""
      for character in span.text {
        let size = columnWidth(String(character))
        guard size > 0 else { continue }
        guard column + size <= width else { return }
        cells[first + column] = Cell(character: character, codes: codes)
        for half in stride(from: 1, to: size, by: 1) {
          cells[first + column + half] = Cell(character: nil, codes: codes)
        }
        column += size
      }
    }
  }
}

extension CellFrame {
  /// What to write so that a terminal that shows a frame shows this one; empty where nothing differs.
  ///
  /// Nothing is cleared first, so that a terminal that shows every step of it does not flicker; the
  /// style is the plain one before and after. It goes by places, which must not wrap by themselves.
  ///
  /// - Parameter previous: what the terminal shows; nil, or one of another size, for what nobody knows.
  package func changes(from previous: CellFrame?) -> String {
    let known = previous.flatMap { $0.width == width && $0.height == height ? $0 : nil }
    var writer = CellWriter()
    for row in 0..<height { write(row, over: known, by: &writer) }
    return writer.ended
  }

  private func write(_ row: Int, over known: CellFrame?, by writer: inout CellWriter) {
    let line = cells[row * width..<(row + 1) * width]
    let shown = known.map { $0.cells[row * width..<(row + 1) * width] }
    let end = Self.tail(of: line)
    var column = 0
    while column < width {
      guard shown.map({ $0[row * width + column] != line[row * width + column] }) ?? true else {
        column += 1
        continue
      }
      // The blank rest of a row is one code, where that is shorter and everything in it is to change.
      if column >= end {
        let stale = shown.map { Self.tail(of: $0) - column } ?? width
        writer.move(to: row, column)
        if stale > 3 {
          writer.clearRest()
        } else {
          for _ in 0..<stale { writer.put(" ", "") }
          writer.column = column + stale
        }
        return
      }
      var start = column
      while start > 0, line[row * width + start].character == nil { start -= 1 }
      let stop = runEnd(from: column, line, shown, end: end)
      writer.move(to: row, start)
      for cell in line[row * width + start..<row * width + stop] {
        if let character = cell.character { writer.put(character, cell.codes) }
      }
      writer.column = stop
      column = stop
    }
  }

  /// Where a run of cells to write ends: behind the last that differs, with no more than a few equal
  /// ones between two, and never in the middle of a wide character.
  private func runEnd(
    from column: Int, _ line: ArraySlice<Cell>, _ shown: ArraySlice<Cell>?, end: Int
  ) -> Int {
    let first = line.startIndex
    guard let shown else { return end }
    var stop = column + 1
    var place = column + 1
    while place < end, place - stop < Self.nearest {
      if shown[first + place] != line[first + place] { stop = place + 1 }
      place += 1
    }
    while stop < line.count, line[first + stop].character == nil { stop += 1 }
    return stop
  }

  /// The column from which on a row is blank.
  private static func tail(of line: ArraySlice<Cell>) -> Int {
    (line.lastIndex { $0 != .blank } ?? line.startIndex - 1) - line.startIndex + 1
  }
}

/// Codes and characters on their way to a terminal, none said twice.
private struct CellWriter {
  private var text = ""
  private var codes = ""
  private var row = -1
  var column = -1

  mutating func move(to row: Int, _ column: Int) {
    guard row != self.row || column != self.column else { return }
    (self.row, self.column) = (row, column)
    text += "\u{1B}[\(row + 1);\(column + 1)H"
  }

  mutating func put(_ character: Character, _ codes: String) {
    select(codes)
    text.append(character)
  }

  /// Makes the rest of the row blank.
  mutating func clearRest() {
    select("")
    text += "\u{1B}[K"
    column = -1
  }

  private mutating func select(_ codes: String) {
    guard codes != self.codes else { return }
    // A style takes nothing over from the one before.
    let parts = [self.codes.isEmpty && !codes.isEmpty ? nil : "0", codes.isEmpty ? nil : codes]
    text += "\u{1B}[\(parts.compactMap(\.self).joined(separator: ";"))m"
    self.codes = codes
  }

  /// All of it, with the plain style at the end.
  var ended: String { codes.isEmpty ? text : text + "\u{1B}[0m" }
}

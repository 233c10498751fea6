/// A table whose rows are set one after another, so that only a few of them need be there at a time.
///
/// Its lines are those of a ``TextTable`` with the same rows.
package struct LongTable {
  private let columns: [TextTable.Column]
  private let width: Int

  /// The columns' widths; nil where they do not fit side by side.
  private let widths: [Int]?

  /// Where each column begins.
  private let starts: [Int]
  private var breaks: [LineBreaks]

  /// What stands before a cell where they are set one below another, and where those are broken.
  private let headings: [StyledText]
  private var stacked: LineBreaks
  private var isBelowHeadings = false

  /// A table without rows.
  ///
  /// - Parameters:
  ///   - columns: what the columns are called; none of them may meet at decimal points.
  ///   - cells: for each column cells as wide as any of its own, in whole and in their parts.
  ///   - width: the columns of text that it may take.
  ///   - isStacked: whether its cells stand below each other, each behind its heading.
  package init(
    _ columns: [TextTable.Column], cells: [[StyledText]], width: Int, isStacked: Bool = false
  ) {
    self.columns = columns
    self.width = width
    let count = cells.map(\.count).max() ?? 0
    let rows = (0..<count).map { row in
      cells.map { $0.indices.contains(row) ? $0[row] : StyledText() }
    }
    let widths = isStacked ? nil : TextTable(columns, rows: rows).widths(in: width)
    self.widths = widths
    starts = columns.indices.map { column in
      (widths ?? []).prefix(column).reduce(0) { $0 + $1 + TableLayout.gap }
    }
    breaks = (widths ?? []).map { LineBreaks(width: $0) }
    headings = columns.map { column in
      column.heading.isEmpty ? StyledText() : column.heading.ink(.muted) + StyledText(": ", .muted)
    }
    stacked = LineBreaks(width: width, indent: "  ")
  }

  /// The lines of the next row; those of the headings stand above the first.
  package mutating func lines(of row: [StyledText]) -> [StyledText] {
    var lines: [StyledText] = []
    set(row) { line in
      switch line {
      case .set(let line): lines.append(line)
      case .parts(let parts):
        var line = StyledText()
        for (gap, part) in parts {
          line.append(.spaces(gap))
          line.append(part)
        }
        lines.append(line)
      }
    }
    return lines
  }

  /// Writes the lines of the next row as they look on a screen, each with its line end.
  package mutating func write(_ row: [StyledText], to text: inout String, for screen: Screen) {
    set(row) { line in
      switch line {
      case .set(let line): text += line.rendered(for: screen)
      case .parts(let parts):
        for (gap, part) in parts {
          text += gap > 0 ? Self.spaces[min(gap, Self.widest)] : ""
          if screen.usesColour || part.spans.count != 1 {
            text += part.rendered(for: screen)
          } else {
            text += part.spans[0].text
          }
        }
      }
      text += "\n"
    }
  }

  /// What a text has in common with all that are as wide and are broken at the same places: itself
  /// with all letters made one, and all digits; nil where it is no plain ASCII.
  package static func shape(of text: String) -> String? {
    var shape: [UInt8] = []
    shape.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39: shape.append(0x30)
      case 0x41...0x5A, 0x61...0x7A: shape.append(0x61)
      case 0x20...0x7E: shape.append(byte)
      default: return nil
      }
    }
    return String(decoding: shape, as: UTF8.self)
  }

  /// The widest screen, and as many spaces as there may be in a line of it.
  private static let widest = 500
  private static let spaces = (0...widest).map { String(repeating: " ", count: $0) }

  /// A line of a table.
  private enum Line {
    case set(StyledText)

    /// Parts of cells, each with the spaces before it.
    case parts([(gap: Int, StyledText)])
  }

  /// Sets the cells of a row one below another, each behind its heading.
  private mutating func stack(_ row: [StyledText], _ body: (Line) -> Void) {
    if isBelowHeadings { body(.set(StyledText())) }
    for (column, cell) in zip(columns.indices, row) where !cell.isEmpty {
      let heading = headings[column]
      let isWhole = cell.fitsAsItIs(room: width - heading.displayWidth)
      if isWhole, heading.spans.last?.style != cell.spans.first?.style {
        body(.parts([(0, heading), (0, cell)]))
      } else if isWhole {
        body(.set(heading + cell))
      } else {
        for line in stacked.lines(of: heading + cell) { body(.set(line)) }
      }
    }
  }

  /// Lays out the next row.
  private mutating func set(_ row: [StyledText], _ body: (Line) -> Void) {
    defer { isBelowHeadings = true }
    guard let widths else { return stack(row, body) }
    if !isBelowHeadings {
      for line in TextTable(columns).headings(in: widths) { body(.set(line)) }
    }
    let blocks = columns.indices.map { column in
      row.indices.contains(column) ? breaks[column].lines(of: row[column]) : [StyledText()]
    }
    for number in 0..<(blocks.map(\.count).max() ?? 0) {
      var parts: [(gap: Int, StyledText)] = []
      parts.reserveCapacity(columns.count)
      var end = 0
      for (column, block) in blocks.enumerated() where number < block.count {
        let part = block[number]
        guard !part.isEmpty else { continue }
        let taken = part.displayWidth
        let start = starts[column] + columns[column].alignment.indent(widths[column] - taken)
        parts.append((start - end, part))
        end = start + taken
      }
      body(.parts(parts))
    }
  }
}

extension TextTable.Alignment {
  /// How many spaces stand before a line of a cell where so many columns are left over.
  fileprivate func indent(_ missing: Int) -> Int {
    switch self {
    case .leading, .decimal: 0
    case .trailing: missing
    case .centre: missing / 2
    }
  }
}

/// Where texts are broken into lines of a width, found once for all of one shape.
private struct LineBreaks {
  /// The most texts that are remembered.
  private static let mostKnown = 4096

  let width: Int

  /// What lines other than the first begin with.
  let indent: StyledText

  /// The places of the lines in texts that have a shape, by that.
  private var plain: [String: [Range<Int>]] = [:]

  /// The lines of other texts.
  private var others: [StyledText: [StyledText]] = [:]

  init(width: Int, indent: StyledText = StyledText()) {
    self.width = width
    self.indent = indent
  }

  mutating func lines(of text: StyledText) -> [StyledText] {
    if text.fitsAsItIs(room: width) { return [text] }
    guard indent.isEmpty, text.spans.count == 1, let span = text.spans.first,
      let shape = LongTable.shape(of: span.text)
    else {
      if let lines = others[text] { return lines }
      let lines = text.wrapped(width: width, indent: indent)
      if others.count >= Self.mostKnown { others = [:] }
      others[text] = lines
      return lines
    }
    let places = plain[shape] ?? Self.places(of: StyledText(shape, span.style), width)
    if plain.count >= Self.mostKnown { plain = [:] }
    plain[shape] = places
    let bytes = span.text.utf8
    return places.map { place in
      let start = bytes.index(bytes.startIndex, offsetBy: place.lowerBound)
      let end = bytes.index(start, offsetBy: place.count)
      return StyledText(String(span.text[start..<end]), span.style)
    }
  }

  /// Where the lines of a plain text stand in it: nothing but spaces is lost between them.
  private static func places(of text: StyledText, _ width: Int) -> [Range<Int>] {
    let bytes = Array(text.text.utf8)
    var place = 0
    return text.wrapped(width: width).map { line in
      let bytesOfLine = Array(line.text.utf8)
      while place < bytes.count, !bytes[place...].starts(with: bytesOfLine) { place += 1 }
      defer { place += bytesOfLine.count }
      return place..<place + bytesOfLine.count
    }
  }
}

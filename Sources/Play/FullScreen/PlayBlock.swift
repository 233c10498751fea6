import Terminal

/// A part of a picture: its lines, and where in it the mouse finds what.
struct PlayBlock: Sendable {
  private(set) var lines: [StyledText] = []
  private(set) var zones: [PlayZone] = []

  /// Where the cursor belongs, by row and column; nil where it is not in this part.
  private(set) var cursor: (row: Int, column: Int)?

  init(_ lines: [StyledText] = []) { self.lines = lines }

  var height: Int { lines.count }

  mutating func add(_ line: StyledText) { lines.append(line) }

  /// Adds a line with zones in its own columns.
  mutating func add(_ line: StyledText, _ found: [(columns: Range<Int>, PlayZone.Target)]) {
    for (columns, target) in found {
      zones.append(PlayZone(rows: height..<height + 1, columns: columns, target: target))
    }
    lines.append(line)
  }

  /// Puts the cursor into the line that is added next.
  mutating func place(cursor column: Int) { cursor = (height, column) }

  /// Adds another part below.
  mutating func add(_ below: PlayBlock) { put(below, row: height, column: 0) }

  private mutating func put(_ other: PlayBlock, row: Int, column: Int) {
    zones += other.zones.map { $0.moved(down: row, right: column) }
    if let place = other.cursor { cursor = (place.row + row, place.column + column) }
    if column == 0 { lines += other.lines }
  }

  /// Empty lines up to a height, or no more lines than that.
  func of(height rows: Int) -> PlayBlock {
    var block = self
    if height < rows {
      block.lines += Array(repeating: StyledText(), count: rows - height)
    } else if height > rows {
      block.lines.removeLast(height - rows)
      block.zones.removeAll { $0.rows.upperBound > rows }
      if let cursor, cursor.row >= rows { block.cursor = nil }
    }
    return block
  }

  /// The part with another to its right, a line between them.
  func beside(_ right: PlayBlock, width: Int, rule: StyledText) -> PlayBlock {
    let rows = max(height, right.height)
    var whole = of(height: rows)
    let other = right.of(height: rows)
    whole.lines = zip(whole.lines, other.lines).map { left, right in
      left.cut(to: width).padded(to: width) + rule + right
    }
    whole.put(other, row: 0, column: width + rule.displayWidth)
    return whole
  }

  /// All lines of a screen, from the top down, in characters that it can show.
  func frame(on screen: Screen) -> [StyledText] {
    of(height: screen.height).lines.map { $0.adapted(to: screen).cut(to: screen.width) }
  }
}

/// A sheet of character cells, each of which can hold dots, a glyph over them, and a shade below.
///
/// With Unicode a cell has 2 × 4 dots (braille); without, one dot, shown as the mark that drew it.
struct Canvas {
  private struct Cell {
    var shade: Character?
    var shadeStyle = Style.plain
    var dots: UInt8 = 0
    var dotStyle = Style.plain
    var glyph: Character?
    var glyphStyle = Style.plain
    /// The shade is part of a text.
    var isCaption = false
    /// Covered by the wide character to its left.
    var isCovered = false
  }

  let columns: Int
  let rows: Int
  let usesUnicode: Bool
  private var cells: [Cell]

  init(columns: Int, rows: Int, usesUnicode: Bool) {
    self.columns = max(columns, 0)
    self.rows = max(rows, 0)
    self.usesUnicode = usesUnicode
    cells = Array(repeating: Cell(), count: self.columns * self.rows)
  }

  var dotsAcross: Int { usesUnicode ? 2 : 1 }
  var dotsDown: Int { usesUnicode ? 4 : 1 }
  /// The number of dots from left to right.
  var width: Int { columns * dotsAcross }
  /// The number of dots from top to bottom.
  var height: Int { rows * dotsDown }

  /// Sets a dot, counted from the top left; outside the sheet nothing happens.
  mutating func dot(_ x: Int, _ y: Int, mark: Character, _ style: Style) {
    guard x >= 0, y >= 0, let index = index(x / dotsAcross, y / dotsDown) else { return }
    guard usesUnicode else {
      cells[index].glyph = mark
      cells[index].glyphStyle = style
      return
    }
    cells[index].dots |= Self.bits[(y % 4) * 2 + x % 2]
    cells[index].dotStyle = style
  }

  mutating func put(_ glyph: Character, column: Int, row: Int, _ style: Style) {
    guard let index = index(column, row) else { return }
    cells[index].glyph = glyph
    cells[index].glyphStyle = style
  }

  mutating func shade(_ glyph: Character, column: Int, row: Int, _ style: Style) {
    guard let index = index(column, row) else { return }
    cells[index].shade = glyph
    cells[index].shadeStyle = style
  }

  /// Writes text to the right from a cell; what does not fit is left out.
  mutating func write(_ text: String, column: Int, row: Int, _ style: Style) {
    var column = column
    for character in printable(text) {
      let width = columnWidth(String(character))
      guard width > 0 else { continue }
      guard column >= 0, column + width <= columns else { return }
      put(character, column: column, row: row, style)
      for next in stride(from: 1, to: width, by: 1) {
        if let index = index(column + next, row) { cells[index].isCovered = true }
      }
      column += width
    }
  }

  /// Writes plain text in place of dots, behind whatever is drawn later.
  mutating func caption(_ text: String, column: Int, row: Int, _ style: Style) {
    for (offset, character) in text.enumerated() {
      guard let index = index(column + offset, row) else { continue }
      cells[index] = Cell(shade: character, shadeStyle: style, isCaption: true)
    }
  }

  /// Turns all dots and glyphs into shade, so that what is drawn next stands clear of them.
  mutating func sink() {
    for index in cells.indices where cells[index].dots != 0 || cells[index].glyph != nil {
      let cell = cells[index]
      guard let shown = cell.glyph ?? Self.braille(cell.dots) else { continue }
      cells[index] = Cell(
        shade: shown, shadeStyle: cell.glyph == nil ? cell.dotStyle : cell.glyphStyle)
    }
  }

  /// Whether nothing but shade is in these cells; false where they leave the sheet.
  func isFree(_ columns: Range<Int>, row: Int) -> Bool {
    columns.allSatisfy { column in
      guard let index = index(column, row) else { return false }
      let cell = cells[index]
      return cell.dots == 0 && cell.glyph == nil && !cell.isCovered && !cell.isCaption
    }
  }

  func line(_ row: Int) -> StyledText {
    var text = StyledText()
    for column in 0..<columns {
      guard let index = index(column, row) else { break }
      let cell = cells[index]
      if let glyph = cell.glyph {
        text.append(String(glyph), cell.glyphStyle)
      } else if cell.isCovered {
        continue
      } else if cell.dots != 0, let dots = Self.braille(cell.dots) {
        text.append(String(dots), cell.dotStyle)
      } else {
        text.append(cell.shade.map(String.init) ?? " ", cell.shadeStyle)
      }
    }
    return text
  }

  private static func braille(_ dots: UInt8) -> Character? {
    Unicode.Scalar(0x2800 + UInt32(dots)).map(Character.init)
  }

  private func index(_ column: Int, _ row: Int) -> Int? {
    guard column >= 0, column < columns, row >= 0, row < rows else { return nil }
    return row * columns + column
  }

  /// The bits of braille patterns (Unicode, chapter "Braille"), row by row.
  private static let bits: [UInt8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
}

/// A sheet of character cells, each of which can hold dots, a glyph over them, and a shade below.
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
  let grid: DotGrid
  private var cells: [Cell]

  init(columns: Int, rows: Int, grid: DotGrid) {
    self.columns = max(columns, 0)
    self.rows = max(rows, 0)
    self.grid = grid
    cells = Array(repeating: Cell(), count: self.columns * self.rows)
  }

  /// The number of dots from left to right.
  var width: Int { columns * grid.across }
  /// The number of dots from top to bottom.
  var height: Int { rows * grid.down }

  /// Sets a dot, counted from the top left; outside the sheet nothing happens.
  mutating func dot(_ x: Int, _ y: Int, mark: Character, _ style: Style) {
    guard x >= 0, y >= 0 else { return }
    let (column, row) = (x / grid.across, y / grid.down)
    guard let index = index(column, row) else { return }
    guard grid.hasDots else {
      cells[index].glyph = mark
      cells[index].glyphStyle = style
      return
    }
    cells[index].dots |= grid.bit(x - column * grid.across, y - row * grid.down)
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
      cells[index] = Cell(
        shade: cell.glyph ?? grid.characters[Int(cell.dots)],
        shadeStyle: cell.glyph == nil ? cell.dotStyle : cell.glyphStyle)
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
      } else if cell.dots != 0 {
        text.append(String(grid.characters[Int(cell.dots)]), cell.dotStyle)
      } else {
        text.append(cell.shade.map(String.init) ?? " ", cell.shadeStyle)
      }
    }
    return text
  }

  private func index(_ column: Int, _ row: Int) -> Int? {
    guard column >= 0, column < columns, row >= 0, row < rows else { return nil }
    return row * columns + column
  }
}

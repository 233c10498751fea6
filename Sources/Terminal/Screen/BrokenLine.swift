/// A line that was drawn on one row, after the terminal has become narrower.
///
/// Most terminals then break their lines anew, so that what took one row takes several; some cut them
/// at the edge. Which of the two one does shows in the column where its cursor is.
package struct BrokenLine: Sendable, Hashable {
  /// The row of the cursor from the first of the line, and its column, if the line was broken.
  ///
  /// At the end of a full row the column is the width: the cursor waits there for the next character.
  package let row: Int
  package let column: Int

  private let cursor: Int
  private let width: Int

  /// A line of text with a cursor so many columns from its start, on a screen of another width.
  package init(_ text: String, cursor: Int, width: Int) {
    var (row, column, columns) = (0, 0, 0)
    let width = max(1, width)
    for character in text {
      let size = displayWidth(character)
      guard size > 0 else { continue }
      if column + size > width { (row, column) = (row + 1, 0) }
      if columns >= cursor { break }
      column += size
      columns += size
    }
    self.row = row
    self.column = column
    self.cursor = cursor
    self.width = width
  }

  /// How many rows the whole of a line takes once it is broken.
  package static func rows(of text: String, width: Int) -> Int {
    BrokenLine(text, cursor: .max, width: width).row + 1
  }

  /// How many rows above the cursor the line begins, by the column that the terminal says the cursor
  /// is in.
  ///
  /// A terminal whose answer fits both is taken for one that breaks its lines, as most do.
  ///
  /// - Returns: nil where the terminal has cut the line, which then begins in the row of the cursor.
  package func rowsAbove(_ told: Int) -> Int? {
    let edge = width - 1
    if told == 0, column == width { return row + 1 }
    let isCut = told == min(cursor, edge) && told != min(column, edge)
    return isCut ? nil : row
  }
}

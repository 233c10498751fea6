import TestKit
import Testing

@testable import Terminal

@Suite struct BrokenLineTests {
  @Test(arguments: [
    ("prompt: 12", 10, 20, 0, 10), ("prompt: 12", 10, 10, 0, 10), ("prompt: 12", 10, 9, 1, 1),
    ("prompt: 12", 9, 9, 1, 0), ("prompt: 12", 3, 4, 0, 3), ("prompt: 12", 4, 4, 1, 0),
    ("prompt: 12", 10, 5, 1, 5), ("a語語語", 7, 4, 1, 4), ("a語語語", 5, 4, 1, 2),
    ("a語語語", 3, 4, 1, 0), ("e\u{301}e\u{301}x", 3, 2, 1, 1), ("", 0, 5, 0, 0),
  ])
  func breaks(_ text: String, _ cursor: Int, _ width: Int, _ row: Int, _ column: Int) {
    let line = BrokenLine(text, cursor: cursor, width: width)
    #expect(line.row == row && line.column == column, "\(line)")
  }

  @Test(arguments: [("", 1), ("12345", 1), ("123456", 2), ("語語語", 2), ("1234567890", 2)])
  func rows(_ text: String, _ expected: Int) {
    #expect(BrokenLine.rows(of: text, width: 5) == expected)
  }

  /// A grid that a terminal may have: wide characters whole, and lines broken or cut.
  private struct Grid {
    var rows: [[Character?]] = [[]]

    init(_ text: String, width: Int) {
      for character in text {
        let size = displayWidth(character)
        if rows[rows.count - 1].count + size > width { rows.append([]) }
        rows[rows.count - 1] += [character] + Array(repeating: nil, count: size - 1)
      }
    }

    /// Where the character of an index stands.
    func place(of index: Int) -> (row: Int, column: Int)? {
      var seen = 0
      for (row, cells) in rows.enumerated() {
        for (column, cell) in cells.enumerated() where cell != nil {
          if seen == index { return (row, column) }
          seen += 1
        }
      }
      return nil
    }
  }

  /// The line is found whatever it holds, on terminals that break lines, and nothing above it is
  /// taken for it on those that cut them.
  @Test func isFoundOnBothKindsOfTerminal() throws {
    var random = Garbage(seed: 3)
    var clear = 0
    for _ in 0..<2000 {
      let text = random.text(of: "ab1. 語한", upTo: 60)
      let characters = Array(text)
      guard !characters.isEmpty else { continue }
      let index = random.below(characters.count)
      let width = 8 + random.below(30)
      let cursor = displayWidth(String(characters[..<index]))
      let line = BrokenLine(text, cursor: cursor, width: width)
      let place = try #require(Grid(text, width: width).place(of: index))
      #expect(line.rowsAbove(place.column) == place.row, "\(text.debugDescription) \(line)")
      // Where the column of a cut line tells.
      let cut = min(cursor, width - 1)
      guard cut != place.column else { continue }
      clear += 1
      #expect(line.rowsAbove(cut) == nil, "\(text.debugDescription) \(line)")
    }
    #expect(clear > 300)
  }
}

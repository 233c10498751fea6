import TestKit
import Testing

@testable import Terminal

/// Tables that are set row by row.
@Suite struct LongTableTests {
  private static let alignments: [TextTable.Alignment] = [.leading, .trailing, .centre]

  /// The lines that a table has when all of it is there.
  private static func compare(_ columns: [TextTable.Column], _ rows: [[StyledText]], _ width: Int) {
    let cells = columns.indices.map { column in
      rows.map { column < $0.count ? $0[column] : StyledText() }
    }
    var table = LongTable(columns, cells: cells, width: width)
    let lines = rows.flatMap { table.lines(of: $0) }
    // A table of some rows cannot know whether all of them are mostly space.
    var together = TextTable(columns, rows: rows)
    together.mayBeLoose = false
    let whole = together.lines(width: width)
    #expect(lines.map(\.text) == whole.map(\.text), "\(width)")
    #expect(lines == whole, "\(width)")
    for screen in [Screen(width: 80), Screen(usesColour: true, usesManyColours: true)] {
      var table = LongTable(columns, cells: cells, width: width)
      var text = ""
      for row in rows { table.write(row, to: &text, for: screen) }
      #expect(text == whole.rendered(for: screen), "\(width)")
    }
  }

  /// Odd text, but for a sign that takes a space behind it for a part of itself.
  private static func text(_ garbage: inout Garbage) -> StyledText {
    let text = garbage.styledText(upTo: 8)
    return text.text.unicodeScalars.contains("\u{600}") ? StyledText() : text
  }

  @Test(arguments: 0..<60) func haveTheLinesOfAnyTable(seed: Int) {
    var garbage = Garbage(seed: seed)
    let columns = (0...garbage.below(5)).map { _ in
      TextTable.Column(
        StyledText(garbage.below(3) == 0 ? "" : garbage.name()), garbage.one(of: Self.alignments))
    }
    let rows = (0...garbage.below(12)).map { _ in
      (0..<garbage.below(columns.count + 2)).map { _ in Self.text(&garbage) }
    }
    for width in [1, 8, 20, 33, 50, 80, 200] { Self.compare(columns, rows, width) }
  }

  /// Rows that differ in their digits alone, as those of a log do.
  @Test(arguments: [20, 30, 40, 50, 60, 80, 100]) func haveTheLinesOfALog(width: Int) {
    var garbage = Garbage(seed: width)
    let names = ["learning-rate/reach-the-floor", "a/b", "deep:batch-size/spend-the-samples"]
    let rows = (1...200).map { number in
      [
        StyledText("\(number)"),
        StyledText("2026-11-\(10 + garbage.below(20)) 10:\(10 + garbage.below(50))", .muted),
        StyledText(garbage.one(of: names), Style(unbroken: true)),
        StyledText("batch-size \(garbage.below(100)), rate 0.\(garbage.below(1000))"),
        StyledText("✓", .good) + StyledText(" \(garbage.below(11)) of 10"),
      ]
    }
    let columns = ["", "when", "exercise", "values", "points"].map {
      TextTable.Column(StyledText($0))
    }
    Self.compare(columns, rows, width)
    // Cells that are as wide stand for all of them.
    var table = LongTable(
      columns, cells: columns.indices.map { column in rows.map { $0[column] } }, width: width)
    var short = LongTable(
      columns,
      cells: columns.indices.map { column in
        var seen = Set<String>()
        return rows.map { $0[column] }.filter { cell in
          seen.insert(cell.text.replacing(/[0-9]/, with: "0")).inserted
        }
      }, width: width)
    for row in rows { #expect(table.lines(of: row) == short.lines(of: row)) }
  }
}

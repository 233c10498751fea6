import TestKit
import Testing

@testable import Terminal

@Suite struct TextTableTests {
  private func text(_ table: TextTable, _ width: Int) -> String {
    table.lines(width: width).map(\.text).joined(separator: "\n")
  }

  private var runs: TextTable {
    TextTable(
      [
        .init("learning-rate", .decimal), .init("loss", .trailing), .init("mark", .centre),
        .init("verdict"),
      ],
      rows: [
        ["0.01", "4.1e-2", "✓", "too small, it crawls"],
        ["10.5", "2.8", "✗", "past the edge"],
        ["none", "", "日", "語"],
      ])
  }

  @Test func alignsItsColumns() {
    #expect(
      text(runs, 80) == """
        learning-rate    loss  mark  verdict
         0.01          4.1e-2   ✓    too small, it crawls
        10.5              2.8   ✗    past the edge
        none                    日   語
        """)
  }

  @Test func wrapsTheWidestColumn() {
    #expect(
      text(runs, 40) == """
        learning-rate    loss  mark  verdict
         0.01          4.1e-2   ✓    too small,
                                     it crawls
        10.5              2.8   ✗    past the
                                     edge
        none                    日   語
        """)
  }

  @Test func stacksWhatCanNotFit() {
    let table = TextTable(
      (1...9).map { TextTable.Column(StyledText("heading\($0)")) },
      rows: [(1...9).map { StyledText("value\($0)") }, ["second", "row of words that wraps"]])
    #expect(
      text(table, 24) == """
        heading1: value1
        heading2: value2
        heading3: value3
        heading4: value4
        heading5: value5
        heading6: value6
        heading7: value7
        heading8: value8
        heading9: value9

        heading1: second
        heading2: row of words
          that wraps
        """)
  }

  @Test func stacksTextThatWouldBecomeATower() {
    let text = StyledText("a remark of many short words that would fill nine or ten lines")
    let table = TextTable(
      (1...4).map { .init("heading \($0)") }, rows: [["12345678", "b", "c", text]])
    let lines = table.lines(width: 36)
    #expect(lines.first?.text == "heading 1: 12345678")
    #expect(lines.count == 6)
  }

  @Test func drawsARuleAsWideAsTheTable() {
    let table = TextTable(
      [.init("a"), .init("b", .trailing)], rows: [["xyz", "1"]], hasRule: true)
    #expect(text(table, 40) == "a    b\n──────\nxyz  1")
  }

  @Test func headingsAreMutedAndOptional() {
    let table = TextTable([.init("a")], rows: [["x"]])
    #expect(table.lines(width: 40).first == StyledText("a", .muted))
    #expect(text(TextTable([.init(""), .init("")], rows: [["x", "y"]]), 40) == "x  y")
    #expect(text(TextTable([]), 40) == "")
  }

  @Test func isLaidOutInTheCharactersItIsShownIn() {
    let table = TextTable([.init("λ"), .init("b")], rows: [["…", "1"]])
    let screen = Screen(width: 40, usesUnicode: false)
    #expect(
      table.lines(for: screen, indent: 2).rendered(for: screen) == "  lambda  b\n  ...     1\n")
  }

  @Test(arguments: 0..<100)
  func garbageFits(_ seed: Int) {
    var garbage = Garbage(seed: seed)
    let alignments: [TextTable.Alignment] = [.leading, .trailing, .centre, .decimal]
    let columns = (0..<Int.random(in: 1...6, using: &garbage)).map { _ in
      TextTable.Column(
        garbage.styledText(upTo: 4), alignments.randomElement(using: &garbage) ?? .leading)
    }
    let rows = (0..<3).map { _ in
      (0..<Int.random(in: 0...7, using: &garbage)).map { _ in garbage.styledText(upTo: 12) }
    }
    for width in [20, 40, 80] {
      for line in TextTable(columns, rows: rows).lines(width: width) {
        #expect(line.displayWidth <= width)
      }
    }
  }

  /// Columns are narrowed at once as they would be one by one, the widest first.
  @Test(arguments: 0..<40) func theWidestIsNarrowedFirst(_ seed: Int) {
    var garbage = Garbage(seed: seed)
    for _ in 0..<50 {
      let count = 1 + garbage.below(6)
      let widths = (0..<count).map { _ in garbage.below(30) }
      let floors = (0..<count).map { _ in garbage.below(20) }
      let room = garbage.below(100)
      var expected = widths
      while expected.reduce(0, +) > room {
        let wrappable = expected.indices.filter { expected[$0] > floors[$0] }
        guard let widest = wrappable.max(by: { expected[$0] < expected[$1] }) else { break }
        expected[widest] -= 1
      }
      #expect(TableLayout.narrowed(widths, to: room, floors: floors) == expected)
    }
  }

  /// A cell as long as a lesson may be takes no time for each column too many.
  @Test func longCellsTakeLinearTime() {
    let growth = Growth(from: 2_000) { length in
      let rows = [
        (0..<20).map { StyledText(String(repeating: "ab ", count: $0 == 3 ? length : 1)) }
      ]
      let table = TextTable((0..<20).map { _ in .init("a") }, rows: rows)
      #expect(!table.lines(width: 100).isEmpty)
    }
    #expect(growth.isLinear, "\(growth)")
  }

  /// One wide cell, or a long heading, does not make every row as long.
  @Test(arguments: [("a", 70), ("a", 5000), (String(repeating: "h", count: 60), 1), ("h h h", 300)])
  func isNotMostlySpace(heading: String, widest: Int) {
    let wide = StyledText(String(repeating: "w", count: widest))
    for alignment in [TextTable.Alignment.leading, .trailing, .centre] {
      let table = TextTable(
        [.init(StyledText(heading), alignment), .init("b", .trailing)],
        rows: [[wide, "1"]] + [[StyledText]](repeating: ["a", "1"], count: 5000))
      let lines = table.lines(width: 80)
      let said = 5000 * 4 + widest + heading.count
      #expect(lines.reduce(0) { $0 + $1.text.utf8.count + 1 } < 8 * said)
      #expect(lines.last?.text == "a  1" || said * 2 > 5000 * 80)
    }
  }
}

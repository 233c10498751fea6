import Exhibits
import Terminal

extension AttemptLog: ScreenExhibit {
  /// A line for each attempt and each reset, and what to type next.
  package func set(on page: inout Page) {
    set(on: &page) { _ in }
  }

  /// How many lines are set before they are written.
  private static let piece = 500

  /// As it is set on a page, but the page is written piece by piece: there may be a great many lines.
  package func text(for screen: Screen) -> String {
    var text = ""
    var page = Page(screen)
    set(on: &page) { page in
      guard page.lines.count >= Self.piece else { return }
      text += page.lines.rendered(for: screen)
      page = Page(screen)
    }
    return text + page.lines.rendered(for: screen)
  }

  /// - Parameter turn: is called before each line that is set.
  private func set(on page: inout Page, turn: (inout Page) -> Void) {
    if entries.isEmpty {
      page.text("No attempts yet.", indent: 0)
    } else {
      var rows = LogRows(self, page.screen)
      for entry in entries {
        turn(&page)
        page.block(rows.lines(of: entry))
      }
    }
    page.blank()
    page.next(next)
  }
}

/// The log as a table, row by row.
private struct LogRows {
  /// The columns from which on there is room for what was found.
  private static let roomForFindings = 100

  private let screen: Screen
  private var table: LongTable

  init(_ log: AttemptLog, _ screen: Screen) {
    self.screen = screen
    var columns: [TextTable.Column] = [
      .init("", .trailing), .init("when"), .init("exercise"), .init("values"),
      .init("points", .trailing),
    ]
    if screen.width >= Self.roomForFindings { columns.append(.init("found")) }
    var cells = columns.map { _ in [StyledText]() }
    // Cells that differ in their digits alone are as wide as each other.
    var seen = columns.map { _ in Set<String>() }
    for entry in log.entries {
      let row = Self.cells(of: entry)
      for (column, cell) in zip(columns.indices, row)
      where seen[column].insert(Self.shape(cell.text)).inserted {
        cells[column].append(cell.adapted(to: screen))
      }
    }
    table = LongTable(columns, cells: cells, width: screen.width)
  }

  mutating func lines(of entry: AttemptLog.Entry) -> [StyledText] {
    table.lines(of: Self.cells(of: entry).map { $0.adapted(to: screen) })
  }

  /// A text with all its digits made one.
  private static func shape(_ text: String) -> String {
    String(decoding: text.utf8.map { (0x30...0x39).contains($0) ? 0x30 : $0 }, as: UTF8.self)
  }

  private static func cells(of entry: AttemptLog.Entry) -> [StyledText] {
    switch entry {
    case .attempt(let attempt):
      [
        StyledText("\(attempt.number)"),
        StyledText(AttemptLog.time(attempt.date), Style(.muted, unbroken: true)),
        StyledText(attempt.exercise, Style(unbroken: true)), StyledText(attempt.values),
        (attempt.isPassed ? StyledText("✓", .good) : StyledText("✗", .bad))
          + StyledText(" \(attempt.pointsText)"),
        StyledText(attempt.findings.joined(separator: ", "), .muted),
      ]
    case .reset(let date, let what):
      [
        StyledText(""), StyledText(AttemptLog.time(date), .muted), StyledText(what, .muted),
      ]
    }
  }
}

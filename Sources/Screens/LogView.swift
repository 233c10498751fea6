import Exhibits
import Terminal

extension AttemptLog: ScreenExhibit {
  /// A line for each attempt and each reset, and what to type next.
  package func set(on page: inout Page) {
    if entries.isEmpty {
      page.text("No attempts yet.", indent: 0)
    } else {
      var rows = LogRows(self, page.screen)
      for entry in entries { page.block(rows.lines(of: entry)) }
    }
    page.blank()
    page.next(next)
  }

  /// As it is set on a page, but row by row: there may be a great many.
  package func text(for screen: Screen) -> String {
    var page = Page(screen)
    guard !entries.isEmpty else {
      page.set(self)
      return page.lines.rendered(for: screen)
    }
    var text = ""
    var rows = LogRows(self, screen)
    for entry in entries { rows.write(entry, to: &text) }
    page.gap()
    page.next(next)
    return text + page.lines.rendered(for: screen)
  }
}

/// The log as a table, row by row.
private struct LogRows {
  /// The columns from which on there is room for what was found.
  private static let roomForFindings = 100

  private let screen: Screen
  private let hasFindings: Bool
  private var table: LongTable

  init(_ log: AttemptLog, _ screen: Screen) {
    self.screen = screen
    hasFindings = screen.width >= Self.roomForFindings
    var columns: [TextTable.Column] = [
      .init("", .trailing), .init("when"), .init("exercise"), .init("values"),
      .init("points", .trailing),
    ]
    if hasFindings { columns.append(.init("found")) }
    var widest = WidestCells(columns.count)
    for entry in log.entries { widest.add(entry, hasFindings: hasFindings) }
    let cells = widest.cells.map { $0.map { $0.adapted(to: screen) } }
    table = LongTable(columns, cells: cells, width: screen.width)
  }

  mutating func lines(of entry: AttemptLog.Entry) -> [StyledText] {
    table.lines(of: cells(of: entry))
  }

  mutating func write(_ entry: AttemptLog.Entry, to text: inout String) {
    table.write(cells(of: entry), to: &text, for: screen)
  }

  private func cells(of entry: AttemptLog.Entry) -> [StyledText] {
    let cells = Self.cells(of: entry, hasFindings: hasFindings)
    return screen.usesUnicode ? cells : cells.map { $0.adapted(to: screen) }
  }

  fileprivate static func cells(of entry: AttemptLog.Entry, hasFindings: Bool) -> [StyledText] {
    switch entry {
    case .attempt(let attempt):
      [
        StyledText("\(attempt.number)"),
        StyledText(AttemptLog.time(attempt.date), Style(.muted, unbroken: true)),
        StyledText(attempt.exercise, Style(unbroken: true)), StyledText(attempt.values),
        verdict(attempt),
      ] + (hasFindings ? [StyledText(attempt.findings.joined(separator: ", "), .muted)] : [])
    case .reset(let date, let what):
      [StyledText(""), StyledText(AttemptLog.time(date), .muted), StyledText(what, .muted)]
    }
  }

  private static func verdict(_ attempt: AttemptLog.Attempt) -> StyledText {
    (attempt.isPassed ? StyledText("✓", .good) : StyledText("✗", .bad))
      + StyledText(" \(attempt.pointsText)")
  }
}

/// Cells of a log among which are the widest of each column, and those with the longest words.
private struct WidestCells {
  private(set) var cells: [[StyledText]]

  /// Texts of each column whose cells are here: those that differ in digits alone are as wide.
  private var seen: [Set<String>]

  init(_ columns: Int) {
    cells = Array(repeating: [], count: columns)
    seen = Array(repeating: [], count: columns)
  }

  mutating func add(_ entry: AttemptLog.Entry, hasFindings: Bool) {
    var isNew = false
    switch entry {
    case .attempt(let attempt):
      let texts =
        [String(repeating: "0", count: String(attempt.number).utf8.count), "", attempt.exercise]
        + [attempt.values, (attempt.isPassed ? "✓" : "✗") + attempt.pointsText]
        + (hasFindings ? [attempt.findings.joined(separator: ", ")] : [])
      for (column, text) in texts.enumerated() {
        let shape = column == 2 ? text : Self.shape(text)
        if seen[column].insert(shape).inserted { isNew = true }
      }
    case .reset(_, let what): isNew = seen[2].insert(what).inserted
    }
    guard isNew else { return }
    for (column, cell) in LogRows.cells(of: entry, hasFindings: hasFindings).enumerated() {
      cells[column].append(cell)
    }
  }

  private static func shape(_ text: String) -> String {
    String(decoding: text.utf8.map { (0x30...0x39).contains($0) ? 0x30 : $0 }, as: UTF8.self)
  }
}

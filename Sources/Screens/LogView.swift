import Exhibits
import Terminal

extension AttemptLog: ScreenExhibit {
  /// A line for each attempt and each reset, and what to type next.
  package func set(on page: inout Page) {
    if isEmpty {
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
    guard !isEmpty else {
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

  /// Cells that many rows have, by their texts: names of exercises, verdicts, what was found.
  private var names: [String: StyledText] = [:]
  private var verdicts: [Verdict: StyledText] = [:]
  private var findings: [[String]: StyledText] = [:]

  init(_ log: AttemptLog, _ screen: Screen) {
    self.screen = screen
    hasFindings = screen.width >= Self.roomForFindings
    var columns: [TextTable.Column] = [
      .init("", .trailing), .init("when"), .init("exercise"), .init("values"),
      .init("points", .trailing),
    ]
    if hasFindings { columns.append(.init("found")) }
    table = LongTable(columns, cells: [], width: screen.width)
    var widest = WidestCells(columns.count)
    for entry in log.entries {
      switch entry {
      case .attempt(let attempt) where isNew(attempt):
        widest.add(ownCells(attempt), from: Self.firstOwn)
      case .attempt(let attempt): widest.add([values(attempt)], from: Self.firstOwn + 1)
      case .reset: widest.add(cells(of: entry))
      }
    }
    // All times are as wide as each other, and so are all numbers of as many digits.
    if let last = log.attempt(log.count) { widest.add(cells(of: .attempt(last))) }
    table = LongTable(
      columns, cells: widest.cells, width: screen.width, isStacked: screen.isPlain)
  }

  mutating func lines(of entry: AttemptLog.Entry) -> [StyledText] {
    table.lines(of: cells(of: entry))
  }

  mutating func write(_ entry: AttemptLog.Entry, to text: inout String) {
    table.write(cells(of: entry), to: &text, for: screen)
  }

  private mutating func cells(of entry: AttemptLog.Entry) -> [StyledText] {
    switch entry {
    case .attempt(let attempt):
      let time = StyledText(AttemptLog.time(attempt.date), Style(.muted, unbroken: true))
      return [StyledText("\(attempt.number)"), time] + ownCells(attempt)
    case .reset(let date, let what):
      return [
        StyledText(), StyledText(AttemptLog.time(date), .muted),
        StyledText(what, .muted).adapted(to: screen),
      ]
    }
  }

  /// The first of the columns whose cells may be of any width.
  private static let firstOwn = 2

  private mutating func ownCells(_ attempt: AttemptLog.Attempt) -> [StyledText] {
    let cells = [name(attempt.exercise), values(attempt), verdict(attempt)]
    return hasFindings ? cells + [found(attempt.findings)] : cells
  }

  /// Whether a cell of it that many rows may have was in none so far.
  private func isNew(_ attempt: AttemptLog.Attempt) -> Bool {
    names[attempt.exercise] == nil || verdicts[Verdict(attempt)] == nil
      || hasFindings && findings[attempt.findings] == nil
  }

  private func values(_ attempt: AttemptLog.Attempt) -> StyledText {
    StyledText(attempt.values).adapted(to: screen)
  }

  private mutating func name(_ text: String) -> StyledText {
    if let cell = names[text] { return cell }
    let cell = StyledText(text, Style(unbroken: true)).adapted(to: screen)
    names[text] = cell
    return cell
  }

  private mutating func verdict(_ attempt: AttemptLog.Attempt) -> StyledText {
    let key = Verdict(attempt)
    if let cell = verdicts[key] { return cell }
    let mark = attempt.isPassed ? StyledText("✓", .good) : StyledText("✗", .bad)
    let cell = (mark + StyledText(" \(attempt.pointsText)")).adapted(to: screen)
    verdicts[key] = cell
    return cell
  }

  private mutating func found(_ codes: [String]) -> StyledText {
    if let cell = findings[codes] { return cell }
    let cell = StyledText(codes.joined(separator: ", "), .muted).adapted(to: screen)
    findings[codes] = cell
    return cell
  }
}

/// What makes one verdict look like another.
private struct Verdict: Hashable {
  private let isPassed: Bool
  private let points: Int
  private let maximumPoints: Int

  init(_ attempt: AttemptLog.Attempt) {
    isPassed = attempt.isPassed
    points = attempt.recorded.points
    maximumPoints = attempt.recorded.maximumPoints
  }
}

/// Cells of a table among which are the widest of each column, and those with the longest words.
private struct WidestCells {
  private(set) var cells: [[StyledText]]

  /// The shapes of each column of which there is a cell.
  private var seen: [Set<String>]

  init(_ columns: Int) {
    cells = Array(repeating: [], count: columns)
    seen = Array(repeating: [], count: columns)
  }

  /// Takes in cells of neighbouring columns.
  mutating func add(_ row: [StyledText], from first: Int = 0) {
    for (column, cell) in zip(first..., row) {
      let text = cell.spans.count == 1 ? cell.spans[0].text : cell.text
      // Cells of one shape are as wide, also where their styles differ in colour alone.
      let shape =
        (LongTable.shape(of: text) ?? text) + (cell.spans.first?.style.unbroken == true ? "u" : "")
      if seen[column].insert(shape).inserted { cells[column].append(cell) }
    }
  }
}

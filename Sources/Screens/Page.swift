import Exhibits
import Terminal

/// A page being set, from the top down.
package struct Page: Sendable {
  /// The widest that running text is set, in columns.
  package static let widestProse = 88

  /// The widest command that has what it does beside it, not below it.
  static let widestAligned = 44

  /// The columns from which on there is room for a wide gap between commands and what they do.
  static let roomForGap = 64

  /// What the page is set for.
  package let screen: Screen

  /// The lines set so far.
  package private(set) var lines: [StyledText] = []

  /// An empty page.
  package init(_ screen: Screen) { self.screen = screen }

  /// The columns that running text may take.
  package var proseWidth: Int { min(screen.width, Self.widestProse) }

  /// An empty line, unless the page is empty or ends in one.
  package mutating func blank() {
    if let last = lines.last, !last.isEmpty { lines.append(StyledText()) }
  }

  /// An empty line, also at the top of the page.
  package mutating func gap() {
    if lines.isEmpty { lines.append(StyledText()) } else { blank() }
  }

  /// Text wrapped to the width of prose.
  package mutating func text(_ text: StyledText, indent: Int = 2, hanging: Int = 0) {
    let first = String(repeating: " ", count: indent)
    lines += text.adapted(to: screen).wrapped(
      width: proseWidth, firstIndent: StyledText(first),
      indent: StyledText(first + String(repeating: " ", count: hanging)))
  }

  /// Lines that are set already.
  package mutating func block(_ block: [StyledText], indent: Int = 0) {
    let margin = StyledText.spaces(indent)
    lines += block.map { $0.isEmpty ? $0 : margin + $0 }
  }

  /// A table as wide as it needs to be and may.
  package mutating func table(_ table: TextTable, indent: Int = 2) {
    lines += table.lines(for: screen, indent: indent)
  }

  /// A table of texts under a name; the first column is what one types.
  package mutating func table(_ name: String, _ headings: [String], _ rows: [[String]]) {
    guard !rows.isEmpty else { return }
    blank()
    var columns = headings.map { TextTable.Column(StyledText($0)) }
    columns[0] = TextTable.Column(StyledText(name))
    table(
      TextTable(
        columns,
        rows: rows.map { row in
          row.enumerated().map { column, text in
            StyledText(text, column == 0 ? Style(.accent, unbroken: true) : .plain)
          }
        }))
  }

  /// What the page is about: a name, then what belongs to it.
  package mutating func heading(_ name: String, _ details: [String] = []) {
    var text = StyledText(name, .bold)
    for detail in details {
      text.append(" · ", .muted)
      text.append(detail, Style(.muted, unbroken: true))
    }
    self.text(text, indent: 0, hanging: 2)
  }

  /// Commands to type next, each with what it does.
  package mutating func next(_ commands: [NextStep]) {
    let widths = commands.map { displayWidth($0.line) }
    let widest = widths.filter { $0 <= Self.widestAligned }.max() ?? 0
    let gap = max(proseWidth >= Self.roomForGap ? 24 : 0, widest + 3)
    for (step, width) in zip(commands, widths) {
      let (line, gloss) = (step.line, step.gloss)
      let command = StyledText(line, Style(.accent, unbroken: true))
      if gloss.isEmpty {
        text(command, hanging: 4)
      } else if width < gap, gap + displayWidth(gloss) + 2 <= proseWidth {
        text(command.padded(to: gap) + StyledText(gloss, .muted))
      } else {
        text(command, hanging: 4)
        text(StyledText(gloss, .muted), indent: 8)
      }
    }
  }

  /// A mark, or for those who hear the page the words that it stands for.
  package func mark(_ mark: String, _ style: Style, spoken words: String) -> StyledText {
    StyledText(screen.isPlain ? words : mark, style)
  }

  /// A line across the page that says where one is.
  package mutating func rule(_ name: String, _ place: String) {
    blank()
    guard !screen.isPlain else {
      return text(StyledText("\(name), \(place)"), indent: 0)
    }
    let place = " \(place) "
    let mark = screen.usesUnicode ? "…" : "..."
    let name = StyledText(name, Style(.accent, bold: true)).adapted(to: screen)
      .truncated(to: max(0, proseWidth - displayWidth(place) - 6), mark: mark)
    let rest = max(1, proseWidth - name.displayWidth - displayWidth(place) - 3)
    let line =
      StyledText("─ ", .muted) + name
      + StyledText(" " + String(repeating: "─", count: rest) + place, .muted)
    block([line.adapted(to: screen).trimmed])
  }
}

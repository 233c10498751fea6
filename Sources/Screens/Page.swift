import Terminal

/// A page being set, from the top down.
struct Page: Sendable {
  /// The widest that running text is set, in columns.
  static let widestProse = 88

  /// The widest command that has what it does beside it, not below it.
  static let widestAligned = 44

  /// The columns from which on there is room for a wide gap between commands and what they do.
  static let roomForGap = 64

  let screen: Screen
  private(set) var lines: [StyledText] = []

  init(_ screen: Screen) { self.screen = screen }

  /// The columns that running text may take.
  var proseWidth: Int { min(screen.width, Self.widestProse) }

  /// An empty line, unless the page is empty or ends in one.
  mutating func blank() {
    if let last = lines.last, !last.isEmpty { lines.append(StyledText()) }
  }

  /// An empty line, also at the top of the page.
  mutating func gap() {
    if lines.isEmpty { lines.append(StyledText()) } else { blank() }
  }

  /// Text wrapped to the width of prose.
  mutating func text(_ text: StyledText, indent: Int = 2, hanging: Int = 0) {
    let first = String(repeating: " ", count: indent)
    lines += text.adapted(to: screen).wrapped(
      width: proseWidth, firstIndent: StyledText(first),
      indent: StyledText(first + String(repeating: " ", count: hanging)))
  }

  /// Lines that are set already.
  mutating func block(_ block: [StyledText], indent: Int = 0) {
    lines += block.map { $0.isEmpty ? $0 : .spaces(indent) + $0 }
  }

  mutating func table(_ table: TextTable, indent: Int = 2) {
    lines += table.lines(for: screen, indent: indent)
  }

  /// What the page is about: a name, then what belongs to it.
  mutating func heading(_ name: String, _ details: [String] = []) {
    var text = StyledText(name, .bold)
    for detail in details {
      text.append(" · ", .muted)
      text.append(detail, Style(.muted, unbroken: true))
    }
    self.text(text, indent: 0, hanging: 2)
  }

  /// Commands to type next, each with what it does.
  mutating func next(_ commands: [(line: String, gloss: String)]) {
    let widths = commands.map { displayWidth($0.line) }
    let widest = widths.filter { $0 <= Self.widestAligned }.max() ?? 0
    let gap = max(proseWidth >= Self.roomForGap ? 24 : 0, widest + 3)
    for ((line, gloss), width) in zip(commands, widths) {
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

  /// A line across the page that says where one is.
  mutating func rule(_ name: String, _ place: String) {
    let place = " \(place) "
    let mark = screen.usesUnicode ? "…" : "..."
    let name = StyledText(name, .muted).adapted(to: screen)
      .truncated(to: max(0, proseWidth - displayWidth(place) - 6), mark: mark)
    let rest = max(1, proseWidth - name.displayWidth - displayWidth(place) - 3)
    let line =
      StyledText("─ ", .muted) + name
      + StyledText(" " + String(repeating: "─", count: rest) + place, .muted)
    block([StyledText(), line.adapted(to: screen).trimmed])
  }
}

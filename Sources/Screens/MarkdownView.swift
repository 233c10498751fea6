import Lessons
import Markdown
import Terminal

extension Page {
  /// Sets the blocks of a document.
  package mutating func markdown(_ blocks: [Block], indent: Int = 2) {
    for block in blocks where !block.showsNothing {
      blank()
      self.block(
        MarkdownView(screen: screen, width: proseWidth - indent).lines(of: block), indent: indent)
    }
  }
}

extension Page {
  /// A line of text with inline markup, such as a hint with a command in it.
  package func inline(_ text: String, _ style: Style) -> StyledText {
    guard case .paragraph(let inlines)? = Document(text).blocks.first?.kind else {
      return StyledText(text, style)
    }
    return MarkdownView(screen: screen, width: proseWidth).text(inlines, style)
  }
}

/// Markdown as lines of styled text; what it cannot show it shows as its text.
struct MarkdownView {
  let screen: Screen

  /// The columns there are.
  let width: Int

  /// Below this width nested blocks are no longer moved to the right.
  static let narrowest = 12

  /// How many quotes and lists around a block are shown; in more it stands as in these.
  static let deepest = Limits.nesting

  /// How many quotes and lists there are around the blocks.
  var depth = 0

  /// Where a link leads, as a learner goes there: to another lesson by a command.
  private static func address(_ destination: String) -> String {
    let file = destination.prefix { $0 != "#" }
    return LessonName.split(fileName: String(file)).map { "knobs learn \($0.name)" } ?? destination
  }

  func lines(of blocks: [Block], isTight: Bool = false) -> [StyledText] {
    var lines: [StyledText] = []
    for block in blocks where !block.showsNothing {
      if !lines.isEmpty, !isTight { lines.append(StyledText()) }
      lines += self.lines(of: block)
    }
    return lines
  }

  func lines(of block: Block) -> [StyledText] {
    switch block.kind {
    case .heading(let level, let text):
      let style = level <= 2 ? Style(.accent, bold: true) : Style.bold
      return paragraphs(text, style).flatMap { $0.wrapped(width: width) }
    case .paragraph(let text): return paragraphs(text).flatMap { $0.wrapped(width: width) }
    case .code(_, let text, _, _): return code(text)
    case .list(let list): return lines(of: list)
    case .quote(let blocks):
      let inner = nested(by: 2)
      let title = block.alert.map { alert in
        adapted(screen.isPlain ? "\(alert.title):" : alert.title, .bold)
      }
      let lines = (title.map { [$0] } ?? []) + inner.lines(of: blocks)
      guard hasRoom(for: 2), !screen.isPlain else { return lines }
      return lines.prefixed(adapted("│ ", .muted))
    case .footnote(let number, let blocks):
      let mark = adapted(screen.isPlain ? "Note \(number): " : "[\(number)] ", .muted)
      let columns = mark.displayWidth
      let lines = nested(by: columns).lines(of: blocks)
      return (lines.isEmpty ? [StyledText()] : lines).prefixed(
        .spaces(hasRoom(for: columns) && !screen.isPlain ? columns : 0), first: mark)
    case .thematicBreak where screen.isPlain: return []
    case .thematicBreak:
      return [adapted(String(repeating: "─", count: max(1, min(width, 8))), .muted)]
    case .table(let table): return lines(of: table)
    case .html(let text): return code(String(RawHTML(text).shown.drop(while: \.isWhitespace)))
    }
  }

  private func adapted(_ text: String, _ style: Style = .plain) -> StyledText {
    StyledText(text, style).adapted(to: screen)
  }

  /// What shows the blocks of a quote or of an item.
  private func nested(by columns: Int) -> MarkdownView {
    MarkdownView(screen: screen, width: max(Self.narrowest, width - columns), depth: depth + 1)
  }

  /// Whether what stands in a quote or an item is moved to the right by so many columns.
  private func hasRoom(for columns: Int) -> Bool {
    depth < Self.deepest && width - columns >= Self.narrowest
  }

  private func code(_ text: String) -> [StyledText] {
    var rows = text.split(separator: "\n", omittingEmptySubsequences: false)
    if rows.last?.isEmpty ?? false { rows.removeLast() }
    return rows.flatMap { row -> [StyledText] in
      let line = adapted(expanded(row), Style(.accent))
      return line.isEmpty ? [line] : line.wrapped(width: width, firstIndent: "  ", indent: "    ")
    }
  }

  /// The line with tabs widened to the next multiple of four columns.
  private func expanded(_ line: Substring) -> String {
    var text = ""
    var column = 0
    for (index, part) in line.split(separator: "\t", omittingEmptySubsequences: false).enumerated()
    {
      if index > 0 {
        let gap = 4 - column % 4
        text += String(repeating: " ", count: gap)
        column += gap
      }
      text += part
      column += displayWidth(String(part))
    }
    return text
  }

  private func lines(of list: Markdown.List) -> [StyledText] {
    var lines: [StyledText] = []
    let bullet = adapted("• ")
    for (index, item) in list.items.enumerated() {
      var mark = list.start.map { adapted("\($0 &+ index). ") } ?? bullet
      if let isDone = list.tasks[index] {
        let box = adapted(
          screen.isPlain ? isDone ? "done: " : "to do: " : isDone ? "[x] " : "[ ] ")
        mark = list.start == nil && !screen.isPlain ? box : mark + box
      }
      let columns = mark.displayWidth
      if index > 0, !list.isTight { lines.append(StyledText()) }
      let body = nested(by: columns).lines(of: item, isTight: list.isTight)
      lines += (body.isEmpty ? [StyledText()] : body).prefixed(
        .spaces(hasRoom(for: columns) ? columns : 0), first: mark)
    }
    return lines
  }

  private func lines(of table: Markdown.Table) -> [StyledText] {
    let columns = zip(table.header, table.alignments).map { cell, alignment in
      TextTable.Column(
        text(cell),
        alignment == .right ? .trailing : alignment == .center ? .centre : .leading)
    }
    let rows = table.rows.map { $0.map { text($0) } }
    let set = TextTable(columns, rows: rows, hasRule: true)
    return (screen.isPlain ? set.spoken(width: width) : set.lines(width: width))
      .map { $0.adapted(to: screen) }
  }

  /// Inlines as one line, hard breaks as spaces.
  func text(_ inlines: [Inline], _ style: Style = .plain) -> StyledText {
    .joined(paragraphs(inlines, style), by: " ")
  }

  /// Inlines as lines to be wrapped, one for each hard break.
  private func paragraphs(_ inlines: [Inline], _ style: Style = .plain) -> [StyledText] {
    var lines = [StyledText()]
    add(inlines, style, to: &lines)
    return lines.map { $0.adapted(to: screen) }
  }

  private func add(_ inlines: [Inline], _ style: Style, to lines: inout [StyledText]) {
    func append(_ text: String, _ style: Style) { lines[lines.count - 1].append(text, style) }
    var followsNothing = false
    for inline in inlines {
      var inner = style
      let mayRepeatSpace = followsNothing && lines[lines.count - 1].endsInSpace
      followsNothing = false
      switch inline.kind {
      case .text(let text): append(mayRepeatSpace ? text.withoutFirstSpace : text, style)
      case .code(let text):
        inner.ink = .accent
        inner.unbroken = true
        append(screen.usesColour ? text : "`\(text)`", inner)
      case .html(let text):
        let html = RawHTML(text)
        followsNothing = html.isEmpty
        append(html.shown, style)
      case .emphasis(let content):
        inner.italic = true
        if !screen.usesColour { append("*", style) }
        add(content, inner, to: &lines)
        if !screen.usesColour { append("*", style) }
      case .strong(let content):
        inner.bold = true
        if !screen.usesColour { append("**", style) }
        add(content, inner, to: &lines)
        if !screen.usesColour { append("**", style) }
      case .strikethrough(let content):
        // Many terminals cannot strike text through, and ears hear no tildes.
        inner.ink = .muted
        append(screen.isPlain ? "(deleted: " : "~~", screen.isPlain ? style : inner)
        add(content, inner, to: &lines)
        append(screen.isPlain ? ")" : "~~", screen.isPlain ? style : inner)
      case .link(let link, let content):
        inner.underline = true
        add(content, inner, to: &lines)
        if isShown(link.destination, beside: content.plainText) {
          append(" (\(Self.address(link.destination)))", .muted)
        }
      case .image(let link, let alt):
        append("[", .muted)
        add(alt, style, to: &lines)
        append("]", .muted)
        if !link.destination.isEmpty { append(" (\(link.destination))", .muted) }
      case .footnote(let number):
        append(screen.isPlain ? " (note \(number))" : "[\(number)]", .muted)
      case .softBreak where mayRepeatSpace: break
      case .softBreak: append(" ", style)
      case .lineBreak: lines.append(StyledText())
      }
    }
  }

  /// Whether a link's address says something that its text does not.
  private func isShown(_ destination: String, beside text: String) -> Bool {
    let address = destination.hasPrefix("mailto:") ? String(destination.dropFirst(7)) : destination
    return !destination.isEmpty && address != text && !destination.hasPrefix("#")
  }
}

extension StyledText {
  /// Whether more spaces would be too many: at the beginning, and behind one.
  fileprivate var endsInSpace: Bool { spans.last.map { $0.text.utf8.last == 0x20 } ?? true }
}

extension String {
  fileprivate var withoutFirstSpace: String { utf8.first == 0x20 ? String(dropFirst()) : self }
}

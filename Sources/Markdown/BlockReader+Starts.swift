/// The ways a block begins.
extension BlockReader {
  /// What the start of a block leaves of its line.
  enum Start {
    /// No block begins; the line is text.
    case none
    /// A container began, and another block may begin inside it.
    case container
    /// A block of text began, and the rest of the line is its first text.
    case leaf
    /// Nothing: the line was used up.
    case line
  }

  /// Begins the block whose marker comes next, if there is one.
  mutating func beginBlock() -> Start {
    if cursor.isIndented { return beginIndentedCode() }
    guard let first = cursor.firstByte else { return .none }
    switch first {
    case .greaterThan: return beginQuote()
    case .numberSign: return addHeading()
    case .backtick, .tilde: return beginFencedCode()
    case .lessThan: return beginHTML()
    case .equals: return endHeading(level: 1)
    case .underscore: return addThematicBreak()
    case .asterisk: return addThematicBreak() ?? beginItem()
    case .hyphen:
      return endHeading(level: 2) ?? addThematicBreak() ?? beginItem() ?? beginTable()
    case .pipe, .colon: return beginTable()
    case .leftBracket: return beginFootnote()
    case .plus: return beginItem()
    default: return first.isDigit ? beginItem() : .none
    }
  }

  private mutating func beginIndentedCode() -> Start {
    // A paragraph goes on over indented lines, even lazily.
    guard !cursor.isBlank, !open[open.count - 1].isParagraph else { return .none }
    push(.indentedCode)
    cursor.skip(columns: 4)
    return .leaf
  }

  private mutating func beginQuote() -> Start {
    guard nesting < Self.nestingLimit else { return .none }
    push(.quote)
    skipQuoteMarker()
    return .container
  }

  private mutating func beginFootnote() -> Start {
    var scanner = cursor.scanner
    guard extensions.contains(.footnotes), nesting < Self.nestingLimit,
      let label = scanner.takeFootnoteLabel(), scanner.take(.colon)
    else { return .none }
    let width = scanner.position - cursor.textOffset
    push(.footnote(number: references.addFootnote(label), indent: 4))
    cursor.skip(marker: width)
    return .container
  }

  private mutating func beginItem() -> Start {
    guard nesting < Self.nestingLimit, let marker = ListMarker(cursor.scanner) else { return .none }
    var inside = cursor
    inside.skip(marker: marker.width)
    if open[matched - 1].isParagraph {
      guard !inside.isBlank, marker.start ?? 1 == 1 else { return .none }
    }
    // White space belongs to the marker, but an indent of code to the content.
    let padding = inside.isBlank || inside.indent > 4 ? 1 : inside.indent
    inside.skip(columns: padding)
    if open[matched - 1].isParagraph || open[matched - 1].isTable { matched -= 1 }
    closeUnmatched()
    if !open[open.count - 1].takesItem(marker) { push(.list(marker)) }
    push(.item(indent: cursor.indent + marker.width + padding))
    cursor = inside
    return .container
  }

  private mutating func addHeading() -> Start {
    var scanner = cursor.scanner
    let level = scanner.take { $0 == .numberSign }
    guard level <= 6, scanner.next?.isSpaceOrTab ?? true else { return .none }
    var text = scanner.bytes[scanner.position..<scanner.end].trimmed
    var bare = text
    while bare.last == .numberSign { bare.removeLast() }
    if bare.last?.isSpaceOrTab ?? true { text = bare.trimmed }
    starts[cursor.number] = cursor.column(of: text.startIndex)
    append(.heading(level: level, Array(text)))
    return .line
  }

  /// Makes a heading of the paragraph above its underline.
  private mutating func endHeading(level: Int) -> Start {
    let last = open.count - 1
    var scanner = cursor.scanner
    guard matched - 1 == last, open[last].isParagraph, let sign = scanner.next else { return .none }
    scanner.take { $0 == sign }
    guard scanner.takeEndOfLine() else { return .none }
    let definitions = open[last].takeDefinitions(into: &references, starts)
    open[last - 1].children.append(contentsOf: definitions)
    guard !open[last].text.isEmpty else {
      // Definitions have no underline: it begins a paragraph of its own.
      open.removeLast()
      matched = open.count
      return .none
    }
    let paragraph = open.removeLast()
    matched = open.count
    append(.heading(level: level, Array(paragraph.text.trimmed)), from: paragraph.firstLine)
    return .line
  }

  private mutating func beginFencedCode() -> Start {
    guard let fence = Fence(cursor.scanner, indent: cursor.indent) else { return .none }
    push(.fencedCode(fence))
    return .line
  }

  private mutating func beginHTML() -> Start {
    guard let html = HTMLBlock(cursor.scanner) else { return .none }
    // A block that may not interrupt a paragraph leaves its line to it, even lazily.
    let follows = open[open.count - 1].isParagraph || open[matched - 1].isTable
    guard html.interruptsParagraph || !follows else { return .none }
    push(.html(html))
    return .leaf
  }

  private mutating func addThematicBreak() -> Start {
    let begin = cursor.textOffset
    guard begin >= thematicBreakFloor else { return .none }
    var scanner = cursor.scanner
    guard let sign = scanner.next else { return .none }
    var count = 0
    while let byte = scanner.next, byte == sign || byte.isSpaceOrTab {
      if byte == sign { count += 1 }
      scanner.position += 1
    }
    guard scanner.isAtEnd, count >= 3 else {
      thematicBreakFloor = scanner.position
      return .none
    }
    append(.thematicBreak)
    return .line
  }

  /// Makes a table of the paragraph's last line and the row of delimiters below it.
  private mutating func beginTable() -> Start {
    let last = open.count - 1
    guard matched - 1 == last, open[last].isParagraph, open[last].mayBecomeHeader else {
      return .none
    }
    let text = open[last].text
    let lineStart = text.lastIndex(of: .lineFeed).map { $0 + 1 } ?? 0
    guard let table = TableDraft(header: text[lineStart...], delimiters: cursor.text) else {
      return .none
    }
    let line = open[last].lastLine
    open[last].text.removeSubrange(max(0, lineStart - 1)...)
    open[last].lastLine -= 1
    if open[last].text.isEmpty { open.removeLast() }
    matched = open.count
    push(.table)
    open[open.count - 1].firstLine = line
    open[open.count - 1].table = table
    return .line
  }
}

extension BlockReader.Start {
  /// This start, or the next attempt if no block begins here.
  fileprivate static func ?? (start: Self, other: @autoclosure () -> Self) -> Self {
    if case .none = start { other() } else { start }
  }
}

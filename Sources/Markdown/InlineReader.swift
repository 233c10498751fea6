/// Reads running text: first into a flat row of pieces, then into a tree.
///
/// Brackets and delimiter runs are pieces that begin as plain text. When a closing bracket or a
/// delimiter run finds its opener, both pieces become the ends of a link or of emphasis.
/// (CommonMark 0.31.2, appendix, "Phase 2: inline structure".)
struct InlineReader {
  var references: LinkReferences
  let extensions: Extensions
  var scanner: ByteScanner
  var pieces: [InlinePiece] = []
  var runs = DelimiterStack()
  var brackets: [Bracket] = []

  /// Brackets below this place in the stack may not become links, since links hold no links.
  var linkFloor = 0

  /// Kinds of markup whose end does not occur any more.
  var unended: Set<RawMarkup> = []

  /// Where formulas end.
  var formulas = FormulaEnds()

  /// Where the last run of backticks of each length begins.
  lazy var lastBackticks = scanner.lastBackticks

  /// The tree of a paragraph's, heading's or table cell's text.
  static func read(
    _ text: [UInt8], from origin: TextOrigin, _ extensions: Extensions,
    _ references: inout LinkReferences
  ) -> [Inline] {
    // Most texts of a line or a cell are nothing but that.
    guard !origin.pipes.isEmpty || text.contains(where: \.isInlineMarkup) else {
      return [Inline(plain: text, origin)]
    }
    var reader = InlineReader(references, extensions, ByteScanner(text))
    while let byte = reader.scanner.next { reader.read(byte) }
    references.room = reader.references.room
    reader.runs.matchAll(above: nil)
    return InlineTree.inlines(reader.pieces, reader.runs, text, origin)
  }

  private init(_ references: LinkReferences, _ extensions: Extensions, _ scanner: ByteScanner) {
    self.references = references
    self.extensions = extensions
    self.scanner = scanner
  }

  private mutating func read(_ byte: UInt8) {
    switch byte {
    case .lineFeed: readLineEnd()
    case .backslash: readEscape()
    case .backtick: readCodeSpan()
    case .dollar: readDollars()
    case .asterisk, .underscore:
      let run = scanner.takeDelimiterRun()
      pieces.append(InlinePiece(.run(runs.push(run)), run.source))
    case .tilde: readTildes()
    case .leftBracket: if !readFootnote() { openBracket(isImage: false) }
    case .exclamationMark:
      if scanner.byte(1) == .leftBracket { openBracket(isImage: true) } else { readText(1) }
    case .rightBracket: closeBracket()
    case .lessThan: readAutolinkOrHTML()
    case .ampersand:
      let start = scanner.position
      if let character = scanner.takeCharacterReference() {
        pieces.append(InlinePiece(.decoded(character), start..<scanner.position))
      } else {
        readText(1)
      }
    default:
      let start = scanner.position
      scanner.take { !$0.isInlineMarkup }
      pieces.append(InlinePiece(.text, start..<scanner.position))
    }
  }

  /// Takes the given number of bytes as they stand.
  mutating func readText(_ count: Int) {
    let start = scanner.position
    scanner.position = min(start + count, scanner.end)
    pieces.append(InlinePiece(.text, start..<scanner.position))
  }

  /// Reads the mark of a footnote that there is; what an address follows is a link.
  private mutating func readFootnote() -> Bool {
    var attempt = scanner
    guard let label = attempt.takeFootnoteLabel(), attempt.next != .leftParenthesis,
      let number = references.footnote(label)
    else { return false }
    pieces.append(InlinePiece(.footnote(number), scanner.position..<attempt.position))
    scanner = attempt
    return true
  }

  /// Reads two tildes, which may begin or end deleted text; other numbers of them are text.
  private mutating func readTildes() {
    let run = scanner.takeDelimiterRun()
    let isMark = run.length == 2 && extensions.contains(.strikethrough)
    pieces.append(InlinePiece(isMark ? .run(runs.push(run)) : .text, run.source))
  }

  /// Reads a formula as it stands, or the dollars alone.
  private mutating func readDollars() {
    let start = scanner.position
    let width = scanner.take { $0 == .dollar }
    let end = formulas.end(ofDollarsAt: start, width, in: scanner.bytes)
    scanner.position = start
    readText(end.map { $0 - start } ?? width)
  }

  private mutating func readEscape() {
    if let end = formulas.end(ofCommandAt: scanner.position, in: scanner.bytes) {
      return readText(end - scanner.position)
    }
    scanner.position += 1
    let backslash = scanner.position - 1..<scanner.position
    guard let escaped = scanner.next else {
      pieces.append(InlinePiece(.text, backslash))
      return
    }
    if escaped == .lineFeed {
      scanner.position += 1
      pieces.append(InlinePiece(.lineBreak, backslash.lowerBound..<scanner.position))
    } else if escaped.isPunctuation {
      readText(1)
    } else {
      pieces.append(InlinePiece(.text, backslash))
    }
  }

  /// Reads a line ending: two spaces before it make it a line break.
  private mutating func readLineEnd() {
    var spaces = 0
    if let last = pieces.last, case .text = last.kind {
      let text = scanner.bytes[last.source]
      let kept = text.lastIndex { $0 != .space }.map { $0 + 1 } ?? last.source.lowerBound
      spaces = last.source.upperBound - kept
      pieces[pieces.count - 1].source = last.source.lowerBound..<kept
    }
    let start = scanner.position
    scanner.position += 1
    pieces.append(
      InlinePiece(spaces >= 2 ? .lineBreak : .softBreak, start - spaces..<scanner.position))
  }

  private mutating func readCodeSpan() {
    let start = scanner.position
    let length = scanner.take { $0 == .backtick }
    let content = scanner.position
    guard lastBackticks[length] ?? 0 >= content else {
      pieces.append(InlinePiece(.text, start..<content))
      return
    }
    while !scanner.isAtEnd {
      scanner.take { $0 != .backtick }
      let end = scanner.position
      if scanner.take(while: { $0 == .backtick }) == length {
        let code = CodeSpan.text(scanner.bytes[content..<end])
        pieces.append(InlinePiece(.code(code), start..<scanner.position))
        return
      }
    }
  }

  private mutating func readAutolinkOrHTML() {
    let start = scanner.position
    if let destination = scanner.takeAutolink() {
      pieces.append(InlinePiece(.autolink(destination: destination), start..<scanner.position))
    } else if scanner.takeHTML(&unended) {
      let text = String(decoding: scanner.bytes[start..<scanner.position], as: UTF8.self)
      pieces.append(InlinePiece(.html(text), start..<scanner.position))
    } else {
      readText(1)
    }
  }
}

extension Inline {
  /// A text without any markup.
  fileprivate init(plain text: [UInt8], _ origin: TextOrigin) {
    var places = SourceMap(text, origin)
    self.init(.text(String(decoding: text, as: UTF8.self)), places.places(of: 0..<text.count))
  }
}

extension UInt8 {
  /// Whether the byte may begin something other than plain text.
  fileprivate var isInlineMarkup: Bool {
    switch self {
    case .lineFeed, .backslash, .backtick, .dollar, .asterisk, .underscore, .leftBracket,
      .rightBracket, .exclamationMark, .lessThan, .ampersand, .tilde:
      true
    default: false
    }
  }
}

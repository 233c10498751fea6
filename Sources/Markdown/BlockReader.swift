/// Reads the block structure of a text, line by line.
///
/// The blocks a line could still belong to form a stack. Each line first goes through the containers
/// on it, which take their markers off; then new blocks may begin; what is left is text for the
/// innermost block. (CommonMark 0.31.2, appendix, "A parsing strategy".)
struct BlockReader {
  /// How many quotes and list items may stand in each other; deeper markers are text.
  static let nestingLimit = 100

  var cursor: LineCursor
  var open = [OpenBlock(.document, line: 1)]

  /// How many of the open blocks the line at hand belongs to.
  var matched = 1

  /// How many of the open blocks are quotes or list items.
  var nesting = 0

  /// A place in the text before which no thematic break can begin, for the sake of linear time.
  var thematicBreakFloor = 0

  var references = LinkReferences()

  /// At which byte of each line the text of its block begins, by the number of the line.
  var starts = [0]
  private var followsBlankLine = false

  /// What is read beyond CommonMark and tables.
  let extensions: Extensions

  /// Whether the text of fenced code is kept.
  private let keepsCode: Bool

  init(_ bytes: [UInt8], _ extensions: Extensions, keepsCode: Bool = true) {
    cursor = LineCursor(bytes)
    self.extensions = extensions
    self.keepsCode = keepsCode
  }

  /// The blocks of the whole text.
  mutating func read() -> [Draft] {
    while cursor.nextLine() {
      starts.append(0)
      readLine()
    }
    matched = 1
    closeUnmatched()
    return open[0].children
  }

  private mutating func readLine() {
    let isBlank = cursor.isBlank
    defer { followsBlankLine = isBlank }
    // Once a blank line has closed what it closes, more of them change nothing.
    if isBlank, followsBlankLine, open[open.count - 1].isContainer { return }

    guard matchOpenBlocks() else { return }
    while !open[matched - 1].isVerbatim {
      switch beginBlock() {
      case .none: return addText()
      case .container: continue
      case .leaf: return addText()
      case .line: return
      }
    }
    addText()
  }

  /// Finds the open blocks the line belongs to; false if a closing fence was all there is to it.
  private mutating func matchOpenBlocks() -> Bool {
    matched = 1
    while matched < open.count {
      if case .fencedCode(let fence) = open[matched].kind, !cursor.isIndented,
        fence.isClosed(by: cursor.scanner)
      {
        open[matched].lastLine = cursor.number
        closeLast(isClosed: true)
        return false
      }
      guard continues(matched) else { break }
      matched += 1
    }
    return true
  }

  /// Whether the line goes on with an open block; takes that block's marker or indent off the line.
  private mutating func continues(_ place: Int) -> Bool {
    switch open[place].kind {
    case .document, .list:
      return true
    case .quote:
      guard !cursor.isIndented, cursor.firstByte == .greaterThan else { return false }
      open[place].lastLine = cursor.number
      skipQuoteMarker()
      return true
    case .item(let indent), .footnote(_, let indent):
      // An item may begin with one blank line, but not with two.
      let hasContent = place < open.count - 1 || !open[place].children.isEmpty
      guard cursor.isBlank ? hasContent : cursor.indent >= indent else { return false }
      cursor.skip(columns: indent)
      return true
    case .paragraph, .table:
      return !cursor.isBlank
    case .indentedCode:
      guard cursor.isIndented || cursor.isBlank else { return false }
      cursor.skip(columns: 4)
      return true
    case .fencedCode(let fence):
      cursor.skip(columns: fence.indent)
      return true
    case .html(let html):
      return !(html.endsAtBlankLine && cursor.isBlank)
    }
  }

  mutating func skipQuoteMarker() {
    cursor.skip(marker: 1)
    cursor.skip(columns: 1)
  }

  /// Gives what is left of the line to the innermost block, or begins a paragraph with it.
  private mutating func addText() {
    let isLazy = matched < open.count && !cursor.isBlank && open[open.count - 1].isParagraph
    if !isLazy { closeUnmatched() }
    let last = open.count - 1
    switch open[last].kind {
    case .paragraph:
      open[last].mayBecomeHeader = !isLazy && !cursor.isIndented
      cursor.skipIndent()
      starts[cursor.number] = cursor.column(of: cursor.offset)
      open[last].text.append(.lineFeed)
      cursor.appendRest(to: &open[last].text)
      open[last].lastLine = cursor.number
      followFormula()
    case .fencedCode where !keepsCode: open[last].lastLine = cursor.number
    case .indentedCode, .fencedCode:
      cursor.appendRest(to: &open[last].text)
      open[last].text.append(.lineFeed)
      open[last].lastLine = cursor.number
    case .html(let html):
      if open[last].lastLine < cursor.number { open[last].text.append(.lineFeed) }
      cursor.appendRest(to: &open[last].text)
      open[last].lastLine = cursor.number
      if html.ends(in: cursor.scanner) { closeLast() }
    case .table where open[last].table.append(cursor.text):
      starts[cursor.number] = cursor.column(of: cursor.textOffset)
      open[last].lastLine = cursor.number
    case .document, .quote, .list, .item, .footnote, .table:
      guard !cursor.isBlank else { return }
      push(.paragraph)
      open[open.count - 1].mayBecomeHeader = true
      cursor.skipIndent()
      starts[cursor.number] = cursor.column(of: cursor.offset)
      cursor.appendRest(to: &open[open.count - 1].text)
      followFormula()
    }
  }

  /// Notes whether a formula on lines of its own begins or ends with the line of a paragraph.
  private mutating func followFormula() {
    let last = open.count - 1
    if let formula = open[last].formula {
      if formula.ends(in: cursor.text) { open[last].formula = nil }
    } else if cursor.firstByte == .dollar || cursor.firstByte == .backslash {
      open[last].formula = FormulaBlock(cursor.text)
    }
  }
}

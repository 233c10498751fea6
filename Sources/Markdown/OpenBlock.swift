/// A block that may still take in lines, and what it has taken in so far.
struct OpenBlock {
  enum Kind {
    case document
    case quote
    case list(ListMarker)
    case item(indent: Int)
    case footnote(number: Int, indent: Int)
    case paragraph
    case indentedCode
    case fencedCode(Fence)
    case html(HTMLBlock)
    case table
  }

  let kind: Kind
  var firstLine: Int
  var lastLine: Int

  /// The finished blocks inside a container.
  var children: [Draft] = []

  /// The text of a leaf, lines separated by line feeds.
  var text: [UInt8] = []

  /// The rows of a table.
  var table = TableDraft()

  /// The formula that the lines of a paragraph are in.
  var formula: FormulaBlock?

  /// Whether the last line of a paragraph may become the header of a table.
  var mayBecomeHeader = false

  init(_ kind: Kind, line: Int) {
    self.kind = kind
    firstLine = line
    lastLine = line
  }

  /// Whether the block holds blocks rather than text.
  var isContainer: Bool {
    switch kind {
    case .document, .quote, .list, .item, .footnote: true
    case .paragraph, .indentedCode, .fencedCode, .html, .table: false
    }
  }

  /// Whether the block counts towards the nesting limit.
  var isNesting: Bool {
    switch kind {
    case .quote, .item, .footnote: true
    default: false
    }
  }

  var isParagraph: Bool { if case .paragraph = kind { true } else { false } }

  var isTable: Bool { if case .table = kind { true } else { false } }

  var isItem: Bool { if case .item = kind { true } else { false } }

  var isList: Bool { if case .list = kind { true } else { false } }

  /// Whether this is a list that an item with the given marker belongs to.
  func takesItem(_ marker: ListMarker) -> Bool {
    if case .list(let first) = kind { marker.continues(first) } else { false }
  }

  /// Whether every line goes into the block as it stands, markers included.
  var isVerbatim: Bool {
    switch kind {
    case .indentedCode, .fencedCode, .html: true
    case .paragraph: formula != nil
    default: false
    }
  }

  /// Adds the block with no more lines to come to those around it; `isClosed` says whether a fence
  /// was closed, `starts` at which byte of each line its text begins.
  ///
  /// A paragraph gives up its link reference definitions, so it may leave two drafts.
  mutating func finish(
    isClosed: Bool, _ references: inout LinkReferences, _ starts: [Int],
    to finished: inout [Draft]
  ) {
    func add(_ kind: Draft.Kind) {
      let last = max(lastLine, children.last?.lines.upperBound ?? lastLine)
      finished.append(Draft(kind: kind, lines: firstLine...last))
    }

    switch kind {
    case .document: finished += children
    case .quote: add(.quote(children))
    case .item: add(.item(children))
    case .footnote(let number, _): add(.footnote(number: number, children))
    case .list(let marker):
      let isLoose = children.hasGap || children.contains(where: \.hasGap)
      add(.list(start: marker.start, isTight: !isLoose, items: children))
    case .paragraph:
      finished += takeDefinitions(into: &references, starts)
      if !text.isEmpty { add(.paragraph(Array(text.trimmed))) }
    case .indentedCode: add(.code(info: [], text: text, fenced: false, isClosed: true))
    case .fencedCode(let fence):
      add(.code(info: fence.info, text: text, fenced: true, isClosed: isClosed))
    case .html: add(.html(text))
    case .table: add(.table(table))
    }
  }

  /// Takes the link reference definitions off the start of a paragraph.
  mutating func takeDefinitions(into references: inout LinkReferences, _ starts: [Int]) -> [Draft] {
    let origin = TextOrigin(line: firstLine, starts: starts)
    let count = references.takeDefinitions(from: &text, at: origin)
    guard count > 0 else { return [] }
    defer { firstLine += count }
    // The paragraph may be used up, and its first line then lies past its last.
    return [Draft(kind: .definitions, lines: firstLine...(firstLine + count - 1))]
  }
}

/// One piece of a document's block structure, with the source lines it covers.
package struct Block: Sendable, Equatable {
  /// What the block is, and what it holds.
  package var kind: Kind

  /// The lines of the text the block covers, counted from 1; a fenced code block includes its fences.
  package var lines: ClosedRange<Int>

  /// Of what kind a quote says that it is; nil for what is no alert.
  package var alert: Alert?

  /// Makes a block from its parts.
  package init(kind: Kind, lines: ClosedRange<Int>) {
    self.kind = kind
    self.lines = lines
  }

  /// The kinds of block, each with its contents.
  package enum Kind: Sendable, Equatable {
    /// A heading; the level is in 1...6.
    case heading(level: Int, [Inline])

    /// A paragraph of running text.
    case paragraph([Inline])

    /// Code, to be shown as it stands.
    ///
    /// Every line of the text ends in a line feed. `info` is what follows the opening fence, and is
    /// empty for indented code. `isClosed` is false where a fence is never closed.
    case code(info: String, text: String, fenced: Bool, isClosed: Bool)

    /// A bullet list or an ordered list.
    case list(List)

    /// A block quote.
    case quote([Block])

    /// A note on what stands elsewhere, by its number in the document, from 1.
    case footnote(number: Int, [Block])

    /// A line across the page.
    case thematicBreak

    /// A table.
    case table(Table)

    /// Raw HTML as written, without a line feed at its end.
    case html(String)
  }
}

/// The kinds of quotes that are to be seen before the text around them.
package enum Alert: String, CaseIterable, Sendable, Hashable {
  case note, tip, important, warning, caution

  /// What it is called in front of a reader.
  package var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  /// The kind that a line of text names: `[!NOTE]`.
  init?(_ line: ArraySlice<UInt8>) {
    let name = line.trimmed.dropFirst(2).dropLast()
    guard line.trimmed.elementsEqual("[!".utf8 + name + "]".utf8) else { return nil }
    self.init(rawValue: String(decoding: name.map(\.lowercased), as: UTF8.self))
  }
}

extension [Block] {
  /// Visits every block that holds no others, in order, those in lists, quotes and notes too.
  package func forEachLeaf(_ visit: (Block) -> Void) {
    for block in self {
      switch block.kind {
      case .list(let list): for item in list.items { item.forEachLeaf(visit) }
      case .quote(let blocks), .footnote(_, let blocks): blocks.forEachLeaf(visit)
      case .heading, .paragraph, .code, .thematicBreak, .table, .html: visit(block)
      }
    }
  }
}

/// The items of a bullet list or an ordered list.
package struct List: Sendable, Equatable {
  /// The number of the first item, in 0...999999999; nil for bullets.
  package var start: Int?

  /// Whether no blank line separates the items or the blocks in them.
  package var isTight: Bool

  /// The blocks of each item.
  package var items: [[Block]]

  /// Whether the task is done that an item is, by the item's place; there is none for other items.
  package var tasks: [Int: Bool]

  /// Makes a list from its parts.
  package init(start: Int?, isTight: Bool, items: [[Block]], tasks: [Int: Bool] = [:]) {
    self.start = start
    self.isTight = isTight
    self.items = items
    self.tasks = tasks
  }
}

/// A table: a header and rows, every row as wide as the header.
///
/// A row that ran short is filled up with empty cells. Where a row holds more cells than the header,
/// its last cell keeps the rest, pipes included, so that no text is lost.
package struct Table: Sendable, Equatable {
  /// How the text of a column is set.
  package enum Alignment: Sendable, Equatable {
    case left, center, right
  }

  /// The alignment of each column; nil where the table does not say.
  package var alignments: [Alignment?]

  /// The cells of the header.
  package var header: [[Inline]]

  /// The rows below the header, each a list of cells.
  package var rows: [[[Inline]]]

  /// Makes a table from its parts.
  package init(alignments: [Alignment?], header: [[Inline]], rows: [[[Inline]]]) {
    self.alignments = alignments
    self.header = header
    self.rows = rows
  }
}

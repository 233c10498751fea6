/// A block whose extent is known while its running text is still to be read.
///
/// Running text has to wait because a link may be defined anywhere, even at the end of the document.
struct Draft {
  enum Kind {
    case heading(level: Int, [UInt8])
    case paragraph([UInt8])
    case code(info: [UInt8], text: [UInt8], fenced: Bool, isClosed: Bool)
    case quote([Draft])
    case list(start: Int?, isTight: Bool, items: [Draft])
    case item([Draft])
    case thematicBreak
    case table(TableDraft)
    case html([UInt8])

    /// Link reference definitions, which leave no block but keep the blocks around them apart.
    case definitions
  }

  var kind: Kind
  var lines: ClosedRange<Int>

  /// Whether this is a list item with a blank line between two of its blocks.
  var hasGap: Bool {
    guard case .item(let blocks) = kind else { return false }
    return blocks.hasGap
  }

  /// The finished block, its running text read; nil where nothing is to be shown.
  ///
  /// Where prose is not read, the running text of everything but headings is left empty.
  func block(_ references: LinkReferences, readsProse: Bool = true) -> Block? {
    func blocks(_ drafts: [Draft]) -> [Block] {
      drafts.compactMap { $0.block(references, readsProse: readsProse) }
    }
    func inlines(_ text: [UInt8]) -> [Inline] {
      readsProse ? InlineReader.read(text, references) : []
    }

    let finished: Block.Kind
    switch kind {
    case .heading(let level, let text):
      finished = .heading(level: level, InlineReader.read(text, references))
    case .paragraph(let text): finished = .paragraph(inlines(text))
    case .code(let info, let text, let fenced, let isClosed):
      finished = .code(
        info: info[...].unescaped, text: String(decoding: text, as: UTF8.self), fenced: fenced,
        isClosed: isClosed)
    case .quote(let drafts): finished = .quote(blocks(drafts))
    case .list(let start, let isTight, let items):
      let contents = items.map { item in
        if case .item(let drafts) = item.kind { blocks(drafts) } else { blocks([item]) }
      }
      finished = .list(List(start: start, isTight: isTight, items: contents))
    case .thematicBreak: finished = .thematicBreak
    case .table(let table):
      finished = .table(
        Table(
          alignments: table.alignments, header: table.header.map(inlines),
          rows: table.rows.map { $0.map(inlines) }))
    case .html(let text): finished = .html(String(decoding: text, as: UTF8.self))
    case .item, .definitions: return nil
    }
    return Block(kind: finished, lines: lines)
  }
}

extension [Draft] {
  /// Whether a blank line stands between two neighbours.
  var hasGap: Bool {
    zip(self, dropFirst()).contains { $0.lines.upperBound + 1 < $1.lines.lowerBound }
  }
}

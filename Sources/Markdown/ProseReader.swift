/// Reads the running text of blocks whose extent is known, with all links defined.
struct ProseReader {
  private(set) var references: LinkReferences

  /// At which byte of each line of the source its text begins, by the number of the line.
  private(set) var starts: [Int]

  /// What is read beyond CommonMark and tables.
  let extensions: Extensions

  /// Whether running text is read; if not, that of everything but headings is left empty.
  let readsProse: Bool

  /// The finished block; nil where nothing is to be shown.
  mutating func block(_ draft: Draft) -> Block? {
    let finished: Block.Kind
    var alert: Alert?
    let first = draft.lines.lowerBound
    switch draft.kind {
    case .heading(let level, let text):
      finished = .heading(level: level, inlines(text, TextOrigin(line: first, starts: starts)))
    case .paragraph(let text):
      finished = .paragraph(
        readsProse ? inlines(text, TextOrigin(line: first, starts: starts)) : [])
    case .code(let info, let text, let fenced, let isClosed):
      finished = .code(
        info: info[...].unescaped, text: String(decoding: text, as: UTF8.self), fenced: fenced,
        isClosed: isClosed)
    case .quote(var drafts):
      alert = extensions.contains(.alerts) ? Self.takeAlert(&drafts) : nil
      finished = .quote(blocks(drafts))
    case .list(let start, let isTight, let items):
      var list = List(start: start, isTight: isTight, items: [])
      for (place, item) in items.enumerated() {
        guard case .item(var drafts) = item.kind else {
          list.items.append(blocks([item]))
          continue
        }
        if extensions.contains(.tasks) { list.tasks[place] = takeTask(&drafts) }
        list.items.append(blocks(drafts))
      }
      finished = .list(list)
    case .footnote(let number, let drafts):
      finished = .footnote(number: number, blocks(drafts))
    case .thematicBreak: finished = .thematicBreak
    case .table(let table):
      // The row of delimiters stands below the header.
      let rows = table.rows.enumerated().map { cells($1, line: first + 2 + $0) }
      finished = .table(
        Table(
          alignments: table.alignments, header: cells(table.header, line: first), rows: rows))
    case .html(let text): finished = .html(String(decoding: text, as: UTF8.self))
    case .item, .definitions: return nil
    }
    var block = Block(kind: finished, lines: draft.lines)
    block.alert = alert
    return block
  }

  /// The finished blocks, without those that show nothing.
  mutating func blocks(_ drafts: [Draft]) -> [Block] { drafts.compactMap { block($0) } }

  /// Takes the box off the text that an item begins with; says whether it is ticked, and nil if there is
  /// none.
  private mutating func takeTask(_ drafts: inout [Draft]) -> Bool? {
    guard case .paragraph(let text)? = drafts.first?.kind, text.count > 4, text[0] == .leftBracket,
      text[2] == .rightBracket, text[3].isSpaceOrTab
    else { return nil }
    let content = text[3...].drop(while: \.isSpaceOrTab)
    guard let mark = [UInt8.space: false, UInt8(ascii: "x"): true][text[1].lowercased],
      let first = content.first, first != .lineFeed
    else { return nil }
    // The line begins behind the box, as it does behind the marker of the item.
    starts[drafts[0].lines.lowerBound] += content.startIndex
    drafts[0].kind = .paragraph(Array(content))
    return mark
  }

  /// Takes the line that says of what kind a quote is off its blocks; nil if there is none, or nothing
  /// else.
  private static func takeAlert(_ drafts: inout [Draft]) -> Alert? {
    guard case .paragraph(let text)? = drafts.first?.kind, text.first == .leftBracket else {
      return nil
    }
    let line = text.prefix { $0 != .lineFeed }
    guard let alert = Alert(line) else { return nil }
    let lines = drafts[0].lines
    if line.endIndex < text.endIndex, lines.lowerBound < lines.upperBound {
      drafts[0].kind = .paragraph(Array(text[(line.endIndex + 1)...]))
      drafts[0].lines = lines.lowerBound + 1...lines.upperBound
    } else if drafts.count > 1 {
      drafts.removeFirst()
    } else {
      return nil
    }
    return alert
  }

  private mutating func cells(_ cells: [TableDraft.Cell], line: Int) -> [[Inline]] {
    cells.map { cell in
      guard readsProse else { return [] }
      let start = TextOrigin(line: line, starts: starts).start + cell.start
      return inlines(
        cell.text, TextOrigin(line: line, starts: starts, start: start, pipes: cell.pipes))
    }
  }

  private mutating func inlines(_ text: [UInt8], _ origin: TextOrigin) -> [Inline] {
    text.isEmpty ? [] : InlineReader.read(text, from: origin, extensions, &references)
  }
}

/// The stack of open blocks.
extension BlockReader {
  /// Opens a block inside the innermost block the line belongs to.
  mutating func push(_ kind: OpenBlock.Kind) {
    let block = OpenBlock(kind, line: cursor.number)
    makeRoom(forItem: block.isItem)
    open.append(block)
    matched = open.count
    if block.isNesting { nesting += 1 }
  }

  /// Adds a block that is complete with the line at hand.
  mutating func append(_ kind: Draft.Kind, from firstLine: Int? = nil) {
    makeRoom(forItem: false)
    let lines = (firstLine ?? cursor.number)...cursor.number
    open[open.count - 1].children.append(Draft(kind: kind, lines: lines))
  }

  /// Closes the blocks that cannot hold the one to come.
  private mutating func makeRoom(forItem: Bool) {
    closeUnmatched()
    if !open[open.count - 1].isContainer { closeLast() }
    if !forItem, open[open.count - 1].isList { closeLast() }
    matched = open.count
  }

  /// Closes the blocks the line does not belong to.
  mutating func closeUnmatched() {
    while open.count > matched { closeLast() }
  }

  /// Closes the innermost block and hands it to the one around it.
  mutating func closeLast(isClosed: Bool = false) {
    guard open.count > 1, var block = open.popLast() else { return }
    if block.isNesting { nesting -= 1 }
    block.dropBlankLines()
    block.finish(
      isClosed: isClosed, &references, starts, to: &open[open.count - 1].children)
    matched = min(matched, open.count)
  }
}

extension OpenBlock {
  /// Drops the blank lines at the end of indented code and HTML, where they belong to no block.
  fileprivate mutating func dropBlankLines() {
    let keptLineFeeds: Int
    switch kind {
    case .indentedCode: keptLineFeeds = 1
    case .html: keptLineFeeds = 0
    default: return
    }
    let content = text.lastIndex { !$0.isSpaceOrLineFeed } ?? text.startIndex
    guard let lineEnd = text[content...].firstIndex(of: .lineFeed) else { return }
    lastLine -= text[lineEnd...].count { $0 == .lineFeed } - keptLineFeeds
    text.removeSubrange((lineEnd + keptLineFeeds)...)
  }
}

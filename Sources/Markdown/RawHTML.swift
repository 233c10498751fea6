/// Raw HTML, of which comments and the like are for no reader.
package struct RawHTML: Sendable, Equatable {
  /// The text without comments, instructions, declarations and character data, which no viewer shows.
  package let shown: String

  /// Whether one of them has no end, and so takes in all that follows.
  package let isUnended: Bool

  /// Whether nothing else is there.
  package var isEmpty: Bool { shown.utf8.allSatisfy { $0.isSpaceOrLineFeed } }

  /// Takes them out of raw HTML.
  package init(_ text: String) {
    guard text.utf8.contains(.lessThan) else {
      shown = text
      isUnended = false
      return
    }
    var scanner = ByteScanner(Array(text.utf8))
    var shown: [UInt8] = []
    var isUnended = false
    while let byte = scanner.next, !isUnended {
      if byte == .lessThan, scanner.byte(1) == .exclamationMark || scanner.byte(1) == .questionMark,
        let wasEnded = scanner.takeHidden()
      {
        isUnended = !wasEnded
      } else {
        shown.append(byte)
        scanner.position += 1
      }
    }
    self.shown = String(decoding: shown, as: UTF8.self)
    self.isUnended = isUnended
  }
}

extension ByteScanner {
  /// Takes raw HTML that is not shown; says whether it had an end, and nil if there is none.
  fileprivate mutating func takeHidden() -> Bool? {
    for short: StaticString in ["<!-->", "<!--->"] where take(short) { return true }
    for markup in RawMarkup.allCases {
      var attempt = self
      guard attempt.take(markup.beginning) else { continue }
      if markup == .declaration, !(attempt.next?.isLetter ?? false) { continue }
      guard attempt.take(through: markup.end) else {
        position = end
        return false
      }
      self = attempt
      return true
    }
    return nil
  }
}

extension Block {
  /// Whether a reader sees nothing of the block: it is a comment or the like.
  package var showsNothing: Bool {
    switch kind {
    case .html(let text): RawHTML(text).isEmpty
    case .quote(let blocks): blocks.allSatisfy(\.showsNothing)
    case .heading, .paragraph, .code, .list, .footnote, .thematicBreak, .table: false
    }
  }
}

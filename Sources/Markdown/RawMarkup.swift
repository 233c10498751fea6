/// Raw HTML other than tags, each kind with its own beginning and end.
enum RawMarkup: CaseIterable {
  case comment, instruction, characterData, declaration

  var beginning: StaticString {
    switch self {
    case .comment: "<!--"
    case .instruction: "<?"
    case .characterData: "<![CDATA["
    case .declaration: "<!"
    }
  }

  var end: StaticString {
    switch self {
    case .comment: "-->"
    case .instruction: "?>"
    case .characterData: "]]>"
    case .declaration: ">"
    }
  }
}

extension ByteScanner {
  /// Takes a tag, a comment or other raw HTML; false, and unmoved, without any.
  ///
  /// `unended` remembers the kinds whose end was sought in vain, so that it is sought only once.
  mutating func takeHTML(_ unended: inout Set<RawMarkup>) -> Bool {
    if takeOpenTag() || takeClosingTag() { return true }
    for short: StaticString in ["<!-->", "<!--->"] where take(short) { return true }
    for markup in RawMarkup.allCases {
      var attempt = self
      guard attempt.take(markup.beginning), !unended.contains(markup) else { continue }
      if markup == .declaration, !(attempt.next?.isLetter ?? false) { continue }
      if attempt.take(through: markup.end) {
        self = attempt
        return true
      }
      unended.insert(markup)
    }
    return false
  }
}

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

/// Raw HTML, as far as it has to be told from text.
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

  /// Takes the name of a tag: a letter, then letters, digits and hyphens.
  mutating func takeTagName() -> Bool {
    guard let first = next, first.isLetter else { return false }
    take { $0.isLetterOrDigit || $0 == .hyphen }
    return true
  }

  /// Takes an opening tag with its attributes; false, and unmoved, without one.
  mutating func takeOpenTag() -> Bool {
    var attempt = self
    guard attempt.take(.lessThan), attempt.takeTagName() else { return false }
    while attempt.takeSpace() > 0, attempt.takeAttributeName() {
      var value = attempt
      value.takeSpace()
      guard value.take(.equals) else { continue }
      value.takeSpace()
      guard value.takeAttributeValue() else { return false }
      attempt = value
    }
    _ = attempt.take(.slash)
    guard attempt.take(.greaterThan) else { return false }
    self = attempt
    return true
  }

  /// Takes a closing tag; false, and unmoved, without one.
  mutating func takeClosingTag() -> Bool {
    var attempt = self
    guard attempt.take("</"), attempt.takeTagName() else { return false }
    attempt.takeSpace()
    guard attempt.take(.greaterThan) else { return false }
    self = attempt
    return true
  }

  private mutating func takeAttributeName() -> Bool {
    guard let first = next, first.isLetter || first == .underscore || first == .colon else {
      return false
    }
    take {
      $0.isLetterOrDigit || $0 == .underscore || $0 == .colon || $0 == .period || $0 == .hyphen
    }
    return true
  }

  private mutating func takeAttributeValue() -> Bool {
    guard let first = next else { return false }
    if first == .doubleQuote || first == .singleQuote {
      position += 1
      take { $0 != first }
      return take(first)
    }
    return take {
      switch $0 {
      case .space, .tab, .lineFeed, .doubleQuote, .singleQuote, .equals, .lessThan, .greaterThan,
        .backtick:
        false
      default: true
      }
    } > 0
  }
}

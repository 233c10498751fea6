/// The parts of links and of link reference definitions.
extension ByteScanner {
  /// How long the label of a footnote may be.
  private static let longestFootnote = 100

  /// Takes the label of a footnote with its brackets: `[^label]`.
  mutating func takeFootnoteLabel() -> ArraySlice<UInt8>? {
    var attempt = self
    guard attempt.take("[^") else { return nil }
    let start = attempt.position
    while let byte = attempt.next, byte != .rightBracket {
      guard byte != .leftBracket, byte != .backtick, !byte.isSpaceOrLineFeed,
        attempt.position - start < Self.longestFootnote
      else { return nil }
      attempt.position += 1
    }
    let label = bytes[start..<attempt.position]
    guard !label.isEmpty, attempt.take(.rightBracket) else { return nil }
    self = attempt
    return label
  }

  /// Takes a label in brackets, of at most 999 characters, and gives it without them.
  mutating func takeLabel() -> ArraySlice<UInt8>? {
    guard next == .leftBracket else { return nil }
    let start = position + 1
    var place = start
    var characters = 0
    while place < end, characters <= 999 {
      switch bytes[place] {
      case .rightBracket:
        position = place + 1
        return bytes[start..<place]
      case .leftBracket:
        return nil
      case .backslash where place + 1 < end && bytes[place + 1].isPunctuation:
        place += 2
        characters += 2
      case let byte:
        place += 1
        if !byte.isContinuation { characters += 1 }
      }
    }
    return nil
  }

  /// Takes the destination of a link, in angle brackets or bare; a bare one may be empty.
  mutating func takeDestination() -> ArraySlice<UInt8>? {
    next == .lessThan ? takeBracketedDestination() : takeBareDestination()
  }

  private mutating func takeBracketedDestination() -> ArraySlice<UInt8>? {
    let start = position + 1
    var place = start
    while place < end {
      switch bytes[place] {
      case .greaterThan:
        position = place + 1
        return bytes[start..<place]
      case .lessThan, .lineFeed: return nil
      case .backslash: place += 2
      default: place += 1
      }
    }
    return nil
  }

  private mutating func takeBareDestination() -> ArraySlice<UInt8>? {
    let start = position
    var place = start
    var depth = 0
    scan: while place < end {
      switch bytes[place] {
      case .backslash where place + 1 < end && bytes[place + 1].isPunctuation:
        place += 1
      case .leftParenthesis:
        depth += 1
        // The specification asks for three levels at least; a limit keeps the time linear.
        if depth > 32 { return nil }
      case .rightParenthesis:
        if depth == 0 { break scan }
        depth -= 1
      case let byte where byte.isControl || byte == .space: break scan
      default: break
      }
      place += 1
    }
    guard depth == 0 else { return nil }
    position = place
    return bytes[start..<place]
  }

  /// Takes a title in quotes or parentheses, and gives it without them.
  mutating func takeTitle() -> ArraySlice<UInt8>? {
    let closing: UInt8
    switch next {
    case .doubleQuote: closing = .doubleQuote
    case .singleQuote: closing = .singleQuote
    case .leftParenthesis: closing = .rightParenthesis
    default: return nil
    }
    let start = position + 1
    var place = start
    while place < end {
      switch bytes[place] {
      case closing:
        position = place + 1
        return bytes[start..<place]
      case .leftParenthesis where closing == .rightParenthesis: return nil
      case .backslash: place += 2
      default: place += 1
      }
    }
    return nil
  }

  /// Takes what follows the text of an inline link: `(destination "title")`.
  mutating func takeLinkTarget() -> LinkTarget? {
    var attempt = self
    guard attempt.take(.leftParenthesis) else { return nil }
    attempt.takeSpace()
    guard let destination = attempt.takeDestination() else { return nil }
    var title: ArraySlice<UInt8>?
    if attempt.takeSpace() > 0, attempt.next != .rightParenthesis {
      guard let found = attempt.takeTitle() else { return nil }
      title = found
      attempt.takeSpace()
    }
    guard attempt.take(.rightParenthesis) else { return nil }
    self = attempt
    return LinkTarget(
      destination: destination.unescaped, title: title?.unescaped,
      source: destination.startIndex..<destination.endIndex)
  }
}

/// Where a link goes.
struct LinkTarget {
  let destination: String
  let title: String?

  /// The bytes of the text in which the destination stands; nil where a label stands for it.
  let source: Range<Int>?
}

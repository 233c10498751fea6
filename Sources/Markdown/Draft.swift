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
    case footnote(number: Int, [Draft])
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
}

extension [Draft] {
  /// Whether a blank line stands between two neighbours.
  var hasGap: Bool {
    zip(self, dropFirst()).contains { $0.lines.upperBound + 1 < $1.lines.lowerBound }
  }
}

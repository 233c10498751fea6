import Markdown

/// Running text without its markup, which knows where in the file it stands.
struct ProseText: Sendable {
  /// The text.
  private(set) var text = ""

  /// The pieces of the text, each with how many bytes of the text stand before it.
  private var pieces: [(offset: Int, inline: Inline)] = []

  /// - Parameters:
  ///   - inlines: the running text of a block.
  ///   - other: what takes the place of code, links, images and raw HTML.
  init(_ inlines: [Inline], other: String) { add(inlines, other) }

  private mutating func add(_ inlines: [Inline], _ other: String) {
    for inline in inlines {
      switch inline.kind {
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner):
        add(inner, other)
        continue
      default: break
      }
      pieces.append((text.utf8.count, inline))
      switch inline.kind {
      case .text(let text): self.text += text
      case .softBreak, .lineBreak: text += " "
      case .code, .footnote, .link, .image, .html, .emphasis, .strong, .strikethrough: text += other
      }
    }
  }

  /// Where in the file a byte of the text stands; what takes another's place stands where that does.
  ///
  /// - Parameter offset: how many bytes of the text stand before it.
  func place(at offset: Int) -> SourcePosition? {
    guard let index = piece(at: offset) else { return nil }
    let (start, inline) = pieces[index]
    guard case .text = inline.kind else { return inline.source.lowerBound }
    return inline.place(at: offset - start)
  }

  /// Whether a part of the text stands in the file as it is, byte by byte.
  func isVerbatim(_ range: Range<Int>) -> Bool {
    guard let index = piece(at: range.lowerBound), index == piece(at: range.upperBound - 1),
      case .text = pieces[index].inline.kind, let start = place(at: range.lowerBound),
      let end = place(at: range.upperBound - 1)
    else { return false }
    return start.line == end.line && end.byte - start.byte == range.count - 1
  }

  /// The piece that a byte of the text is of.
  private func piece(at offset: Int) -> Int? {
    var (low, high) = (0, pieces.count)
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}

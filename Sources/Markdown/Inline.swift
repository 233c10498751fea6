/// One piece of running text, with the source it was read from.
package struct Inline: Sendable, Equatable {
  /// What the piece is, and what it holds.
  package var kind: Kind

  /// Where the piece stands, its markers included.
  package var source: Range<SourcePosition>

  /// Where a text goes on elsewhere in the source than right behind what stands before: at escapes
  /// and character references.
  var seams: [Seam] = []

  /// An offset in a text, in bytes, with its place in the source.
  struct Seam: Sendable, Equatable {
    let offset: Int
    let place: SourcePosition
  }

  /// Makes a piece from its parts.
  package init(_ kind: Kind, _ source: Range<SourcePosition>) {
    self.kind = kind
    self.source = source
  }

  /// The kinds of pieces, each with its contents.
  package enum Kind: Sendable, Equatable {
    /// Plain text, with escapes and character references resolved; formulas stand as written.
    case text(String)

    /// A code span.
    case code(String)

    /// Emphasis, usually shown in italics.
    case emphasis([Inline])

    /// Strong emphasis, usually shown in bold.
    case strong([Inline])

    /// Text that is no longer so, struck through.
    case strikethrough([Inline])

    /// A link and the text that stands for it.
    case link(Link, [Inline])

    /// An image and the text that describes it.
    case image(Link, alt: [Inline])

    /// The mark of a note that stands elsewhere, by its number in the document.
    case footnote(number: Int)

    /// A line break the author asked for.
    case lineBreak

    /// A line ending of the source, as good as a space.
    case softBreak

    /// A raw HTML tag, comment or the like, as written.
    case html(String)
  }

  /// The text without its markup: a soft break is a space, a line break a line feed.
  package var plainText: String {
    switch kind {
    case .text(let text), .code(let text): text
    case .html(let text): RawHTML(text).shown
    case .emphasis(let inlines), .strong(let inlines), .strikethrough(let inlines):
      inlines.plainText
    case .link(_, let inlines), .image(_, let inlines): inlines.plainText
    case .footnote(let number): "[\(number)]"
    case .lineBreak: "\n"
    case .softBreak: " "
    }
  }

  /// Where in the source a byte of a text stands.
  ///
  /// - Parameter offset: how many bytes of the text stand before it.
  package func place(at offset: Int) -> SourcePosition {
    var (low, high) = (0, seams.count)
    while low < high {
      let middle = (low + high) / 2
      if seams[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return source.lowerBound.advanced(by: offset) }
    return seams[low - 1].place.advanced(by: offset - seams[low - 1].offset)
  }
}

/// Where a link or an image goes.
package struct Link: Sendable, Equatable {
  /// The destination, with escapes and character references resolved.
  package var destination: String

  /// The title, if one was given.
  package var title: String?

  /// Where the destination stands; nil where a label stands for it.
  package var source: Range<SourcePosition>?

  /// Makes a link from its parts.
  package init(destination: String, title: String?, source: Range<SourcePosition>?) {
    self.destination = destination
    self.title = title
    self.source = source
  }
}

extension [Inline] {
  /// The text without its markup: a soft break is a space, a line break a line feed.
  package var plainText: String {
    count == 1 ? self[0].plainText : map(\.plainText).joined()
  }
}

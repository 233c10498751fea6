/// One piece of running text.
package enum Inline: Sendable, Equatable {
  /// Plain text, with escapes and character references resolved.
  case text(String)

  /// A code span.
  case code(String)

  /// Emphasis, usually shown in italics.
  case emphasis([Inline])

  /// Strong emphasis, usually shown in bold.
  case strong([Inline])

  /// A link and the text that stands for it.
  case link(destination: String, title: String?, [Inline])

  /// An image and the text that describes it.
  case image(destination: String, title: String?, alt: [Inline])

  /// A line break the author asked for.
  case lineBreak

  /// A line ending of the source, as good as a space.
  case softBreak

  /// A raw HTML tag, comment or the like, as written.
  case html(String)

  /// The text without its markup: a soft break is a space, a line break a line feed.
  package var plainText: String {
    switch self {
    case .text(let text), .code(let text), .html(let text): text
    case .emphasis(let inlines), .strong(let inlines): inlines.plainText
    case .link(_, _, let inlines), .image(_, _, let inlines): inlines.plainText
    case .lineBreak: "\n"
    case .softBreak: " "
    }
  }
}

extension [Inline] {
  /// The text without its markup: a soft break is a space, a line break a line feed.
  package var plainText: String {
    map(\.plainText).joined()
  }
}

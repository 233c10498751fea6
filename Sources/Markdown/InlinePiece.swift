/// A piece of running text before it becomes part of the tree.
///
/// There may be as many pieces as bytes, so the rarer, larger ones are stored out of line.
struct InlinePiece {
  enum Kind {
    /// Bytes of the source as they stand.
    case text

    /// The character of a character reference.
    indirect case decoded(String)

    /// A line ending of either kind.
    case softBreak, lineBreak

    /// A code span or raw HTML.
    indirect case code(String)
    indirect case html(String)

    /// A link whose text is its address.
    indirect case autolink(destination: String)

    /// The mark of a footnote, by its number.
    case footnote(Int)

    /// A run of delimiters, by its place on the delimiter stack.
    case run(Int)

    /// A bracket that opens a link or an image.
    case linkStart

    /// The end of a link or an image, from the closing bracket on.
    indirect case linkEnd(LinkTarget, isImage: Bool)
  }

  var kind: Kind

  /// The bytes of the text that it takes.
  var source: Range<Int>

  init(_ kind: Kind, _ source: Range<Int>) {
    self.kind = kind
    self.source = source
  }
}

/// A piece of running text before it becomes part of the tree.
///
/// There may be as many pieces as bytes, so the rarer, larger ones are stored out of line.
enum InlinePiece {
  /// Bytes of the source as they stand.
  case text(Range<Int>)

  /// The character of a character reference.
  case decoded(String)

  /// A line ending of either kind.
  case softBreak, lineBreak

  /// Something else that is finished.
  indirect case inline(Inline)

  /// A run of delimiters, by its place on the delimiter stack.
  case run(Int)

  /// A bracket that opens a link or an image; the range is its source.
  case linkStart(Range<Int>)

  /// The end of a link or an image; the range is its source, from the closing bracket on.
  indirect case linkEnd(LinkTarget, isImage: Bool, Range<Int>)
}

/// An opening bracket that may still become a link or an image.
struct Bracket {
  /// The place of the bracket among the pieces.
  let piece: Int

  /// The source of the bracket: `[` or `![`.
  let source: Range<Int>

  let isImage: Bool

  /// The innermost delimiter run before the bracket.
  let runBefore: Int?

  /// Whether another bracket was opened later; the text then cannot be a label.
  var isFollowed = false
}

extension InlineReader {
  mutating func openBracket(isImage: Bool) {
    if !brackets.isEmpty { brackets[brackets.count - 1].isFollowed = true }
    let start = scanner.position
    let piece = pieces.count
    readText(isImage ? 2 : 1)
    brackets.append(
      Bracket(
        piece: piece, source: start..<scanner.position, isImage: isImage, runBefore: runs.last))
  }

  /// Reads a closing bracket, which ends a link or an image if one fits.
  mutating func closeBracket() {
    let start = scanner.position
    readText(1)
    guard let opener = brackets.popLast() else { return }
    let isAllowed = opener.isImage || brackets.count >= linkFloor
    linkFloor = min(linkFloor, brackets.count)
    guard isAllowed, let target = takeTarget(opener, closing: start) else { return }

    pieces.removeLast()
    pieces[opener.piece].kind = .linkStart
    pieces.append(
      InlinePiece(.linkEnd(target, isImage: opener.isImage), start..<scanner.position))
    runs.matchAll(above: opener.runBefore)
    if !opener.isImage { linkFloor = brackets.count }
  }

  private mutating func takeTarget(_ opener: Bracket, closing: Int) -> LinkTarget? {
    if let target = scanner.takeLinkTarget() { return target }
    guard !references.isEmpty else { return nil }
    var attempt = scanner
    var label = scanner.bytes[opener.source.upperBound..<closing]
    let explicit = attempt.takeLabel()
    if let explicit, !explicit.isEmpty {
      label = explicit
    } else if opener.isFollowed || label.count > 4 * 999 {
      return nil
    }
    guard let definition = references.use(label) else { return nil }
    scanner = attempt
    return LinkTarget(
      destination: definition.destination, title: definition.title, source: nil)
  }
}

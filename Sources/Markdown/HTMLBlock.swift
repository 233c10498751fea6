/// The start of a block of raw HTML, which decides where the block ends.
struct HTMLBlock {
  /// The texts that end the block, on the line they stand in; none if a blank line ends it.
  let endings: [StaticString]

  /// Whether the block may follow a paragraph without a blank line between.
  let interruptsParagraph: Bool

  var endsAtBlankLine: Bool { endings.isEmpty }

  /// Reads the start of a block on a line whose text is next, if there is one.
  init?(_ scanner: ByteScanner) {
    var scanner = scanner
    let whole = scanner
    guard scanner.take(.lessThan) else { return nil }
    var endings: [StaticString] = []
    var interruptsParagraph = true
    if scanner.take("!--") {
      endings = ["-->"]
    } else if scanner.take("?") {
      endings = ["?>"]
    } else if scanner.take("![CDATA[") {
      endings = ["]]>"]
    } else if scanner.next == .exclamationMark, scanner.byte(1)?.isLetter ?? false {
      endings = [">"]
    } else {
      let isClosing = scanner.take(.slash)
      let name = scanner.takeLowercasedTagName()
      if !isClosing, Self.verbatim.contains(name), scanner.isAtTagNameEnd {
        endings = ["</script>", "</pre>", "</style>", "</textarea>"]
      } else if !Self.blocks.contains(name) || !(scanner.isAtTagNameEnd || scanner.take("/>")) {
        guard whole.holdsOneTag, isClosing || !Self.verbatim.contains(name) else { return nil }
        interruptsParagraph = false
      }
    }
    self.endings = endings
    self.interruptsParagraph = interruptsParagraph
  }

  /// Whether the block ends with the line whose text is next.
  func ends(in scanner: ByteScanner) -> Bool {
    guard !endings.isEmpty else { return false }
    var scanner = scanner
    while !scanner.isAtEnd {
      if endings.contains(where: { scanner.holds(ignoringCase: $0) }) { return true }
      scanner.position += 1
    }
    return false
  }

  private static let verbatim: Set<String> = ["script", "pre", "style", "textarea"]

  private static let blocks = Set(
    """
    address article aside base basefont blockquote body caption center col colgroup dd details \
    dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 \
    head header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option p \
    param search section summary table tbody td tfoot th thead title tr track ul
    """.split(separator: " ").map(String.init))
}

extension ByteScanner {
  fileprivate var isAtTagNameEnd: Bool {
    next.map { $0.isSpaceOrTab || $0 == .greaterThan } ?? true
  }

  /// Whether a complete tag is all that is left of the line.
  fileprivate var holdsOneTag: Bool {
    var scanner = self
    return (scanner.takeOpenTag() || scanner.takeClosingTag()) && scanner.takeEndOfLine()
  }

  fileprivate mutating func takeLowercasedTagName() -> String {
    let start = position
    // Longer names are none of those a block is known by.
    guard takeTagName(), position - start <= 16 else { return "" }
    return String(decoding: bytes[start..<position].map(\.lowercased), as: UTF8.self)
  }

  /// Whether the given lowercase text comes next, in letters of either case.
  fileprivate func holds(ignoringCase text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    return length <= end - position
      && (0..<length).allSatisfy { bytes[position + $0].lowercased == text.utf8Start[$0] }
  }
}

/// A text read as CommonMark: a tree of blocks and the link definitions found beside them.
///
/// Follows the CommonMark specification 0.31.2, with tables and ``Extensions`` as on GitHub. Every text is
/// a document, so reading never fails. Raw HTML is kept as text and never interpreted, and
/// so are formulas in TeX. What begins with a caret is the label of a footnote, never of a link. Reading takes time close
/// to linear in the length of the text, whatever the text is.
package struct Document: Sendable, Equatable {
  /// The blocks at top level, in the order of the text.
  package var blocks: [Block]

  /// Every link reference definition of the text, in order; of equal labels the first one counts.
  package var definitions: [LinkDefinition]

  /// Reads a text whose lines end in line feeds, carriage returns, or both.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - extensions: what is read beyond CommonMark and tables.
  ///   - readsProse: whether running text is read; if not, that of everything but headings is left
  ///     empty, and so is fenced code, and the blocks are the same.
  package init(_ text: String, extensions: Extensions = .all, readsProse: Bool = true) {
    self.init(bytes: Array(text.utf8), extensions, readsProse: readsProse)
  }

  /// Reads a text given line by line, without the line ends.
  ///
  /// - Parameters:
  ///   - lines: the lines.
  ///   - readsProse: as for a text in one piece.
  package init(lines: [String], readsProse: Bool = true) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(lines.reduce(0) { $0 + $1.utf8.count + 1 })
    for (index, line) in lines.enumerated() {
      if index > 0 { bytes.append(.lineFeed) }
      bytes.append(contentsOf: line.utf8)
    }
    self.init(bytes: bytes, .all, readsProse: readsProse)
  }

  private init(bytes: [UInt8], _ extensions: Extensions, readsProse: Bool) {
    var reader = BlockReader(
      Document.replacingNUL(bytes), extensions, keepsCode: readsProse)
    let drafts = reader.read()
    reader.references.room = max(Self.leastRoom, Self.referenceFactor * bytes.count)
    var prose = ProseReader(
      references: reader.references, starts: reader.starts, extensions: extensions,
      readsProse: readsProse)
    blocks = prose.blocks(drafts)
    definitions = reader.references.definitions
  }

  /// How many times the length of a text its links may take from their definitions, and how much
  /// those of a short one may.
  static let referenceFactor = 2
  static let leastRoom = 16 << 10

  /// The bytes to read, with U+FFFD in place of NUL.
  static func replacingNUL(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0) else { return bytes }
    return bytes.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] }
  }
}

/// A link reference definition: `[label]: destination "title"`.
package struct LinkDefinition: Sendable, Equatable {
  /// The label as written, without its brackets.
  package var label: String

  /// Where the link goes, with escapes and character references resolved.
  package var destination: String

  /// The title, if one was given.
  package var title: String?

  /// Where the bracket before the label stands.
  package var place: SourcePosition

  /// Makes a definition from its parts.
  package init(label: String, destination: String, title: String?, place: SourcePosition) {
    self.label = label
    self.destination = destination
    self.title = title
    self.place = place
  }
}

import Experiments
import Markdown

/// A link or an image of a lesson, with its place in the file.
struct LinkPlace: Sendable, Hashable {
  let destination: String
  let isImage: Bool

  /// The words that stand for it, or that describe an image.
  let text: String
  let line: Int
  let column: Int
}

/// A link reference definition, with its place in the file.
struct DefinitionPlace: Sendable, Hashable {
  let label: String
  let destination: String
  let isUsed: Bool
  let line: Int
  let column: Int
}

/// Every link of a lesson where it stands.
///
/// The tree of a document has no places inside a block. They are found by looking for what the tree
/// says in the lines of the block, in order.
struct LinkPlaces: Sendable {
  private(set) var links: [LinkPlace] = []
  private(set) var definitions: [DefinitionPlace] = []

  init(of document: Document, in lines: [String]) {
    var used = Set<String>()
    var rest = Array(document.blocks.reversed())
    while let block = rest.popLast() {
      switch block.kind {
      case .heading(_, let text), .paragraph(let text):
        add(text, block.lines, lines, document, &used)
      case .table(let table):
        let cells = table.header + table.rows.joined()
        add(Array(cells.joined()), block.lines, lines, document, &used)
      case .quote(let blocks): rest += blocks.reversed()
      case .list(let list): rest += list.items.joined().reversed()
      case .code: addDirective(block, lines, &used)
      case .html, .thematicBreak: break
      }
    }
    define(document, lines, used)
  }

  /// The keys of directives whose values are shown as Markdown.
  private static let shown: Set = ["task", "question", "hint"]

  /// Adds the links in what a directive says.
  private mutating func addDirective(
    _ block: Block, _ lines: [String], _ used: inout Set<String>
  ) {
    guard let directive = DirectiveBlock(block, in: lines) else { return }
    for entry in directive.entries where Self.shown.contains(entry.key) {
      let document = Document(entry.value)
      for case .paragraph(let text) in document.blocks.map(\.kind) {
        add(text, entry.line...entry.line, lines, document, &used)
      }
    }
  }

  /// Adds the links of a block; those by reference are noted with their definitions.
  private mutating func add(
    _ inlines: [Inline], _ range: ClosedRange<Int>, _ lines: [String], _ document: Document,
    _ used: inout Set<String>
  ) {
    var found: [(destination: String, isImage: Bool, text: String)] = []
    Self.collect(inlines, &found)
    guard !found.isEmpty else { return }
    var cursor = SourceCursor(range, in: lines)
    let referred = Set(document.definitions.map(\.destination))
    for (destination, isImage, text) in found {
      var place =
        cursor.place(after: "](", of: destination) ?? cursor.place(after: "](<", of: destination)
      if place == nil, referred.contains(destination) {
        used.insert(destination)
        // A picture without words is at fault where it stands, not where it is defined.
        guard isImage, text.trimmed.isEmpty else { continue }
      }
      place = place ?? cursor.place(of: text.isEmpty ? "![" : text)
      links.append(
        LinkPlace(
          destination: destination, isImage: isImage, text: text,
          line: place?.line ?? range.lowerBound, column: place?.column ?? 1))
    }
  }

  private mutating func define(_ document: Document, _ lines: [String], _ used: Set<String>) {
    var isCode = Set<Int>()
    for block in document.blocks {
      if case .code = block.kind { isCode.formUnion(block.lines) }
    }
    var next = 0
    var misses = 0
    for definition in document.definitions {
      let label = definition.label.prefix { $0 != "\n" }
      let mark = label.count < definition.label.count ? "[\(label)" : "[\(label)]:"
      var found: Int?
      if misses < Self.mostMisses {
        found = lines.indices.dropFirst(next).first {
          !isCode.contains($0 + 1) && lines[$0].contains(mark)
        }
        if found == nil { misses += 1 }
      }
      definitions.append(
        DefinitionPlace(
          label: definition.label, destination: definition.destination,
          isUsed: used.contains(definition.destination), line: (found ?? max(0, next - 1)) + 1,
          column: found.flatMap { lines[$0].column(ofLast: mark) } ?? 1))
      if let found { next = found + 1 }
    }
  }

  /// How often a definition may be looked for in vain, for the sake of linear time.
  private static let mostMisses = 64

  private static func collect(
    _ inlines: [Inline], _ found: inout [(destination: String, isImage: Bool, text: String)]
  ) {
    for inline in inlines {
      switch inline.kind {
      // The destination stands behind the text, and so behind the links in it.
      case .link(let link, let text):
        collect(text, &found)
        found.append((link.destination, false, text.plainText))
      case .image(let link, let alt):
        collect(alt, &found)
        found.append((link.destination, true, alt.plainText))
      case .emphasis(let inner), .strong(let inner): collect(inner, &found)
      case .text, .code, .lineBreak, .softBreak, .html: break
      }
    }
  }
}

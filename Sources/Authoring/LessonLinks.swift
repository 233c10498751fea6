import Lessons
import Markdown

/// Every link of a lesson with its place in the file, those in what directives say too.
struct LessonLinks: Sendable {
  /// A link or an image.
  struct Item: Sendable, Hashable {
    let destination: String
    let isImage: Bool

    /// The words that stand for it, or that describe an image.
    let text: String
    let line: Int
    let column: Int
  }

  /// A link reference definition.
  struct Definition: Sendable, Hashable {
    let label: String
    let destination: String
    let isUsed: Bool
    let line: Int
    let column: Int
  }

  private(set) var items: [Item] = []
  private(set) var definitions: [Definition] = []

  init(of text: LessonText) {
    var found: [Found] = []
    var used = Set<String>()
    text.document.blocks.forEachLeaf { block in
      switch block.kind {
      case .heading(_, let inlines), .paragraph(let inlines):
        Self.collect(inlines, &found, &used)
      case .table(let table):
        for cell in table.header { Self.collect(cell, &found, &used) }
        for cell in table.rows.joined() { Self.collect(cell, &found, &used) }
      case .code:
        items += Self.items(of: found, in: text.lines)
        found = []
        addDirective(text.directive(of: block))
      case .html, .thematicBreak, .quote, .list, .footnote: break
      }
    }
    items += Self.items(of: found, in: text.lines)
    let places = text.document.definitions.map(\.place)
    definitions = zip(text.document.definitions, places.columns(in: text.lines)).map {
      Definition(
        label: $0.label, destination: $0.destination, isUsed: used.contains($0.destination),
        line: $0.place.line, column: $1)
    }
  }

  /// The keys of directives whose values are shown as Markdown.
  private static let shown: Set = ["task", "question", "hint"]

  /// Adds the links in what a directive says.
  private mutating func addDirective(_ directive: FencedBlock?) {
    for field in directive?.fields ?? [] where Self.shown.contains(field.key) {
      var found: [Found] = []
      var used = Set<String>()
      for case .paragraph(let inlines) in Document(field.value).blocks.map(\.kind) {
        Self.collect(inlines, &found, &used)
      }
      items += Self.items(of: found, in: [field.value]).map {
        Item(
          destination: $0.destination, isImage: $0.isImage, text: $0.text, line: field.line,
          column: field.column + $0.column - 1)
      }
    }
  }

  /// A link by its place in the source of a document.
  private struct Found {
    let destination: String
    let isImage: Bool
    let text: String
    let place: SourcePosition
  }

  private static func items(of found: [Found], in lines: [String]) -> [Item] {
    zip(found, found.map(\.place).columns(in: lines)).map {
      Item(
        destination: $0.destination, isImage: $0.isImage, text: $0.text, line: $0.place.line,
        column: $1)
    }
  }

  /// Adds the links of running text; those by reference are noted with their definitions.
  private static func collect(
    _ inlines: [Inline], _ found: inout [Found], _ used: inout Set<String>
  ) {
    func add(_ link: Link, isImage: Bool, _ words: [Inline], _ inline: Inline) {
      // The destination stands behind the text, and so behind the links in it.
      collect(words, &found, &used)
      let text = words.plainText
      if link.source == nil {
        used.insert(link.destination)
        // A picture without words is at fault where it stands, not where it is defined.
        guard isImage, text.trimmed.isEmpty else { return }
      }
      found.append(
        Found(
          destination: link.destination, isImage: isImage, text: text,
          place: (link.source ?? inline.source).lowerBound))
    }
    for inline in inlines {
      switch inline.kind {
      case .link(let link, let words): add(link, isImage: false, words, inline)
      case .image(let link, let alt): add(link, isImage: true, alt, inline)
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner):
        collect(inner, &found, &used)
      case .text, .code, .footnote, .lineBreak, .softBreak, .html: break
      }
    }
  }
}

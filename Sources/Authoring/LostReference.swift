import Markdown

/// Links of the form `[text][label]` whose label is defined nowhere, and which stay text therefore.
enum LostReferences {
  struct Place: Sendable, Hashable {
    let label: String
    let line: Int
    let column: Int
  }

  static func of(_ document: Document, in lines: [String]) -> [Place] {
    var places: [Place] = []
    var rest = Array(document.blocks.reversed())
    while let block = rest.popLast() {
      switch block.kind {
      case .heading(_, let text), .paragraph(let text):
        add(text, block.lines, lines, &places)
      case .quote(let blocks): rest += blocks.reversed()
      case .list(let list): rest += list.items.joined().reversed()
      case .table, .code, .html, .thematicBreak: break
      }
    }
    return places
  }

  private static func add(
    _ inlines: [Inline], _ range: ClosedRange<Int>, _ lines: [String], _ places: inout [Place]
  ) {
    var cursor = SourceCursor(range, in: lines)
    for label in labels(in: plain(inlines)) {
      // Escaped brackets look the same in the tree, but not in the source.
      guard let place = cursor.place(after: "][", of: label + "]") else { continue }
      places.append(Place(label: label, line: place.line, column: place.column))
    }
  }

  /// The text with what is markup replaced by something that is no bracket.
  private static func plain(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline.kind {
      case .text(let text): text
      case .emphasis(let inner), .strong(let inner): plain(inner)
      case .softBreak, .lineBreak: " "
      case .code, .link, .image, .html: "\u{FFFC}"
      }
    }.joined()
  }

  /// What stands between the second pair of brackets of each `[text][label]`.
  private static func labels(in text: String) -> [String] {
    var labels: [String] = []
    var before: Character?
    var isOpen = false
    var first: String?
    var current = ""
    var mayBegin = true
    for character in text {
      switch character {
      case "[":
        if first == nil { mayBegin = before.map { !$0.isLetter && !$0.isNumber } ?? true }
        if before != "]" { first = nil }
        isOpen = true
        current = ""
      case "]":
        if isOpen, let words = first, !words.isEmpty, !current.isEmpty, mayBegin,
          current.contains(where: \.isLetter)
        {
          labels.append(current)
          first = nil
        } else if isOpen {
          first = current
        }
        isOpen = false
      default:
        if isOpen { current.append(character) } else { first = nil }
      }
      before = character
    }
    return labels
  }
}

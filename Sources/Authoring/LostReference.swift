import Markdown

/// A link of the form `[text][label]` whose label is defined nowhere, and which stays text therefore.
struct LostReference: Sendable, Hashable {
  let label: String

  /// Where the label stands.
  let place: SourcePosition

  /// All that there are in a document.
  static func all(in document: Document) -> [LostReference] {
    var found: [LostReference] = []
    document.blocks.forEachLeaf { block in
      switch block.kind {
      case .heading(_, let text), .paragraph(let text): found += all(in: text)
      case .table, .code, .html, .thematicBreak, .quote, .list, .footnote: break
      }
    }
    return found
  }

  private static func all(in inlines: [Inline]) -> [LostReference] {
    // What is markup is no bracket.
    let prose = ProseText(inlines, other: "\u{FFFC}")
    guard prose.text.utf8.contains(UInt8(ascii: "[")) else { return [] }
    return labels(in: prose.text).compactMap { range in
      let text = prose.text
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      let end = text.utf8.distance(from: text.startIndex, to: range.upperBound)
      // Escaped brackets look the same in the text, but not in the file.
      // What a caret begins is a footnote.
      guard text[range].first != "^", prose.isVerbatim(start - 2..<end + 1),
        let place = prose.place(at: start)
      else {
        return nil
      }
      return LostReference(label: String(text[range]), place: place)
    }
  }

  /// What stands between the second pair of brackets of each `[text][label]`.
  private static func labels(in text: String) -> [Range<String.Index>] {
    var labels: [Range<String.Index>] = []
    var before: Character?
    var isOpen = false
    var first: Range<String.Index>?
    var start = text.startIndex
    var mayBegin = true
    for index in text.indices {
      let character = text[index]
      switch character {
      case "[":
        if first == nil { mayBegin = before.map { !$0.isLetter && !$0.isNumber } ?? true }
        if before != "]" { first = nil }
        isOpen = true
        start = text.index(after: index)
      case "]":
        let inside = start..<max(start, index)
        if isOpen, let words = first, !words.isEmpty, !inside.isEmpty, mayBegin,
          text[inside].contains(where: \.isLetter)
        {
          labels.append(inside)
          first = nil
        } else if isOpen {
          first = inside
        }
        isOpen = false
      default: if !isOpen { first = nil }
      }
      before = character
    }
    return labels
  }
}

import Markdown

/// A walk through a document that notes what it meets.
struct DialectFinder {
  private(set) var found: [Dialect: Dialect.Found] = [:]

  mutating func find(in blocks: [Block]) {
    var rest = Array(blocks.reversed())
    while let block = rest.popLast() {
      switch block.kind {
      case .heading(_, let text), .paragraph(let text): find(in: text)
      case .table(let table):
        for cell in table.header + table.rows.joined() { find(in: cell) }
      case .quote(let blocks):
        if case .paragraph(let text)? = blocks.first?.kind { findAlert(in: text) }
        rest += blocks.reversed()
      case .footnote(_, let blocks): rest += blocks.reversed()
      case .list(let list): rest += list.items.joined().reversed()
      case .html(let text):
        if !RawHTML(text).isEmpty {
          note(.html, SourcePosition(line: block.lines.lowerBound, byte: 0))
        }
      case .code(let info, _, fenced: true, _):
        let word = info.prefix { !$0.isWhitespace }
        if word.first == "{" {
          note(.directive, SourcePosition(line: block.lines.lowerBound, byte: 0))
        } else if Self.diagrams.contains(word.lowercased()) {
          note(.diagram, SourcePosition(line: block.lines.lowerBound, byte: 0))
        }
      case .code, .thematicBreak: break
      }
    }
  }

  private static let diagrams: Set = [
    "mermaid", "plantuml", "dot", "graphviz", "geojson", "topojson", "stl", "d2", "vega", "chart",
  ]

  private mutating func note(_ dialect: Dialect, _ place: SourcePosition?) {
    guard let place else { return }
    if found[dialect] == nil {
      found[dialect] = Dialect.Found(dialect: dialect, place: place)
    } else {
      found[dialect]?.count += 1
    }
  }

  private mutating func findAlert(in text: [Inline]) {
    let words = ProseText(text, other: "\u{FFFC}").text
    guard words.hasPrefix("[!"), let end = words.firstIndex(of: "]"),
      words[..<end].dropFirst(2).allSatisfy({ $0.isLetter || $0 == "-" })
    else { return }
    note(.alert, text.first?.source.lowerBound)
  }

  private mutating func find(in inlines: [Inline]) {
    findTags(in: inlines)
    // What is code or HTML is none of these.
    let prose = ProseText(inlines, other: "\u{FFFC}")
    let bytes = Array(prose.text.utf8)
    if bytes.count <= Self.longestContents, Self.contents.contains(prose.text.lowercased()) {
      return note(.contents, inlines.first?.source.lowerBound)
    }
    if let first = bytes.first, ":!?".utf8.contains(first),
      [":::", "!!! ", "??? "].contains(where: prose.text.hasPrefix)
    {
      note(.container, inlines.first?.source.lowerBound)
    }
    if let dialect = Self.line(prose.text) { note(dialect, inlines.first?.source.lowerBound) }
    var place = 0
    while place < bytes.count {
      guard let (dialect, length) = Self.mark(at: place, in: bytes) else {
        place += 1
        continue
      }
      note(dialect, prose.place(at: place))
      place += length
    }
  }

  private static let contents: Set = ["[toc]", "[[toc]]", "[[_toc_]]", "{:toc}"]
  private static let longestContents = 9

  /// What the first line of a text is by its beginning.
  private static func line(_ text: String) -> Dialect? {
    switch text.utf8.first {
    case UInt8(ascii: ":"): text.hasPrefix(": ") ? .definition : nil
    case UInt8(ascii: "|"): text.hasPrefix("| ") ? .table : nil
    case UInt8(ascii: "+"): text.hasPrefix("+--") || text.hasPrefix("+==") ? .table : nil
    case UInt8(ascii: "*"): text.hasPrefix("*[") && text.contains("]: ") ? .abbreviation : nil
    default: nil
    }
  }

  private mutating func findTags(in inlines: [Inline]) {
    var isLineStart = false
    for (place, inline) in inlines.enumerated() {
      switch inline.kind {
      case .html(let text): if !RawHTML(text).isEmpty { note(.html, inline.source.lowerBound) }
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, let inner):
        findTags(in: inner)
      case .text(let text):
        if isLineStart, text.hasPrefix(": ") { note(.definition, inline.source.lowerBound) }
        let neighbours = (place > 0 ? inlines[place - 1] : nil, inlines[place...].dropFirst().first)
        if case .code? = neighbours.1?.kind, Self.endsInRole(text) {
          note(.role, inline.source.lowerBound)
        }
        if case .code? = neighbours.0?.kind, text.hasPrefix("{=") {
          note(.role, inline.source.lowerBound)
        }
      case .code, .image, .footnote, .lineBreak, .softBreak: break
      }
      isLineStart = inline.kind == .softBreak
    }
  }
}

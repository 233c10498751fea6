import Markdown

/// What other viewers of Markdown give a meaning to, and a lesson shows as it is written.
enum Dialect: CaseIterable, Sendable {
  case html, footnote, alert, contents, wikiLink, template, attributes, container, definition
  case strikethrough, shortcode

  /// What it is called in front of an author.
  var name: String {
    switch self {
    case .html: "HTML"
    case .footnote: "a footnote"
    case .alert: "the kind of an alert"
    case .contents: "the mark of a table of contents"
    case .wikiLink: "a link in double brackets"
    case .template: "a template's tag"
    case .attributes: "a list of attributes"
    case .container: "the mark of a container"
    case .definition: "a definition behind a colon"
    case .strikethrough: "~~ around deleted text"
    case .shortcode: "an emoji's name"
    }
  }

  /// What to do instead.
  var remedy: String {
    switch self {
    case .html: "say it in Markdown"
    case .footnote: "put the note where it belongs"
    case .alert: "say in words what the quote is"
    case .contents, .template, .attributes: "leave it out"
    case .wikiLink: "write [words](file.md)"
    case .container: "make a quote or a section of it"
    case .definition: "make a list of it"
    case .strikethrough: "leave the text out"
    case .shortcode: "write the character itself"
    }
  }

  /// What is found in a document, of each kind the first with how often there is some, in order.
  static func all(in document: Document) -> [Found] {
    var finder = DialectFinder()
    finder.find(in: document.blocks)
    return finder.found.values.sorted { $0.place < $1.place }
  }

  /// One kind, where it stands first, and how often.
  struct Found: Sendable, Hashable {
    let dialect: Dialect
    let place: SourcePosition
    var count = 1
  }
}

/// A walk through a document that notes what it meets.
private struct DialectFinder {
  var found: [Dialect: Dialect.Found] = [:]

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
      case .list(let list): rest += list.items.joined().reversed()
      case .html(let text):
        if !RawHTML(text).isEmpty {
          note(.html, SourcePosition(line: block.lines.lowerBound, byte: 0))
        }
      case .code, .thematicBreak: break
      }
    }
  }

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

  private mutating func findTags(in inlines: [Inline]) {
    var isLineStart = false
    for inline in inlines {
      switch inline.kind {
      case .html(let text): if !RawHTML(text).isEmpty { note(.html, inline.source.lowerBound) }
      case .emphasis(let inner), .strong(let inner), .link(_, let inner): findTags(in: inner)
      case .text(let text):
        if isLineStart, text.hasPrefix(": ") { note(.definition, inline.source.lowerBound) }
      case .code, .image, .lineBreak, .softBreak: break
      }
      isLineStart = inline.kind == .softBreak
    }
  }

  /// What stands at a place of a text, and how many bytes it takes; nil if it is nothing special.
  private static func mark(at place: Int, in bytes: [UInt8]) -> (Dialect, Int)? {
    func next(_ distance: Int) -> UInt8 {
      place + distance < bytes.count ? bytes[place + distance] : 0
    }
    switch bytes[place] {
    case UInt8(ascii: "["):
      if next(1) == UInt8(ascii: "^"), let length = length("]", from: place + 2, in: bytes) {
        return (.footnote, length + 3)
      }
      guard next(1) == UInt8(ascii: "["), let length = length("]", from: place + 2, in: bytes),
        next(length + 3) == UInt8(ascii: "]")
      else { return nil }
      return (.wikiLink, length + 4)
    case UInt8(ascii: "{"):
      switch next(1) {
      // In formulas other characters follow.
      case UInt8(ascii: "%"), UInt8(ascii: "{"):
        return " <%".utf8.contains(next(2)) ? (.template, 3) : nil
      case UInt8(ascii: ":"), UInt8(ascii: "#"), UInt8(ascii: "."):
        guard isWordly(next(2)) && !isDigit(next(2)) || next(2) == UInt8(ascii: " ") else {
          return nil
        }
        return length("}", from: place + 2, in: bytes).map { (.attributes, $0 + 3) }
      default: return nil
      }
    case UInt8(ascii: "~"):
      guard next(1) == UInt8(ascii: "~"), let length = length("~", from: place + 2, in: bytes),
        next(length + 3) == UInt8(ascii: "~")
      else { return nil }
      return (.strikethrough, length + 4)
    case UInt8(ascii: ":"):
      guard place == 0 || !isWordly(bytes[place - 1]),
        let length = length(":", from: place + 1, in: bytes), length > 1,
        bytes[(place + 1)..<(place + 1 + length)].allSatisfy({
          isWordly($0) || "+-".utf8.contains($0)
        }),
        !isDigit(next(1)), !isWordly(next(length + 2))
      else { return nil }
      return (.shortcode, length + 2)
    default: return nil
    }
  }

  /// How far a sign is that something else stands before, of at most as many bytes as such marks take.
  private static func length(_ sign: Unicode.Scalar, from start: Int, in bytes: [UInt8]) -> Int? {
    let rest = bytes[min(start, bytes.count)...].prefix(60)
    return rest.firstIndex(of: UInt8(ascii: sign)).flatMap { $0 > start ? $0 - start : nil }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isWordly(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || byte == UInt8(ascii: "_") || byte >= 0x80
  }
}

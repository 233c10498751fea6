import TestKit
import Testing

@testable import Markdown

/// Inlines stand in the source where their ranges say.
@Suite struct SourcePositionTests {
  /// The source between two places, its lines joined by line feeds.
  private static func source(_ range: Range<SourcePosition>, _ lines: [String]) -> String {
    let (start, end) = (range.lowerBound, range.upperBound)
    return (start.line...end.line).map { number in
      let bytes = Array(lines[number - 1].utf8)
      let from = number == start.line ? start.byte : 0
      let to = number == end.line ? end.byte : bytes.count
      return String(decoding: bytes[min(from, to)..<to], as: UTF8.self)
    }.joined(separator: "\n")
  }

  /// Every inline with its source, and every destination and definition.
  private static func pieces(_ text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let document = Document(text)
    var found: [String] = []
    func add(_ inlines: [Inline]) {
      for inline in inlines {
        let source = source(inline.source, lines)
        switch inline.kind {
        case .text: found.append("text \(source)")
        case .code: found.append("code \(source)")
        case .html: found.append("html \(source)")
        case .footnote: found.append("note \(source)")
        case .softBreak: found.append("soft")
        case .lineBreak: found.append("hard")
        case .emphasis(let inner), .strong(let inner), .strikethrough(let inner):
          found.append("emphasis \(source)")
          add(inner)
        case .link(let link, let inner), .image(let link, let inner):
          let destination = link.source.map { Self.source($0, lines) } ?? "by label"
          found.append("link \(source) to \(destination)")
          add(inner)
        }
      }
    }
    var rest = Array(document.blocks.reversed())
    while let block = rest.popLast() {
      switch block.kind {
      case .heading(_, let text), .paragraph(let text): add(text)
      case .table(let table): (table.header + table.rows.joined()).forEach(add)
      case .quote(let blocks), .footnote(_, let blocks): rest += blocks.reversed()
      case .list(let list): rest += list.items.joined().reversed()
      case .code, .html, .thematicBreak: break
      }
    }
    let ends = document.definitions.map { definition in
      let place = definition.place
      return "definition "
        + Self.source(place..<SourcePosition(line: place.line, byte: place.byte + 3), lines)
    }
    return found + ends
  }

  @Test(arguments: [
    ("é *a* b", ["text é ", "emphasis *a*", "text a", "text  b"]),
    ("***a** b*", ["emphasis ***a** b*", "emphasis **a**", "text a", "text  b"]),
    (
      "é ~~*a* b~~ c",
      ["text é ", "emphasis ~~*a* b~~", "emphasis *a*", "text a", "text  b", "text  c"]
    ),
    ("> - [x]  a *b*\n>   c", ["text a ", "emphasis *b*", "text b", "soft", "text c"]),
    ("- > [!NOTE]\n  >  a *b*\nc", ["text a ", "emphasis *b*", "text b", "soft", "text c"]),
    (
      "> a[^1] *b[^1]*\n>\n> [^1]:  c\n>     *d*\n>\n>     e",
      [
        "text a", "note [^1]", "text  ", "emphasis *b[^1]*", "text b", "note [^1]", "text c",
        "soft", "emphasis *d*", "text d", "text e",
      ]
    ),
    ("a ` b ` <i>", ["text a ", "code ` b `", "text  ", "html <i>"]),
    ("[a](b \"c\") d", ["link [a](b \"c\") to b", "text a", "text  d"]),
    ("x ![a]( <b c> )", ["text x ", "link ![a]( <b c> ) to b c", "text a"]),
    ("[a]()", ["link [a]() to ", "text a"]),
    ("[a](b\\_c&amp;)", ["link [a](b\\_c&amp;) to b\\_c&amp;", "text a"]),
    ("<a@b.c>", ["link <a@b.c> to a@b.c", "text a@b.c"]),
    (
      "[![a](b)](c)",
      ["link [![a](b)](c) to c", "link ![a](b) to b", "text a"]
    ),
    (
      "> - one  \n>   *two\n> three* [x](y)",
      [
        "text one", "hard", "emphasis *two\n> three*", "text two", "soft", "text three", "text  ",
        "link [x](y) to y", "text x",
      ]
    ),
    ("##  a [b](c)  ##", ["text a ", "link [b](c) to c", "text b"]),
    ("  a *b*\n  c\n===", ["text a ", "emphasis *b*", "text b", "soft", "text c"]),
    (
      "|x| `a\\|b` |\n|-|-|\n| *c*\\| d | [e](f) |",
      [
        "text x", "code `a\\|b`", "emphasis *c*", "text c", "text \\| d", "link [e](f) to f",
        "text e",
      ]
    ),
    (
      "[a]: b\n  [c]:\n  d\ntext [a] [e][c]",
      [
        "text text ", "link [a] to by label", "text a", "text  ", "link [e][c] to by label",
        "text e", "definition [a]", "definition [c]",
      ]
    ),
    ("\u{FEFF}a *b*", ["text a ", "emphasis *b*", "text b"]),
    ("a\\\nb", ["text a", "hard", "text b"]),
    ("-\ta\n\tb *c*", ["text a", "soft", "text b ", "emphasis *c*", "text c"]),
  ]) func everyPieceStandsWhereItSays(_ text: String, _ expected: [String]) {
    #expect(Self.pieces(text) == expected)
  }

  /// Each character of a text is found in the source, past whatever is resolved before it.
  @Test(arguments: [
    ("a\\*b &amp; c", "a*b & c", [0, 2, 3, 4, 5, 10, 11]),
    ("x&#65;&lt;\\[y", "xA<[y", [0, 1, 6, 11, 12]),
    ("*a* \\b", " \\b", [3, 4, 5]),
    ("|a\\|b\\|\\|c|\n|-|", "a|b||c", [1, 2, 4, 5, 7, 9]),
  ]) func charactersHavePlaces(_ source: String, _ text: String, _ bytes: [Int]) throws {
    let kind = try #require(Document(source).blocks.first).kind
    let inlines: [Inline] =
      switch kind {
      case .paragraph(let inlines): inlines
      case .table(let table): table.header[0]
      default: []
      }
    let inline = try #require(inlines.last)
    #expect(inline.kind == .text(text))
    #expect(text.utf8.indices.enumerated().map { inline.place(at: $0.offset).byte } == bytes)
    #expect(bytes.indices.allSatisfy { inline.place(at: $0).line == 1 })
  }

  private static let parts = [
    "a", "b ", "*", "**", "~~", "_", "`", "[", "](c)", "]", "![", "\\", "\\*", "&amp;", "<x:y>",
    "<i>",
    "|", "\n", "\n\n", "> ", "\n> [!TIP]\n", "- ", "- [x] ", "[^1]", "\n[^1]: ", "# ", "    ", "\t",
    "é", "\n|-|-|\n",
    "\n===\n",
    "[a]: b\n",
    "[a]", "\0",
  ]

  /// Ranges stay inside their block and inside what holds them, one behind the other.
  @Test(arguments: 0..<60) func rangesAreInOrder(seed: UInt64) {
    var garbage = Garbage(seed: seed)
    let text = garbage.text(of: Self.parts, count: 200)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    func check(_ inlines: [Inline], inside range: Range<SourcePosition>) {
      var last = range.lowerBound
      for inline in inlines {
        #expect(inline.source.lowerBound >= last && inline.source.upperBound <= range.upperBound)
        last = inline.source.upperBound
        switch inline.kind {
        case .text(let text):
          let places = (0..<text.utf8.count).map { inline.place(at: $0) }
          #expect(places == places.sorted() && Set(places).count == places.count)
          #expect(places.allSatisfy { inline.source.contains($0) })
        case .emphasis(let inner), .strong(let inner), .strikethrough(let inner):
          check(inner, inside: inline.source)
        case .link(let link, let inner), .image(let link, let inner):
          check(inner, inside: inline.source)
          if let source = link.source { #expect(source.clamped(to: inline.source) == source) }
        case .code, .html, .footnote, .softBreak, .lineBreak: break
        }
      }
    }
    var rest = Document(text).blocks
    while let block = rest.popLast() {
      let end = SourcePosition(
        line: block.lines.upperBound, byte: lines[block.lines.upperBound - 1].utf8.count * 3)
      let whole = SourcePosition(line: block.lines.lowerBound, byte: 0)..<end
      switch block.kind {
      case .heading(_, let text), .paragraph(let text): check(text, inside: whole)
      case .table(let table):
        for row in [table.header] + table.rows {
          check(row.flatMap { $0 }, inside: whole)
        }
      case .quote(let blocks), .footnote(_, let blocks): rest += blocks
      case .list(let list): rest += list.items.joined()
      case .code, .html, .thematicBreak: break
      }
    }
  }

  @Test func columnsAreCharacters() {
    let lines = ["añ👩‍👩‍👧b", "", "x\0y"]
    let places = [(3, 4), (1, 1), (1, 3), (1, 21), (2, 0), (2, 5), (9, 4), (1, 99), (3, 1)]
      .map { SourcePosition(line: $0, byte: $1) }
    // NUL is three bytes long where it has become U+FFFD.
    #expect(places.columns(in: lines) == [3, 2, 3, 4, 1, 1, 1, 5, 2])
    #expect([SourcePosition]().columns(in: lines) == [])
  }
}

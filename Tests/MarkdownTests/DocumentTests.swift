import Markdown
import TestKit
import Testing

@Suite struct DocumentTests {
  @Test(arguments: ["\n", "\r\n", "\r"])
  func linesOfEveryBlock(ending: String) {
    let lines = [
      "# Title", "", "one", "two", "", "- a", "", "  b", "- c", "", "", "> q", "lazy", "",
      "```simulate step-size", "set: a = 1", "", "```", "    code", "", "    more", "", "***",
      "a|b", "-|-", "c|d", "", "<div>", "x", "", "Setext", "over two", "===", "",
      "[ref]: /a", "'title'", "last",
    ]
    let expected: [ClosedRange<Int>] = [
      1...1, 3...4, 6...9, 12...13, 15...18, 19...21, 23...23, 24...26, 28...29, 31...33, 37...37,
    ]
    let text = lines.joined(separator: ending)
    #expect(Document(text).blocks.map(\.lines) == expected)
    #expect(Document(text + ending).blocks.map(\.lines) == expected)
    #expect(Document(text + ending) == Document(lines.joined(separator: "\n")))
  }

  @Test func linesOfBlocksInsideBlocks() throws {
    let blocks = Document("x\n\n- a\n\n  > b\n  > c\n- ```\n  d").blocks
    guard case .list(let list) = try #require(blocks.last).kind else {
      Issue.record("no list")
      return
    }
    #expect(list.items.map { $0.map(\.lines) } == [[3...3, 5...6], [7...8]])
    guard case .quote(let quoted) = try #require(list.items.first?.last).kind else {
      Issue.record("no quote")
      return
    }
    #expect(quoted.map(\.lines) == [5...6])
  }

  @Test(arguments: ["", "\n", "\r\n \t\n\n", "\u{FEFF}"])
  func emptyTexts(text: String) {
    #expect(Document(text).blocks.isEmpty)
  }

  @Test func specialCharacters() {
    #expect(markup("a\0b") == "<p>a\u{FFFD}b</p>")
    #expect(markup("\u{FEFF}# a") == "<h1>a</h1>")
    #expect(markup("a\u{B}b\u{1}\u{7F}") == "<p>a\u{B}b\u{1}\u{7F}</p>")
    #expect(
      markup("e\u{301}*a*\u{1F469}\u{200D}\u{1F680}")
        == "<p>e\u{301}<em>a</em>\u{1F469}\u{200D}\u{1F680}</p>")
  }

  private static let parts = [
    "*", "**", "_", "`", "``", "[", "]", "(", ")", "](", "![", "\\", "<", ">", "!", "|", "-", "#",
    "```", "~~~", "---", "===", "|-|-|", "- ", "1. ", "> ", "    ", "\t", " ", " ", "\n", "\n",
    "\r\n", "\n\n", "<div>", "<!--", "-->", "\"", "'", "=", "+", "~", "é", "€", "\u{1F600}", "\0",
  ]

  @Test(arguments: 0..<40)
  func noWordIsLost(seed: UInt64) {
    var garbage = Garbage(seed: seed)
    var text = ""
    var words: [String] = []
    for place in 0..<300 {
      text += garbage.text(of: Self.parts, upTo: 4)
      words.append("w\(place)w")
      text += words[place]
    }
    let document = Document(text)
    let kept = document.blocks.flatMap(\.texts) + document.definitions.flatMap(\.texts)
    let all = kept.joined(separator: " ")
    for word in words {
      #expect(all.contains(word), "seed \(seed)")
    }
  }

  @Test(arguments: 100..<140)
  func linesAreInOrder(seed: UInt64) {
    var garbage = Garbage(seed: seed)
    let text = garbage.text(of: Self.parts + ["a", "b"], count: 400)
    let lines = text.replacing("\r\n", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false)
    var last = 0
    for block in Document(text).blocks {
      #expect(block.lines.lowerBound > last)
      last = block.lines.upperBound
      #expect(last <= lines.count)
      guard case .code(_, _, true, let isClosed) = block.kind else { continue }
      #expect(lines[block.lines.lowerBound - 1].contains { $0 == "`" || $0 == "~" })
      if isClosed { #expect(lines[last - 1].contains { $0 == "`" || $0 == "~" }) }
    }
  }
}

extension Block {
  /// Every text the block keeps, in whatever form.
  fileprivate var texts: [String] {
    switch kind {
    case .heading(_, let inlines), .paragraph(let inlines): [inlines.markedText]
    case .code(let info, let text, _, _): [info, text]
    case .list(let list): list.items.flatMap { $0.flatMap(\.texts) }
    case .quote(let blocks), .footnote(_, let blocks): blocks.flatMap(\.texts)
    case .thematicBreak: []
    case .table(let table): ([table.header] + table.rows).flatMap { $0.map(\.markedText) }
    case .html(let text): [text]
    }
  }
}

extension [Inline] {
  /// The text of inlines with the destinations and titles of their links.
  fileprivate var markedText: String {
    map { inline in
      switch inline.kind {
      case .emphasis(let inside), .strong(let inside), .strikethrough(let inside): inside.markedText
      case .link(let link, let inside), .image(let link, let inside):
        "\(inside.markedText) \(link.destination) \(link.title ?? "")"
      case .html(let text): text
      default: inline.plainText
      }
    }.joined()
  }
}

extension LinkDefinition {
  fileprivate var texts: [String] { [label, destination, title ?? ""] }
}

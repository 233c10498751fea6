import Markdown

/// Blocks and running text of Markdown as HTML.
///
/// Packs are somebody else's, so a page holds no tag and no attribute but those written here: raw HTML
/// is shown as text, as on the terminal, and links lead only where ``PageAddress`` lets them.
package struct DocumentHTML: Sendable {
  /// What is written.
  enum Form: Sendable {
    /// What stands in a page.
    case page

    /// What CommonMark's own program writes, raw HTML and all destinations included, to be compared
    /// with it and never to be shown.
    case scored
  }

  let form: Form

  /// The ids of headings, by the lines on which these begin.
  let ids: [Int: String]

  /// Where files of the pack stand in the site, by their paths from the lesson; others keep theirs.
  let files: [String: String]

  init(form: Form = .page, ids: [Int: String] = [:], files: [String: String] = [:]) {
    self.form = form
    self.ids = ids
    self.files = files
  }

  /// Whether what is written stands in a link.
  private var isInLink = false

  /// Blocks one below the other, each with a line feed behind it.
  func blocks(_ blocks: [Block]) -> HTML {
    var html = HTML()
    for block in shown(blocks) { html += self.block(block) + Self.lineFeed }
    return html
  }

  private static let lineFeed = HTML.made("\n")

  private func shown(_ blocks: [Block]) -> [Block] {
    form == .page ? blocks.filter { !$0.showsNothing && !$0.isEmptyHeading } : blocks
  }

  private func block(_ block: Block) -> HTML {
    switch block.kind {
    case .heading(let level, let text):
      let id = ids[block.lines.lowerBound].flatMap { $0.isEmpty ? nil : $0 }
      return element("h\(level)", [("id", id)], inlines(text))
    case .paragraph(let text): return element("p", [], inlines(text))
    case .code(let info, let text, _, _): return code(text, language: info)
    case .list(let list):
      let start = list.start.flatMap { $0 == 1 ? nil : String($0) }
      let items = list.items.enumerated().map { place, blocks in
        let task = list.tasks[place]
        let content = item(blocks, isTight: list.isTight, box: task.map(box) ?? HTML())
        return element("li", [("class", task.map { _ in "task" })], content)
      }
      return rows(list.start == nil ? "ul" : "ol", [("start", start)], items)
    case .quote(let blocks):
      if form == .page, let alert = block.alert { return self.alert(alert, blocks) }
      return element("blockquote", [], Self.lineFeed + self.blocks(blocks))
    case .footnote(let number, let blocks):
      let mark = element("sup", [], HTML(text: "[\(number)]")) + HTML(text: " ")
      return element(
        "div", [("class", "footnote"), ("id", Self.id(ofFootnote: number)), ("role", "note")],
        item(blocks, isTight: false, box: mark))
    case .thematicBreak: return element("hr")
    case .table(let table): return self.table(table)
    case .html(let text):
      guard form == .page else { return .made(text) }
      return code(String(RawHTML(text).shown.drop(while: \.isWhitespace)) + "\n", language: "")
    }
  }

  /// A quote of a kind, which is a note beside the text.
  private func alert(_ alert: Alert, _ blocks: [Block]) -> HTML {
    let title = element("p", [("class", "alert-title")], HTML(text: alert.title))
    return element(
      "div", [("class", "alert alert-\(alert.rawValue)"), ("role", "note")],
      Self.lineFeed + title + Self.lineFeed + self.blocks(blocks))
  }

  /// An element of pieces that each take lines of their own.
  private func rows(_ name: String, _ attributes: [(String, String?)], _ pieces: [HTML]) -> HTML {
    element(name, attributes, pieces.reduce(into: Self.lineFeed) { $0 += $1 + Self.lineFeed })
  }

  private func code(_ text: String, language info: String) -> HTML {
    let language = info.prefix { !$0.isWhitespace }
    let attributes = [("class", language.isEmpty ? nil : "language-" + language), translate]
    // What is wider than the page scrolls by itself, by keys too.
    let scrolls: (String, String?) = ("tabindex", form == .page ? "0" : nil)
    return element("pre", [scrolls], element("code", attributes, HTML(text: text)))
  }

  /// Code is not translated with the words around it.
  private var translate: (String, String?) { ("translate", form == .page ? "no" : nil) }

  /// Ids of headings are a lesson's own; all others begin with this letter and a hyphen.
  private static func id(ofFootnote number: Int) -> String { "k-note-\(number)" }

  /// Whether a task is done, for eyes and ears; nobody can tick it.
  private func box(_ isDone: Bool) -> HTML {
    let attributes = [
      ("type", "checkbox"), ("disabled", ""), ("checked", isDone ? "" : nil),
      ("aria-label", isDone ? "done" : "to do"),
    ]
    return element("input", attributes) + HTML(text: " ")
  }

  /// The blocks of an item or a note; paragraphs of a tight list are their text alone.
  ///
  /// - Parameter box: what stands before the text of the first paragraph.
  private func item(_ blocks: [Block], isTight: Bool, box: HTML) -> HTML {
    var html = HTML()
    var isLineStart = false
    var box = box
    for block in shown(blocks) {
      if case .paragraph(let text) = block.kind, isTight || !box.source.isEmpty {
        let words = box + inlines(text)
        box = HTML()
        html += isTight ? words : Self.lineFeed + element("p", [], words) + Self.lineFeed
        isLineStart = !isTight
      } else {
        if !box.source.isEmpty { html += Self.lineFeed + element("p", [], box) }
        box = HTML()
        if !isLineStart { html += Self.lineFeed }
        html += self.block(block) + Self.lineFeed
        isLineStart = true
      }
    }
    return html + box
  }

  private func table(_ table: Markdown.Table) -> HTML {
    func row(_ cells: [[Inline]], isHeader: Bool) -> HTML {
      rows(
        "tr", [],
        zip(cells, table.alignments).map { cell, alignment in
          let content = inlines(cell)
          // A header without a word would be read out as the name of its column.
          let isNamed = isHeader && (form == .scored || !content.source.isEmpty)
          return element(
            isNamed ? "th" : "td",
            [("scope", isNamed && form == .page ? "col" : nil), self.alignment(alignment)], content)
        })
    }
    let head = rows("thead", [], [row(table.header, isHeader: true)])
    let body = table.rows.map { row($0, isHeader: false) }
    let table = rows("table", [], [head] + (body.isEmpty ? [] : [rows("tbody", [], body)]))
    return form == .page ? .scrolling(table, name: "table") : table
  }

  private func alignment(_ alignment: Markdown.Table.Alignment?) -> (String, String?) {
    let name: String? =
      switch alignment {
      case .left: "left"
      case .center: "center"
      case .right: "right"
      case nil: nil
      }
    return form == .page ? ("class", name.map { "align-" + $0 }) : ("align", name)
  }

  /// Running text.
  func inlines(_ inlines: [Inline]) -> HTML {
    var html = HTML()
    for inline in inlines { html += self.inline(inline) }
    return html
  }

  private func inline(_ inline: Inline) -> HTML {
    switch inline.kind {
    case .text(let text): return HTML(text: text)
    case .code(let text): return element("code", [translate], HTML(text: text))
    case .emphasis(let content): return element("em", [], inlines(content))
    case .strong(let content): return element("strong", [], inlines(content))
    case .strikethrough(let content): return element("del", [], inlines(content))
    case .link(let link, let content):
      var inner = self
      inner.isInLink = true
      let text = inner.inlines(content)
      guard let address = address(link) else {
        return text + refused(link, beside: content.plainText)
      }
      return element("a", [("href", address), ("title", link.title)], text)
    case .image(let link, let alt):
      let text = alt.plainText.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: " ")
      guard let address = address(link, ofImage: true) else {
        return HTML(text: text) + refused(link, beside: text)
      }
      return element("img", [("src", address), ("alt", text), ("title", link.title)])
    case .footnote(let number):
      let mark = HTML(text: "[\(number)]")
      // No link stands in a link.
      let address = "#" + Self.id(ofFootnote: number)
      return element("sup", [], isInLink ? mark : element("a", [("href", address)], mark))
    case .lineBreak: return element("br") + Self.lineFeed
    case .softBreak: return Self.lineFeed
    case .html(let text):
      return form == .page ? HTML(text: RawHTML(text).shown) : .made(text)
    }
  }

  private func address(_ link: Link, ofImage isImage: Bool = false) -> String? {
    form == .page
      ? PageAddress(link.destination, files: files, isImage: isImage)?.text
      : PageAddress.encoded(link.destination)
  }

  /// Where what is no link would have led, if its text does not say it.
  private func refused(_ link: Link, beside text: String) -> HTML {
    link.destination.isEmpty || link.destination == text
      ? HTML() : HTML(text: " (\(link.destination))")
  }

  private func element(
    _ name: String, _ attributes: [(String, String?)] = [], _ content: HTML = HTML()
  ) -> HTML {
    form == .page ? HTML(name, attributes, content) : .scored(name, attributes, content)
  }
}

extension Block {
  /// Whether this is a heading without a word or a picture, which would be listed and lead nowhere.
  fileprivate var isEmptyHeading: Bool {
    guard case .heading(_, let text) = kind else { return false }
    return text.allSatisfy { inline in
      switch inline.kind {
      case .html(let html): RawHTML(html).isEmpty
      case .text(let text): text.allSatisfy(\.isWhitespace)
      case .softBreak, .lineBreak: true
      default: false
      }
    }
  }
}

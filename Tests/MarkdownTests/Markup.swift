import Markdown

/// A document as compact HTML, for comparison: no line feeds between blocks, nothing percent-encoded.
func markup(_ text: String, _ extensions: Extensions = .all) -> String {
  Document(text, extensions: extensions).blocks.map(\.markup).joined()
}

extension Block {
  /// The pieces of a paragraph, wherever they stand; nil for what is none.
  var pieces: [Inline.Kind]? {
    if case .paragraph(let inlines) = kind { inlines.map(\.kind) } else { nil }
  }

  var markup: String { markup(isTight: false) }

  func markup(isTight: Bool) -> String {
    switch kind {
    case .heading(let level, let inlines): "<h\(level)>\(inlines.markup)</h\(level)>"
    case .paragraph(let inlines): isTight ? inlines.markup : "<p>\(inlines.markup)</p>"
    case .code(let info, let text, _, _):
      "<pre><code\(info.isEmpty ? "" : " info=\"\(escaped(info))\"")>\(escaped(text))</code></pre>"
    case .list(let list): list.markup
    case .quote(let blocks): "<blockquote>\(blocks.map(\.markup).joined())</blockquote>"
    case .footnote(let number, let blocks):
      "<note \(number)>\(blocks.map(\.markup).joined())</note>"
    case .thematicBreak: "<hr />"
    case .table(let table): table.markup
    case .html(let text): text
    }
  }
}

extension List {
  fileprivate var markup: String {
    let contents = items.map { blocks in
      "<li>\(blocks.map { $0.markup(isTight: isTight) }.joined())</li>"
    }
    guard let start else { return "<ul>\(contents.joined())</ul>" }
    return "<ol\(start == 1 ? "" : " start=\"\(start)\"")>\(contents.joined())</ol>"
  }
}

extension Table {
  fileprivate var markup: String {
    let rows = rows.map { row("td", $0) }.joined()
    return "<table><thead>\(row("th", header))</thead>"
      + (rows.isEmpty ? "" : "<tbody>\(rows)</tbody>") + "</table>"
  }

  private func row(_ tag: String, _ cells: [[Inline]]) -> String {
    let cells = zip(cells, alignments).map { cell, alignment in
      let style = alignment.map { " style=\"text-align:\($0)\"" } ?? ""
      return "<\(tag)\(style)>\(cell.markup)</\(tag)>"
    }
    return "<tr>\(cells.joined())</tr>"
  }
}

extension [Inline] {
  var markup: String { map(\.markup).joined() }

  fileprivate var alternative: String {
    map { inline in
      switch inline.kind {
      case .text(let text), .code(let text): text
      case .html(let text): text
      case .emphasis(let inlines), .strong(let inlines), .strikethrough(let inlines),
        .link(_, let inlines), .image(_, let inlines):
        inlines.alternative
      case .footnote(let number): "[\(number)]"
      case .lineBreak, .softBreak: "\n"
      }
    }.joined()
  }
}

extension Inline {
  fileprivate var markup: String {
    switch kind {
    case .text(let text): escaped(text)
    case .code(let text): "<code>\(escaped(text))</code>"
    case .emphasis(let inlines): "<em>\(inlines.markup)</em>"
    case .strong(let inlines): "<strong>\(inlines.markup)</strong>"
    case .strikethrough(let inlines): "<del>\(inlines.markup)</del>"
    case .link(let link, let inlines):
      "<a href=\"\(escaped(link.destination))\"\(attribute(link.title))>\(inlines.markup)</a>"
    case .image(let link, let alt):
      "<img src=\"\(escaped(link.destination))\" alt=\"\(escaped(alt.alternative))\""
        + "\(attribute(link.title)) />"
    case .footnote(let number): "<note \(number)/>"
    case .lineBreak: "<br />"
    case .softBreak: "\n"
    case .html(let text): text
    }
  }

  private func attribute(_ title: String?) -> String {
    title.map { " title=\"\(escaped($0))\"" } ?? ""
  }
}

private func escaped(_ text: String) -> String {
  var escaped = ""
  for character in text.unicodeScalars {
    switch character {
    case "&": escaped += "&amp;"
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "\"": escaped += "&quot;"
    default: escaped.unicodeScalars.append(character)
    }
  }
  return escaped
}

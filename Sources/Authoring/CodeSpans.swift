import Markdown

extension [Inline] {
  /// The code in running text, also in emphasis and links, each with the line on which it begins.
  var codeSpans: [(text: String, line: Int)] {
    flatMap { inline -> [(text: String, line: Int)] in
      switch inline.kind {
      case .code(let text): [(text, inline.source.lowerBound.line)]
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, let inner):
        inner.codeSpans
      case .text, .image, .footnote, .lineBreak, .softBreak, .html: []
      }
    }
  }
}

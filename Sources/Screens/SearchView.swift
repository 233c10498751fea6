import Exhibits
import Terminal

extension SearchExhibit: ScreenExhibit {
  /// Each section with the line in which the words stand and what opens it, the best first; on a
  /// terminal as many as it shows at once.
  package func set(on page: inout Page) {
    page.text(StyledText(heading, total > 0 ? .bold : .plain), indent: 0)
    let top = page.lines.count
    var shown = 0
    for hit in hits {
      var next = page
      next.blank()
      next.hit(hit, of: self)
      // Two lines say how many more there are, and the last one of the screen is the prompt's.
      let isFull = next.lines.count - top + 4 > page.screen.height
      if page.screen.isTerminal, !showsAll, shown > 0, isFull { break }
      page = next
      shown += 1
    }
    if shown < total || !next.isEmpty { page.blank() }
    if shown < total {
      let isAtLimit = shown == hits.count
      let remedy = isAtLimit ? "add a word to find fewer" : "knobs find … --all shows them"
      page.text(StyledText("\(total - shown) more; \(remedy)", .muted))
    }
    if !next.isEmpty { page.next(next) }
  }
}

extension Page {
  fileprivate mutating func hit(_ hit: SearchExhibit.Hit, of search: SearchExhibit) {
    text(
      marked(hit.title, of: search, .bold)
        + (hit.isOpening ? StyledText() : StyledText(" · \(hit.lessonTitle)", .muted)),
      hanging: 2)
    if let line = hit.text { text(marked(line, of: search, .plain), indent: 4) }
    text(StyledText(hit.command, Style(.accent, unbroken: true)), indent: 4)
  }

  /// A text in which the words that were searched for stand out.
  private func marked(_ text: String, of search: SearchExhibit, _ style: Style) -> StyledText {
    search.marked(text).reduce(into: StyledText()) { styled, piece in
      styled.append(String(piece.text), piece.isMarked ? Style(bold: true, underline: true) : style)
    }
  }
}

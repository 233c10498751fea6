import Exhibits
import Plotting
import Terminal

extension Glossary: ScreenExhibit {
  /// The terms with what they mean, and what to type next.
  package func set(on page: inout Page) {
    let isOne = asked != nil && words.count == 1
    if !isOne { page.heading("words", [NumberText.count(words.count, "term")]) }
    for word in words {
      if isOne { page.gap() }
      let text =
        StyledText(word.term, .bold) + StyledText(": ", .muted) + page.inline(word.meaning, .plain)
      page.text(text + StyledText(isOne ? "" : "  (\(word.lesson))", .muted), hanging: 4)
    }
    guard !next.isEmpty else { return }
    page.blank()
    page.next(next)
  }
}

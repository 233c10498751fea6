import Exhibits
import Terminal

extension Notice: ScreenExhibit {
  /// The text, and what to type next.
  package func set(on page: inout Page) {
    page.text(StyledText(text), indent: 0)
    guard !next.isEmpty else { return }
    page.blank()
    page.next(next)
  }
}

extension NewLessonExhibit: ScreenExhibit {
  /// Where the lesson stands, and what to type next.
  package func set(on page: inout Page) {
    page.heading(heading, [detail])
    page.blank()
    page.next(next)
  }
}

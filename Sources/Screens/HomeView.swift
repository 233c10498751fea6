import Exhibits
import Terminal

extension HomeExhibit: ScreenExhibit {
  /// Where the learner is, and what to type next.
  package func set(on page: inout Page) {
    switch place {
    case .beginning(let overview):
      page.text(
        StyledText("Knobs", .bold) + " · turn each hyperparameter and see what it does", indent: 0)
      page.blank()
      page.text(StyledText(overview))
    case .lesson(let title, let standing): page.heading(title, [standing])
    case .end(let points): page.heading("Knobs", ["every lesson is done", points])
    }
    page.blank()
    page.next(next)
  }
}

extension HelpExhibit: ScreenExhibit {
  /// What may be typed, and what to type next.
  package func set(on page: inout Page) {
    if let title, isOverview {
      page.text(StyledText(title, .bold) + StyledText(" · \(summary ?? "")"), indent: 0)
    } else if let title {
      page.heading(title, [summary].compactMap(\.self))
    }
    page.blank()
    if let usage { page.text(StyledText(usage, .accent) + StyledText(behind)) }
    for paragraph in paragraphs {
      page.blank()
      page.text(StyledText(paragraph))
    }
    for table in tables { page.table(table.name, [""] + table.headings, table.rows) }
    page.blank()
    page.next(next)
  }
}

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

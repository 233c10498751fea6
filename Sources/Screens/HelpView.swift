import Exhibits
import Terminal

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

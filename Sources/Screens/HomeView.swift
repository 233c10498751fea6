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
    case .lesson(let title, let standing, let earlierForms):
      page.heading(title, [standing])
      page.earlierForms(earlierForms)
    case .end(let points): page.heading("Knobs", ["every lesson is done", points])
    }
    page.blank()
    page.next(next)
  }
}

import Exhibits
import Plotting
import Terminal

extension ReviewPlan: ScreenExhibit {
  /// What is asked today, when there is more, and what to type next.
  package func set(on page: inout Page) {
    page.heading("review", [NumberText.count(questions.count, "question") + " today"])
    if !questions.isEmpty { page.blank() }
    page.table(
      TextTable(
        [.init(""), .init(""), .init(""), .init("")],
        rows: questions.map { question in
          [
            StyledText(question.lesson, Style(.accent, unbroken: true)),
            StyledText(question.name), StyledText(question.givenText),
            StyledText(waiting(question), .muted),
          ]
        }))
    page.blank()
    if let laterText {
      page.text(StyledText(laterText))
    } else if questions.isEmpty {
      page.text(
        "Nothing was passed yet that can be asked again. What you pass in a lesson is asked the "
          + "next day, with other values.")
    }
    page.blank()
    page.next(next)
  }
}

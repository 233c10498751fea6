import Exhibits
import Terminal

extension TryExhibit: ScreenExhibit {
  /// What is asked beside what was measured, two plain numbers a line.
  package func set(on page: inout Page) {
    page.table(
      TextTable(
        [.init(""), .init("asked"), .init("measured", .decimal)],
        rows: lines.map { line in
          [
            StyledText(line.metric, Style(unbroken: true)),
            StyledText(line.asked, Style(unbroken: true)), StyledText(line.measured),
          ]
        }))
    if let remark { page.text(StyledText(remark, .muted)) }
  }
}

extension Page {
  /// A run that a learner tries: what is asked beside what was measured, then its figures and findings.
  package mutating func trial(_ shown: ShownRuns, beside trial: TryExhibit, chartRows: Int) {
    heading(shown.simulation.name, shown.details)
    blank()
    set(trial)
    for figure in shown.drawings {
      blank()
      self.figure(figure, rows: chartRows)
    }
    blank()
    findings(of: shown)
  }

  /// What an exercise asks for, above a question for its values.
  package mutating func goal(_ goal: String) {
    text(StyledText("to pass: ", .muted) + StyledText(goal))
  }
}

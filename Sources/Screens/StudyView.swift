import Exhibits
import Terminal

extension StudyExhibit: ScreenExhibit {
  /// The curves, what the best promised and what was found of it, and what to type next.
  package func set(on page: inout Page) {
    page.heading(heading, details)
    page.blank()
    page.table(
      TextTable(
        [.init(""), .init("")],
        rows: ranges.map {
          [StyledText($0.knob, Style(unbroken: true)), StyledText($0.range, .muted)]
        }))
    page.blank()
    for drawing in drawings {
      page.figure(drawing.figure)
      page.blank()
    }
    var table = TextTable(
      [
        .init("search"), .init("trials", .trailing), .init("promised", .decimal),
        .init("found", .decimal),
      ]
        + knobNames.map { .init(StyledText($0), .decimal) })
    for best in best {
      table.append(
        [
          StyledText(best.search, Style(unbroken: true)), StyledText(best.trials),
          StyledText(best.promised), StyledText(best.found, .bold),
        ] + best.settings.map { StyledText($0) })
    }
    page.table(table)
    if !ranked.isEmpty {
      page.blank()
      var table = TextTable(
        [.init("trial", .trailing), .init("", .decimal)]
          + knobNames.map { .init(StyledText($0), .decimal) })
      for trial in ranked {
        table.append(
          [StyledText(trial.number), StyledText(trial.value)]
            + trial.settings.map { StyledText($0) })
      }
      page.table(table)
    }
    if !importance.isEmpty {
      page.blank()
      page.text(StyledText("Explained by each knob alone, of the variance of the ranks:"))
      page.table(
        TextTable(
          [.init(""), .init("", .trailing)],
          rows: importance.map {
            [StyledText($0.knob, Style(unbroken: true)), StyledText($0.share)]
          }))
    }
    if !remarks.isEmpty { page.blank() }
    for remark in remarks { page.text(StyledText(remark)) }
    page.blank()
    page.next(next)
  }
}

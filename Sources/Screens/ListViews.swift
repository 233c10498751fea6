import Exhibits
import Terminal

extension ProgressExhibit: ScreenExhibit {
  /// The sums, the exercises lesson by lesson, and what to type next.
  package func set(on page: inout Page) {
    page.heading(heading, [detail])
    for lesson in lessons {
      page.blank()
      page.text(StyledText(lesson.title, .bold))
      page.table(
        TextTable(
          [.init(""), .init(""), .init("", .trailing), .init("")],
          rows: lesson.exercises.map { exercise in
            [
              exercise.isPassed
                ? page.mark("✓", .good, spoken: "passed")
                : page.mark(
                  exercise.isTried ? "✗" : "·", .muted,
                  spoken: exercise.isTried ? "not passed" : "open"),
              StyledText(exercise.name), StyledText(exercise.pointsText),
              StyledText(exercise.tries, .muted),
            ]
          }), indent: 4)
    }
    page.hardest(hardest ?? [])
    page.blank()
    page.next(next)
  }
}

extension SimulationExhibit: ScreenExhibit {
  /// What it takes and gives, and what to type next.
  package func set(on page: inout Page) {
    page.heading(name)
    page.text(StyledText(summary))
    page.table("knobs", ["", "range", "default", ""], knobRows)
    page.table("metrics", ["", ""], metricRows)
    page.table("findings", ["", ""], findingRows)
    page.table("figures", ["", ""], figureRows)
    page.blank()
    page.next(next)
  }
}

extension SimulationList: ScreenExhibit {
  /// Each simulation in a few words, and what to type next.
  package func set(on page: inout Page) {
    for simulation in simulations {
      page.blank()
      page.text(StyledText(simulation.name, .bold), indent: 0)
      page.text(StyledText(simulation.summary))
      page.text(StyledText(simulation.knobNames, .muted))
    }
    page.blank()
    page.next(next)
  }
}

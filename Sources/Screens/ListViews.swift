import Exhibits
import Terminal

extension LessonList: ScreenExhibit {
  /// A table of lessons for each pack, and what to type next.
  package func set(on page: inout Page) {
    for pack in packs {
      if let (name, details) = pack.heading {
        page.blank()
        page.heading(name, details)
      }
      page.table(page.table(of: pack.lessons))
    }
    page.earlierForms(earlierForms)
    page.blank()
    page.next(next)
  }
}

extension Page {
  /// The columns from which on there is room for titles.
  private static let roomForTitles = 72

  fileprivate func table(of lessons: [LessonList.Lesson]) -> TextTable {
    let isWide = screen.width >= Self.roomForTitles
    let arrow = screen.usesUnicode ? "→ " : "> "
    var table = TextTable([.init("  lesson")])
    if isWide { table.columns += [.init(""), .init("min", .trailing)] }
    table.columns += [.init("passed", .trailing), .init("points", .trailing)]
    for lesson in lessons {
      if let count = lesson.faultCount {
        table.append([
          mark("✗ ", .bad, spoken: "faulty: ") + StyledText(lesson.name), StyledText(count, .bad),
        ])
        continue
      }
      let mark =
        lesson.isComplete
        ? self.mark("✓ ", .good, spoken: "complete: ")
        : lesson.isCurrent
          ? self.mark(arrow, .accent, spoken: "here: ")
          : self.mark("  ", .plain, spoken: "")
      var row = [mark + StyledText(lesson.name, Style(.accent, unbroken: true))]
      if isWide { row += [StyledText(lesson.title), StyledText(String(lesson.minutes))] }
      table.append(row + [StyledText(lesson.passedText), StyledText(lesson.pointsText)])
    }
    return table
  }
}

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

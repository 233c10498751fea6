import Exhibits
import Experiments
import Lessons
import Plotting
import Terminal
import Tuning

extension Page {
  /// A whole lesson as text, every run made for which there is work left.
  ///
  /// - Parameter showsAll: whether every run shows all its metrics.
  package mutating func whole(
    _ lesson: Lesson, within limit: Int = Limits.work, showsAll: Bool = false
  ) async {
    await set(LessonPart.parts(of: lesson), within: limit, showsAll: showsAll)
  }

  /// Parts of a lesson one after another, every run made for which there is work left.
  ///
  /// - Parameter limit: the multiply-adds that all runs together may take.
  package mutating func set(
    _ parts: [LessonPart], within limit: Int = Limits.work, showsAll: Bool = false
  ) async {
    var left = Double(limit)
    var credited: Set<String> = []
    for part in parts {
      blank()
      guard part.runs.isEmpty || left > 0 else {
        notRun(part, limit)
        continue
      }
      let outcomes = await part.runs.outcomes()
      for outcome in outcomes { left -= PlannedRuns.work(of: outcome) }
      set(part, outcomes, credited: credited, showsAll: showsAll)
      credited.formUnion(outcomes.credits)
    }
  }

  /// What stands for runs for which no work is left.
  package mutating func notRun(_ part: LessonPart, _ limit: Int = Limits.work) {
    heading(part.runs.first?.simulation.name ?? "")
    blank()
    text(
      StyledText(
        "not run: those before take \(NumberText.scientific(Double(limit), digits: 1)) multiply-adds, "
          + "the most that a command spends on a lesson; in knobs learn on a terminal each is run "
          + "when you come to it", Style(.warning)))
  }

  /// A part of a whole lesson.
  ///
  /// - Parameters:
  ///   - outcomes: those of the part's runs; nil while there are none yet.
  ///   - credited: the credits of data that stand above.
  ///   - showsAll: whether its runs show all their metrics.
  package mutating func set(
    _ part: LessonPart, _ outcomes: [Outcome]?, credited: Set<String> = [], showsAll: Bool = false
  ) {
    func adapted(_ shown: ShownRuns) -> ShownRuns {
      var shown = showsAll ? shown.whole : shown
      shown.credited = credited
      return shown
    }
    switch part.content {
    case .opening(let lesson):
      heading(lesson.title, ["\(lesson.minutes) min"])
      text(StyledText(lesson.summary, .muted))
    case .empty: break
    case .prose(let block): markdown([block])
    case .simulate(let directive):
      guard let outcomes else { return running(directive.simulation) }
      runs(adapted(directive.shown(outcomes)))
    case .compare(let directive):
      guard let outcomes else { return running(directive.simulation) }
      runs(adapted(directive.shown(outcomes)))
    case .predict(let directive, let lesson):
      set(QuestionExhibit(directive))
      text(StyledText("knobs learn \(lesson) asks you, and then runs it.", .muted))
    case .exercise(let exercise):
      let task = TaskExhibit(exercise)
      set(task)
      blank()
      next(task.next)
    case .takeaway(let takeaway): self.takeaway(takeaway)
    case .faulty(let directive): faulty(directive)
    }
  }

  /// What stands for a run that is being made.
  private mutating func running(_ simulation: any Simulation.Type) {
    heading(simulation.name)
    blank()
    text(StyledText("running …", .muted))
  }

  /// What stands for a directive that could not be read.
  private mutating func faulty(_ directive: LessonPart.FaultyDirective) {
    let count = NumberText.count(directive.faults.total, "fault")
    text(
      StyledText("✗ ", Style(.bad, bold: true)) + StyledText(directive.words, .bold)
        + StyledText(" · line \(directive.lines.lowerBound), \(count)", .muted),
      indent: 0, hanging: 2)
    for fault in directive.faults { self.fault(fault) }
  }

  /// A fault by its place in the file that is being looked at.
  package mutating func fault(_ fault: LessonFault) {
    text(
      StyledText("\(fault.line):\(fault.column): ", .muted)
        + StyledText(fault.message, Style(fault.severity == .fault ? .bad : .warning)), hanging: 2)
  }
}

extension QuestionExhibit: ScreenExhibit {
  /// What is asked, and what was answered before.
  package func set(on page: inout Page) {
    page.heading("predict", details)
    page.text(page.inline(question, .bold))
    if !choices.isEmpty {
      page.blank()
      page.table(
        TextTable(
          [.init(""), .init(""), .init("")],
          rows: choices.enumerated().map { index, choice in
            [
              StyledText("\(index + 1)", .accent), StyledText(choice.label),
              StyledText(choice.details.joined(separator: " · "), .muted),
            ]
          }))
      page.blank()
    }
    if let earlier { page.text(StyledText(earlier, .muted)) }
  }
}

extension AnswerExhibit: ScreenExhibit {
  /// What became of an answer.
  package func set(on page: inout Page) {
    let mark = isRight && !page.screen.isPlain ? "✓ " : ""
    page.text(
      StyledText("\(mark)\(verdict) ", Style(isRight ? .good : .warning, bold: true))
        + StyledText(text))
    for each in measured {
      page.text(StyledText(NumberText.separated(each)), indent: 2, hanging: 4)
    }
    for finding in findings { page.text(StyledText(NumberText.separated(finding))) }
  }
}

extension TaskExhibit: ScreenExhibit {
  /// What is asked, what may be turned, and what has to hold.
  package func set(on page: inout Page) {
    page.heading(name, details)
    page.text(page.inline(task, .bold))
    page.blank()
    page.table(
      TextTable(
        [.init(""), .init(""), .init("")],
        rows: knobs.map { knob in
          [
            StyledText(knob.name, Style(knob.isGiven ? .muted : .accent, unbroken: true)),
            StyledText(knob.values), StyledText(knob.summary, .muted),
          ]
        }))
    page.blank()
    for criterion in criteria {
      page.text(
        StyledText("to pass: ", .muted) + StyledText(NumberText.separated(criterion.text))
          + StyledText(" (\(criterion.points))", .muted))
    }
  }
}

extension LessonEnd: ScreenExhibit {
  /// What was done, what is open, and what comes next.
  package func set(on page: inout Page) {
    page.gap()
    page.heading(heading, [standing])
    if !open.isEmpty {
      page.blank()
      page.text("Still open:")
      page.next(open)
    }
    page.blank()
    if let following {
      page.text(StyledText("Next: ") + StyledText(following, .bold))
    } else {
      page.text(StyledText(total ?? ""))
      page.next(next)
    }
  }
}

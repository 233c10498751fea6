import Exhibits
import Experiments
import Grading
import Lessons
import Screens
import Terminal
import Tuning

extension LearnSession {
  /// Shows a step and goes on where that needs no answer: the next one stands below it where there
  /// is room.
  mutating func visit(_ step: ArraySlice<LessonPart>) async throws -> Move {
    while true {
      var page = Page(console.screen)
      var parts = step
      if let first = step.first, let opening = first.opening {
        page.rule(
          opening.isEmpty ? lesson.title : opening,
          "\(lesson.name) \(first.section + 1) of \(lesson.sections.count)")
        if let title = parts.firstIndex(where: { $0.isHeading(opening) }) {
          parts = parts[..<title] + parts[(title + 1)...]
        }
      }
      for part in parts {
        switch part.content {
        case .prose(let block): page.markdown([block])
        case .takeaway(let takeaway): page.takeaway(takeaway)
        default: break
        }
      }
      page.blank()
      switch try await flow(page) {
      case .move(let move): return move
      case .resized: continue
      case .on: break
      }
      if step.last?.isActivity ?? false { inSight = nil }
      let move: Move? =
        switch step.last?.content {
        case .simulate(let directive): try await visit(.simulate(directive))
        case .compare(let directive): try await visit(.compare(directive))
        case .predict(let directive, _): try await visit(directive)
        case .exercise(let exercise): try await visit(exercise)
        case .opening, .empty, .prose, .takeaway, .faulty, nil: .next
        }
      if let move { return move }
    }
  }

  private mutating func visit(_ directive: PredictDirective) async throws -> Move? {
    var page = Page(console.screen)
    let earlier = progress.answer(to: directive.name, in: lesson.key)?.answer
    let asked = QuestionExhibit(directive, earlier: earlier)
    page.set(asked)
    page.text(StyledText(asked.keys, .muted))
    page.blank()
    switch try await flow(page) {
    case .move(let move): return move
    case .resized: return nil
    case .on: break
    }
    switch try console.askPrediction(directive, keys: asked.keys) {
    case .skipped: return .next
    case .back: return .back
    case .left: return .quit
    case .answer(let answer):
      let runs = directive.runs
      let outcomes = await terminal.errorScreen.showing("running \(directive.simulation.name)") {
        await runs.outcomes()
      }
      let exhibit = AnswerExhibit(answer, to: directive, outcomes)
      try keep(
        .prediction(
          JournalEntry.Prediction(
            lesson: lesson.key, name: directive.name, answer: answer, right: exhibit.isRight)))
      inSight = .prediction(directive, step: step)
      try beginScreen()
      var page = Page(console.screen)
      page.set(exhibit)
      page.blank()
      return if case .move(let move) = try await flow(page) { move } else { .next }
    }
  }
}

import Exhibits
import Experiments
import Foundation
import Grading
import Lessons
import Plotting
import Screens
import Terminal
import Tuning

extension LearnSession {
  /// Shows a step and follows the keys until it is left.
  mutating func visit(_ step: ArraySlice<LessonPart>) async throws -> Move {
    while true {
      var page = Page(console.screen)
      if let first = step.first, first.opening != nil {
        page.rule(lesson.title, "\(first.section + 1) of \(lesson.sections.count)")
      }
      for part in step {
        switch part.content {
        case .prose(let block): page.markdown([block])
        case .takeaway(let takeaway): page.takeaway(takeaway)
        default: break
        }
      }
      page.blank()
      switch try console.showPaged(page) {
      case .left: return .quit
      case .back: return .back
      case .resized: continue
      case .whole: break
      }
      let move =
        switch step.last?.content {
        case .simulate(let directive): try await visit(.simulate(directive))
        case .compare(let directive): try await visit(.compare(directive))
        case .predict(let directive, _): try await visit(directive)
        case .exercise(let exercise): try await visit(exercise)
        case .opening, .empty, .prose, .takeaway, .faulty, nil: try await read(to: step)
        }
      if let move { return move }
    }
  }

  /// Waits at the end of prose, what it is about at hand; nil stands for drawing the step again.
  private mutating func read(to step: ArraySlice<LessonPart>) async throws -> Move? {
    switch subject(of: step) {
    case .exercise(let exercise): return try await wait(at: exercise, isBehind: true)
    case let content?:
      if let runs = TriedRuns(content) { return try await visit(runs, isBehind: true) }
    case nil: break
    }
    switch try console.choose(KeyLine([(.next, "next"), (.back, "back")])) {
    case .resized: return nil
    case .action(.back): return .back
    case .action(.quit): return .quit
    case .action, .answer: return .next
    }
  }

  /// The runs or the exercise before some prose that ends a section.
  private func subject(of step: ArraySlice<LessonPart>) -> LessonPart.Content? {
    guard let section = step.first?.section else { return nil }
    let before = steps.last { other in
      other.endIndex <= step.startIndex && other.first?.section == section
    }
    guard let last = before?.last, last.isActivity else { return nil }
    return last.content
  }

  private mutating func visit(_ directive: PredictDirective) async throws -> Move? {
    var page = Page(console.screen)
    let earlier = progress.answer(to: directive.name, in: lesson.key)?.answer
    let asked = QuestionExhibit(directive, earlier: earlier)
    page.set(asked)
    page.text(StyledText(asked.keys, .muted))
    page.blank()
    switch try console.showPaged(page) {
    case .left: return .quit
    case .back: return .back
    case .resized: return nil
    case .whole: break
    }
    switch try ask("your prediction: ", directive, keys: asked.keys) {
    case .move(let move): return move
    case .answer(let answer):
      let runs = directive.runs
      let outcomes = await terminal.errorScreen.showing("running \(directive.simulation.name)") {
        await runs.outcomes()
      }
      let exhibit = AnswerExhibit(answer, to: directive, outcomes)
      var page = Page(console.screen)
      page.set(exhibit)
      page.blank()
      try console.show(page)
      try keep(
        .prediction(
          JournalEntry.Prediction(
            lesson: lesson.key, name: directive.name, answer: answer, right: exhibit.isRight)))
    }
    let line = KeyLine([
      (.next, "next"), (.again, "predict again"), (.values, "try your own values"),
      (.back, "back"),
    ])
    while true {
      switch try console.choose(line) {
      case .resized, .action(.again): return nil
      case .action(.values):
        if try await tryValues(TriedRuns(directive)) == .left { return .quit }
      case .action(.back): return .back
      case .action(.quit): return .quit
      case .action, .answer: return .next
      }
    }
  }

  /// Shows runs under each other, with charts that fit the screen.
  mutating func showRuns(_ shown: ShownRuns) throws -> Console.Shown {
    var page = Page(console.screen)
    page.runs(shown, chartRows: chartRows)
    page.blank()
    return try console.showPaged(page)
  }

  /// The rows of a chart that fits the screen.
  var chartRows: Int { max(8, min(Page.chartRows, console.screen.height - 10)) }

  /// What was typed where a prediction is asked for.
  private enum Prediction {
    case answer(Double)
    case move(Move)
  }

  /// Asks for an answer until there is one, or the learner would rather not.
  ///
  /// An empty line changes nothing: a key pressed once too often must not skip the question.
  private mutating func ask(_ prompt: String, _ directive: PredictDirective, keys: String) throws
    -> Prediction
  {
    let labels = directive.cases.map(\.label)
    while true {
      guard case .text(let typed) = try console.ask(StyledText(prompt, .accent)) else {
        return .move(.quit)
      }
      switch typed.lowercased() {
      case "": continue
      case "s": return .move(.next)
      case "b": return .move(.back)
      case "q": return .move(.quit)
      case "?":
        try console.say(keys)
        continue
      default: break
      }
      guard labels.isEmpty else {
        if let place = Self.place(of: typed, among: labels) { return .answer(Double(place + 1)) }
        try console.say(
          "\(Quoted.text(typed)) is none of them; type a number 1 … \(labels.count)")
        continue
      }
      do throws(AnswerFault) {
        return .answer(try directive.metric.answer(typed: typed))
      } catch {
        try console.say(error.message)
      }
    }
  }

  /// The place of what is meant among some labels, by its number from 1 or by the label itself.
  static func place(of text: String, among labels: [String]) -> Int? {
    let text = text.trimmingCharacters(in: .whitespaces)
    if let number = TypedNumber(text), !number.isPercentage {
      return labels.indices.first { Double($0 + 1) == number.value }
    }
    return labels.firstIndex { $0.lowercased() == text.lowercased() }
  }
}

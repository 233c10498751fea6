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
        if case .prose(let block) = part.content { page.markdown([block]) }
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
        case .simulate(let directive): try await visit(directive)
        case .compare(let directive): try await visit(directive)
        case .predict(let directive, _): try await visit(directive)
        case .exercise(let exercise): try await visit(exercise)
        case .opening, .empty, .prose, .faulty, nil: .next
        }
      if let move { return move }
    }
  }

  private mutating func visit(_ directive: PredictDirective) async throws -> Move? {
    var page = Page(console.screen)
    let earlier = progress.answer(to: directive.name, in: lesson.key)?.answer
    let asked = QuestionExhibit(directive, earlier: earlier)
    page.set(asked)
    page.text(StyledText("\(asked.accepted), or: s skip, b back, q quit", .muted))
    page.blank()
    switch try await flow(page) {
    case .move(let move): return move
    case .resized: return nil
    case .on: break
    }
    switch try ask("your prediction: ", directive) {
    case .move(let move): return move
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
      inSight = .done(step: step, .again, "predict again")
      var page = Page(console.screen)
      page.set(exhibit)
      page.blank()
      return if case .move(let move) = try await flow(page) { move } else { .next }
    }
  }

  /// What was typed where a prediction is asked for.
  private enum Prediction {
    case answer(Double)
    case move(Move)
  }

  /// Asks for an answer until there is one, or the learner would rather not.
  ///
  /// An empty line changes nothing: a key pressed once too often must not skip the question.
  private mutating func ask(_ prompt: String, _ directive: PredictDirective) throws -> Prediction {
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
      default: break
      }
      guard labels.isEmpty else {
        if let place = Self.place(of: typed, among: labels) { return .answer(Double(place + 1)) }
        try say("\(Quoted.text(typed)) is none of them; type a number 1 … \(labels.count)")
        continue
      }
      if let number = Self.number(typed) { return .answer(number) }
      try say("\(Quoted.text(typed)) is not a number; \(Self.remedy(for: typed))")
    }
  }

  /// The place of what is meant among some labels, by its number from 1 or by the label itself.
  static func place(of text: String, among labels: [String]) -> Int? {
    let text = text.trimmingCharacters(in: .whitespaces)
    if let number = number(text) { return labels.indices.first { Double($0 + 1) == number } }
    return labels.firstIndex { $0.lowercased() == text.lowercased() }
  }

  /// A finite number, which may be written as a fraction such as `1/16`.
  static func number(_ text: String) -> Double? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      .map { DecimalNumber.value(of: $0.trimmingCharacters(in: .whitespaces)) }
    guard parts.count <= 2, let first = parts.first ?? nil, let last = parts.last ?? nil else {
      return nil
    }
    let number = parts.count == 2 ? first / last : first
    return number.isFinite ? number : nil
  }

  /// How to write what is no number.
  static func remedy(for text: String) -> String {
    if text.last == "%", let percent = number(String(text.dropLast())) {
      return "a share is written \(NumberText.shortest(percent / 100))"
    }
    return DecimalNumber.spelling(of: text).map { "it is \($0)" } ?? "write one such as 1.5"
  }

  /// What was typed where settings are asked for.
  enum TypedSettings {
    case settings(Settings)

    /// The learner would rather not.
    case nothing
    case left
  }

  /// Asks for knobs and values until they can be run.
  mutating func askValues(_ simulation: any Simulation.Type, from settings: Settings) throws
    -> TypedSettings
  {
    let names = simulation.knobs.map(\.name)
    var page = Page(console.screen)
    page.table(
      TextTable(
        [.init(""), .init(""), .init("")],
        rows: simulation.knobs.map { knob in
          [
            StyledText(knob.name, Style(.accent, unbroken: true)),
            StyledText((settings[knob.name] ?? knob.defaultValue).text),
            StyledText(knob.domain.text, .muted),
          ]
        }))
    page.text(
      StyledText("Such as \(simulation.exampleOfTurn); an empty line leaves it.", .muted))
    page.blank()
    try console.show(page)
    while true {
      switch try console.ask(StyledText("knob = value: ", .accent), words: names) {
      case .left, .text("q"): return .left
      case .cancelled, .text(""), .text("b"): return .nothing
      case .text(let text):
        do throws(Refusal) {
          return .settings(try KnobArgument.settings(text, on: settings, of: simulation))
        } catch {
          try say(error.message)
        }
      }
    }
  }

  /// Says one line about what was typed.
  mutating func say(_ message: String) throws {
    var page = Page(console.screen)
    page.text(StyledText(message, Style(.warning)))
    try console.show(page)
  }
}

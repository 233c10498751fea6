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
        case .simulate(let directive): try await visit(directive)
        case .compare(let directive): try await visit(directive)
        case .predict(let directive, _): try await visit(directive)
        case .exercise(let exercise): try await visit(exercise)
        case .opening, .empty, .prose, .takeaway, .faulty, nil: try read()
        }
      if let move { return move }
    }
  }

  /// Waits at the end of prose; nil stands for drawing the step again.
  private mutating func read() throws -> Move? {
    switch try console.choose(KeyLine([(.next, "next"), (.back, "back")])) {
    case .resized: nil
    case .action(.back): .back
    case .action(.quit): .quit
    case .action: .next
    }
  }

  private mutating func visit(_ directive: SimulateDirective) async throws -> Move? {
    try await visit(directive.simulation, directive.settings, seed: directive.seed) { own, seed in
      await directive.run(own, seed: seed)
    }
  }

  private mutating func visit(_ directive: CompareDirective) async throws -> Move? {
    let first = directive.cases.first?.settings ?? directive.common
    return try await visit(directive.simulation, first, seed: directive.seed) { own, seed in
      guard let own else { return await directive.run(seed: seed) }
      let alone = SimulateDirective(
        simulation: directive.simulation, settings: own, seed: seed, figures: directive.figures)
      return await alone.run()
    }
  }

  /// Shows runs until the learner has seen enough; nil stands for drawing the step again.
  ///
  /// - Parameter run: makes the lesson's runs, or one with the learner's own settings.
  private mutating func visit(
    _ simulation: any Simulation.Type, _ settings: Settings, seed: UInt64,
    run: @Sendable (_ own: Settings?, _ seed: UInt64) async -> ShownRuns
  ) async throws -> Move? {
    let line = KeyLine([
      (.next, "next"), (.again, "run again"), (.values, "try your own values"), (.back, "back"),
    ])
    var seed = seed
    var own: Settings?
    while true {
      let (current, currentSeed) = (own, seed)
      let shown = await terminal.errorScreen.showing("running \(simulation.name)") {
        await run(current, currentSeed)
      }
      switch try showRuns(shown) {
      case .left: return .quit
      case .back: return .back
      case .resized: continue
      case .whole: break
      }
      choosing: while true {
        switch try console.choose(line) {
        case .resized: break choosing
        case .action(.again):
          seed = next(seed, simulation)
          break choosing
        case .action(.values):
          switch try askValues(simulation, from: own ?? settings) {
          case .settings(let typed):
            own = typed
            try console.write("\n")
            break choosing
          case .nothing: continue
          case .left: return .quit
          }
        case .action(.back): return .back
        case .action(.quit): return .quit
        case .action: return .next
        }
      }
    }
  }

  private mutating func visit(_ directive: PredictDirective) async throws -> Move? {
    var page = Page(console.screen)
    let earlier = progress.answer(to: directive.name, in: lesson.key)?.answer
    let asked = QuestionExhibit(directive, earlier: earlier)
    page.set(asked)
    page.text(StyledText("\(asked.accepted), or: s skip, b back, q quit", .muted))
    page.blank()
    switch try console.showPaged(page) {
    case .left: return .quit
    case .back: return .back
    case .resized: return nil
    case .whole: break
    }
    switch try ask("your prediction: ", directive) {
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
    let line = KeyLine([(.next, "next"), (.again, "predict again"), (.back, "back")])
    switch try console.choose(line) {
    case .resized, .action(.again): return nil
    case .action(.back): return .back
    case .action(.quit): return .quit
    case .action: return .next
    }
  }

  /// Shows runs under each other, with charts that fit the screen.
  mutating func showRuns(_ shown: ShownRuns) throws -> Console.Shown {
    let screen = console.screen
    var page = Page(screen)
    page.runs(shown, chartRows: max(8, min(Page.chartRows, screen.height - 10)))
    page.blank()
    return try console.showPaged(page)
  }

  /// The seed of the next run: another one where there is chance.
  private func next(_ seed: UInt64, _ simulation: any Simulation.Type) -> UInt64 {
    simulation.usesChance && seed < Seed.typed.upperBound ? seed + 1 : seed
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

import Course
import Experiments
import Terminal

extension LearnSession {
  /// Shows a step and follows the keys until it is left.
  mutating func visit(_ step: LearnStep) async throws -> Move {
    while true {
      var page = Page(console.screen)
      if step.opensSection { title(step, &page) }
      page.markdown(step.prose)
      page.blank()
      guard try console.showPaged(page) else { return .quit }
      let move =
        switch step.directive {
        case .simulate(let directive): try await visit(directive)
        case .compare(let directive): try await visit(directive)
        case .predict(let directive): try await visit(directive)
        case .exercise(let exercise): try await visit(exercise)
        case .prose, nil: try read()
        }
      if let move { return move }
    }
  }

  /// Where one is: the lesson, and how far in it.
  private func title(_ step: LearnStep, _ page: inout Page) {
    let place = " \(step.section + 1) of \(steps.last.map { $0.section + 1 } ?? 1) "
    let name = StyledText(lesson.title, .muted).truncated(
      to: max(8, page.proseWidth - displayWidth(place) - 8))
    let rule = page.proseWidth - name.displayWidth - displayWidth(place) - 3
    page.block([
      StyledText(),
      (StyledText("─ ", .muted) + name
        + StyledText(" " + String(repeating: "─", count: max(1, rule)) + place, .muted))
        .adapted(to: page.screen),
    ])
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
    let line = KeyLine([
      (.next, "next"), (.again, "run again"), (.values, "try your own values"), (.back, "back"),
    ])
    var settings = directive.settings
    var seed = directive.seed
    while true {
      let current = settings
      let currentSeed = seed
      let shown = await context.showing("running \(directive.simulation.name)") {
        await directive.run(current, seed: currentSeed)
      }
      guard try showRuns(shown) else { return .quit }
      switch try console.choose(line) {
      case .resized: return nil
      case .action(.again): seed = next(seed, directive.simulation)
      case .action(.values):
        if let other = try askValues(directive.simulation, from: settings) { settings = other }
      case .action(.back): return .back
      case .action(.quit): return .quit
      case .action: return .next
      }
    }
  }

  private mutating func visit(_ directive: CompareDirective) async throws -> Move? {
    let line = KeyLine([
      (.next, "next"), (.again, "run again"), (.values, "try your own values"), (.back, "back"),
    ])
    var seed = directive.seed
    var own: Settings?
    while true {
      let current = own
      let currentSeed = seed
      let shown = await context.showing("running \(directive.simulation.name)") {
        if let current {
          let alone = SimulateDirective(
            simulation: directive.simulation, settings: current, seed: currentSeed,
            figures: directive.figures)
          return await alone.run()
        }
        return await directive.run(seed: currentSeed)
      }
      guard try showRuns(shown) else { return .quit }
      switch try console.choose(line) {
      case .resized: return nil
      case .action(.again): seed = next(seed, directive.simulation)
      case .action(.values):
        own = try askValues(directive.simulation, from: own ?? directive.common) ?? own
      case .action(.back): return .back
      case .action(.quit): return .quit
      case .action: return .next
      }
    }
  }

  private mutating func visit(_ directive: PredictDirective) async throws -> Move? {
    var page = Page(console.screen)
    page.question(directive)
    if let earlier = progress.predictions["\(lesson.name)/\(directive.name)"] {
      page.text(StyledText("You answered \(NumberText.shortest(earlier.answer)) before.", .muted))
    }
    try console.show(page)
    let typed = try askNumber("your prediction (enter to skip, b back, q quit): ")
    if case .move(let move) = typed { return move }
    if case .number(let answer) = typed {
      let run = Run(directive.simulation, directive.settings, seed: directive.seed)
      let outcome = await context.showing("running \(directive.simulation.name)") { run.outcome() }
      var page = Page(console.screen)
      page.blank()
      page.answer(answer, to: directive, outcome)
      page.blank()
      try console.show(page)
      let isRight =
        outcome[directive.metric].map { directive.accepts(answer, measured: $0) } ?? false
      try keep(
        .prediction(
          JournalEntry.Prediction(
            lesson: lesson.name, name: directive.name, answer: answer, right: isRight)))
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
  private mutating func showRuns(_ shown: ShownRuns) throws -> Bool {
    let screen = console.screen
    var page = Page(screen)
    page.blank()
    page.show(shown, chartRows: max(8, min(Page.chartRows, screen.height - 10)))
    page.blank()
    return try console.showPaged(page)
  }

  /// The seed of the next run: another one where there is chance.
  private func next(_ seed: UInt64, _ simulation: any Simulation.Type) -> UInt64 {
    simulation.usesChance && seed < Seed.typed.upperBound ? seed + 1 : seed
  }

  /// What was typed where a number is asked for.
  private enum Typed {
    case number(Double)
    case move(Move)
    case nothing
  }

  /// Asks for a number until there is one, or the learner would rather not.
  private mutating func askNumber(_ prompt: String) throws -> Typed {
    while let text = try console.ask(StyledText(prompt, .accent)) {
      let typed = text.trimmingCharacters(in: .whitespaces)
      switch typed {
      case "": return .nothing
      case "b": return .move(.back)
      case "q": return .move(.quit)
      default: break
      }
      if let number = DecimalNumber.value(of: typed), number.isFinite { return .number(number) }
      try say("\(Quoted.text(typed)) is not a number; write one such as 1.5")
    }
    return .nothing
  }

  /// Asks for knobs and values until they can be run; nil if the learner would rather not.
  private mutating func askValues(_ simulation: any Simulation.Type, from settings: Settings) throws
    -> Settings?
  {
    let names = simulation.knobs.map(\.name)
    var page = Page(console.screen)
    for knob in simulation.knobs {
      let value = settings[knob.name] ?? knob.defaultValue
      page.text(
        StyledText(knob.name, .accent) + StyledText(" \(value.text)")
          + StyledText("  (\(knob.domain.text))", .muted))
    }
    try console.show(page)
    let prompt = StyledText("knob = value, …: ", .accent)
    while let text = try console.ask(prompt, words: names) {
      if text.allSatisfy(\.isWhitespace) { return nil }
      do throws(Refusal) {
        return try Call.typed(text, on: settings, of: simulation)
      } catch {
        try say(error.message)
      }
    }
    return nil
  }

  /// Says one line about what was typed.
  func say(_ message: String) throws {
    var page = Page(console.screen)
    page.text(StyledText(message, Style(.warning)))
    try console.show(page)
  }
}

extension Call {
  /// Settings with `knob = value` or `knob value` pairs, joined by commas, turned on top.
  static func typed(_ text: String, on settings: Settings, of simulation: any Simulation.Type)
    throws(Refusal) -> Settings
  {
    var settings = settings
    for pair in text.split(separator: ",") {
      let words = pair.split { $0 == "=" || $0.isWhitespace }.map(String.init)
      guard words.count == 2 else {
        throw Refusal("write knob = value, such as \(simulation.exampleOfTurn)")
      }
      let knob = String(words[0].drop { $0 == "-" })
      try turn(Turn(knob: knob, value: words[1]), in: &settings, of: simulation)
    }
    return settings
  }
}

extension Simulation {
  /// A knob with its default, as one types it.
  fileprivate static var exampleOfTurn: String {
    knobs.first.map { "\($0.name) = \($0.defaultValue.text)" } ?? ""
  }
}

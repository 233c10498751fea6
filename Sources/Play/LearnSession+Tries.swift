import Exhibits
import Experiments
import Grading
import Lessons
import Screens
import Terminal
import Tuning

extension LearnSession {
  /// Asks for values and shows what they come to beside the lesson's.
  mutating func tryValues(_ runs: TriedRuns) async throws -> Console.Shown {
    switch try askValues(runs) {
    case .left: .left
    case .nothing: .whole
    case .settings(let own):
      try showRuns(await make(RunsInSight(runs: runs, own: own, showsAll: showsAll)))
    }
  }

  /// Under what the tries of runs are kept.
  func key(of runs: TriedRuns) -> String { "\(lesson.name):\(runs.line)" }

  mutating func askValues(_ runs: TriedRuns) throws -> TypedSettings {
    try askTurns(
      runs.simulation, key(of: runs), from: runs.settings, choosing: runs.simulation.knobs,
      origin: "lesson")
  }

  /// Runs the exercise's simulation with values of the learner's own, and shows what is asked beside
  /// what was measured, without a grade.
  mutating func tryValues(_ exercise: Exercise) async throws -> Console.Shown {
    let asked = try askTurns(
      exercise.simulation, exercise.key, from: exercise.given, choosing: exercise.choices,
      origin: "default", goal: exercise.goal)
    switch asked {
    case .left: return .left
    case .nothing: return .whole
    case .settings(let own):
      let settings = own.overlaid(by: exercise.given)
      let outcome = await terminal.errorScreen.showing("running \(exercise.simulation.name)") {
        await [Run(exercise.simulation, settings, seed: Seed.standard)].outcomes().first
          ?? Outcome()
      }
      let shown = ShownRuns(
        simulation: exercise.simulation, common: settings, varied: [], seed: Seed.standard,
        runs: [LabelledRun(label: "", settings: settings, outcome: outcome)],
        figures: Array(exercise.simulation.figures.prefix(1).map(\.name)))
      let trial = TryExhibit(exercise, outcome, seed: Seed.standard)
      return try console.showPaged(
        page { page, rows in page.trial(shown, beside: trial, chartRows: rows) })
    }
  }

  /// Asks for knobs and values until they can be run, beginning with what was tried last.
  ///
  /// - Parameters:
  ///   - key: under what tries are kept.
  ///   - settings: what is turned while nothing was tried.
  ///   - origin: whose those are, in a word.
  ///   - goal: what is to be reached, if anything is.
  private mutating func askTurns(
    _ simulation: any Simulation.Type, _ key: String, from settings: Settings,
    choosing choices: [any AnyKnob], origin: String, goal: String? = nil
  ) throws -> TypedSettings {
    try showKnobs(choices, settings, tries[key], origin, goal)
    while true {
      let words = choices.map(\.name)
      switch try console.ask(StyledText("knob = value: ", .accent), words: words) {
      case .left, .text("q"): return .left
      case .cancelled, .text(""), .text("b"): return .nothing
      case .text("?"): try showKnobs(choices, settings, tries[key], origin, goal)
      case .text(let text) where text.lowercased() == "reset":
        tries[key] = nil
        try showKnobs(choices, settings, nil, origin, goal)
      case .text(let text):
        do throws(Refusal) {
          tries[key] = try Self.turned(
            text, on: tries[key] ?? settings, of: simulation, choosing: choices)
        } catch {
          try console.say(error.message)
          continue
        }
        try console.write("\n")
        return .settings(tries[key] ?? settings)
      }
    }
  }

  /// Settings with what a line of text turns on top.
  private static func turned(
    _ text: String, on settings: Settings, of simulation: any Simulation.Type,
    choosing choices: [any AnyKnob]
  ) throws(Refusal) -> Settings {
    let arguments = try KnobArgument.arguments(in: text, of: simulation, choosing: choices)
    let names = choices.map(\.name)
    if let other = arguments.first(where: { !names.contains($0.knob) && settings[$0.knob] != nil })
    {
      throw Refusal("\(other.knob) is not yours to choose here; turn \(names.listed)")
    }
    return try arguments.settings(of: simulation, on: settings)
  }

  /// Shows the knobs that may be turned, what they are at, and what a line looks like.
  private mutating func showKnobs(
    _ knobs: [any AnyKnob], _ settings: Settings, _ own: Settings?, _ origin: String,
    _ goal: String?
  ) throws {
    var page = Page(console.screen)
    var columns = [TextTable.Column(""), .init(StyledText(own == nil ? "" : origin)), .init("")]
    if own != nil { columns.insert(.init("yours"), at: 2) }
    page.table(
      TextTable(
        columns,
        rows: knobs.map { knob in
          let value = (settings[knob.name] ?? knob.defaultValue).text
          let turned = own?[knob.name]?.text
          var row = [
            StyledText(knob.name, Style(.accent, unbroken: true)), StyledText(value),
            StyledText(knob.domain.text, .muted),
          ]
          if let turned { row.insert(StyledText(turned, turned == value ? .muted : .bold), at: 2) }
          return row
        }))
    let example = knobs.prefix(2).map {
      "\($0.name) = \((own ?? settings)[$0.name]?.text ?? $0.defaultValue.text)"
    }
    page.text(
      StyledText(
        "Such as \(example.joined(separator: ", ")); "
          + (own == nil ? "" : "reset goes back to the \(origin); ")
          + "an empty line leaves it.", .muted))
    page.blank()
    if let goal { page.goal(goal) }
    try console.show(page)
  }
}

import Exhibits
import Experiments
import Grading
import Lessons
import Screens
import Terminal

extension LearnSession {
  /// An exercise: its task, then values and grades until it is left.
  mutating func visit(_ exercise: Exercise) async throws -> Move? {
    var page = Page(console.screen)
    page.set(TaskExhibit(exercise, standing: progress[exercise]))
    page.blank()
    switch try console.showPaged(page) {
    case .left: return .quit
    case .back: return .back
    case .resized: return nil
    case .whole: break
    }
    while true {
      switch try console.choose(keys(for: exercise)) {
      case .resized: return nil
      case .action(.answer):
        let wasPassed = progress[exercise].isPassed
        if try await answer(exercise) == .left { return .quit }
        // What ends the lesson is left with a key, so that the grade is not the last thing seen.
        if !wasPassed, progress[exercise].isPassed, step + 1 < steps.count {
          inSight = .done(step: step, .answer, "answer again")
          return .next
        }
      case .action(.hint):
        if try hint(exercise) == .left { return .quit }
      case .action(.values):
        if try await tryValues(exercise) == .left { return .quit }
      case .action(.back): return .back
      case .action(.quit): return .quit
      case .action: return .next
      }
    }
  }

  /// The keys of an exercise; once it is passed, enter goes on.
  private func keys(for exercise: Exercise) -> KeyLine {
    let standing = progress[exercise]
    if standing.isPassed {
      return KeyLine([(.next, "next"), (.answer, "answer again"), (.back, "back")])
    }
    var actions: [(KeyLine.Action, String)] = [
      (.answer, standing.attempts == 0 ? "answer" : "answer again")
    ]
    if standing.hints < exercise.hints.count {
      actions.append((.hint, "hint \(standing.hints + 1) of \(exercise.hints.count)"))
    } else if !exercise.hints.isEmpty {
      actions.append((.hint, "hints"))
    }
    return KeyLine(actions + [(.values, "try ungraded"), (.skip, "skip"), (.back, "back")])
  }

  /// Runs the exercise's simulation with values of the learner's own, without a grade.
  private mutating func tryValues(_ exercise: Exercise) async throws -> Console.Shown {
    switch try askValues(exercise.simulation, from: exercise.given) {
    case .left: return .left
    case .nothing: return .whole
    case .settings(let typed):
      let run = SimulateDirective(
        simulation: exercise.simulation, settings: typed, seed: Seed.standard, figures: [])
      let shown = await terminal.errorScreen.showing("running \(exercise.simulation.name)") {
        await run.run()
      }
      try console.write("\n")
      return try showRuns(shown)
    }
  }

  /// Asks for the values, grades them and shows the grade.
  private mutating func answer(_ exercise: Exercise) async throws -> Console.Shown {
    let choices: Settings
    switch try askChoices(exercise) {
    case .settings(let typed): choices = typed
    case .nothing: return .whole
    case .left: return .left
    }
    let graded: GradedAttempt
    do throws(Refusal) {
      graded = try await journal.graded(
        exercise, choices, program: program, cores: terminal.cores, on: terminal.errorScreen)
    } catch {
      try say(error.message)
      return .whole
    }
    try take(graded)
    let standing = progress[exercise]
    var exhibit = GradeExhibit(
      graded.grade, attempt: standing.attempts, lostKey: graded.lostKey,
      isKept: graded.isKept)
    if !graded.grade.passed, standing.opensSolution, standing.hints >= exercise.hints.count {
      exhibit.next = [
        NextStep("knobs solution \(exercise.id)", "from the middle of what passes")
      ]
    }
    var page = Page(console.screen)
    page.gap()
    page.set(exhibit)
    page.blank()
    return try console.showPaged(page)
  }

  /// Asks for the value of every knob that may be chosen.
  private mutating func askChoices(_ exercise: Exercise) throws -> TypedSettings {
    var choices = exercise.simulation.defaults
    for knob in exercise.choices {
      let prompt = StyledText(knob.name, .accent) + StyledText(" (\(knob.domain.text)): ", .muted)
      var words: [String] = []
      if case .choice(let names) = knob.domain { words = names }
      asking: while true {
        switch try console.ask(prompt, words: words) {
        case .left: return .left
        case .text("q"): return .left
        case .cancelled, .text(""), .text("b"): return .nothing
        case .text(let typed):
          do throws(SettingFault) {
            try choices.turn(knob.name, to: typed)
            break asking
          } catch {
            try say(error.message + "; an empty line leaves it")
          }
        }
      }
    }
    return .settings(choices)
  }

  /// Opens the next hint; when all are open, shows them again.
  private mutating func hint(_ exercise: Exercise) throws -> Console.Shown {
    let open = progress[exercise].hints
    var page = Page(console.screen)
    if open < exercise.hints.count {
      try keep(.hint(exercise: exercise.key, number: open + 1))
      page.hints(exercise.hints, open..<open + 1)
    } else {
      page.hints(exercise.hints, exercise.hints.indices)
    }
    page.blank()
    return try console.showPaged(page)
  }
}

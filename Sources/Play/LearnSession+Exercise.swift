import Exhibits
import Experiments
import Grading
import Lessons
import Screens
import Terminal
import Tuning

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
    inSight = .exercise(exercise)
    while true {
      let actions = actions(at: exercise)
      let isPassed = progress[exercise].isPassed
      let line = KeyLine(
        (isPassed ? [(.next, "next")] + actions : actions + [(.skip, "skip")]) + [(.back, "back")])
      switch try console.choose(line) {
      case .resized: return nil
      case .action(.back): return .back
      case .action(.quit): return .quit
      case .action(.next), .action(.skip): return .next
      case .answer(let typed):
        if try await act(.answer, at: exercise, beginning: typed) == .left { return .quit }
      case .action(let action):
        if try await act(action, at: exercise) == .left { return .quit }
      }
      // What ends the lesson is left with a key, so that the grade is not the last thing seen.
      if !isPassed, progress[exercise].isPassed, step + 1 < steps.count {
        try beginScreen()
        return .next
      }
    }
  }

  /// What can be done at an exercise, the answer first.
  func actions(at exercise: Exercise) -> [(KeyLine.Action, String)] {
    let standing = progress[exercise]
    var actions = [
      (KeyLine.Action.answer, standing.currentAttempts == 0 ? "answer" : "answer again")
    ]
    if standing.isPassed {
      // Hints are for what is open.
    } else if standing.hints < exercise.hints.count {
      actions.append((.hint, "hint \(standing.hints + 1) of \(exercise.hints.count)"))
    } else if !exercise.hints.isEmpty {
      actions.append((.hint, "hints"))
    }
    actions.append((.values, "try ungraded"))
    actions += playKey
    if standing.opensSolution { actions.append((.solution, "solution")) }
    return actions
  }

  /// Does what a key asks for at an exercise.
  ///
  /// - Parameter beginning: what was typed of an answer already.
  mutating func act(
    _ action: KeyLine.Action, at exercise: Exercise, beginning: String = ""
  ) async throws -> Console.Shown {
    switch action {
    case .answer: try await answer(exercise, beginning: beginning)
    case .hint: try hint(exercise)
    case .values: try await tryValues(exercise)
    case .play: try await play(exercise)
    case .solution: try await solution(exercise)
    case .next, .back, .again, .metrics, .skip, .quit: .whole
    }
  }

  /// Asks for the values, grades them and shows the grade.
  private mutating func answer(_ exercise: Exercise, beginning: String) async throws
    -> Console.Shown
  {
    let choices: Settings
    let untouched = exercise.simulation.defaults
    switch try console.askChoices(
      exercise, on: untouched, beginning: beginning, offering: played[exercise.key])
    {
    case .settings(let typed): choices = typed
    case .nothing: return .whole
    case .left: return .left
    }
    let graded: GradedAttempt
    do throws(Refusal) {
      graded = try await journal.graded(
        exercise, choices, program: program, cores: terminal.cores, on: terminal.errorScreen)
    } catch {
      try console.say(error.message)
      return .whole
    }
    try take(graded)
    let standing = progress[exercise]
    let exhibit = GradeExhibit(
      graded.grade, attempt: standing.attempts, lostKey: graded.lostKey,
      isKept: graded.isKept)
    var page = Page(console.screen)
    page.gap()
    page.set(exhibit)
    page.blank()
    return try console.showPaged(page)
  }

  /// Searches what passes, and shows the middle of it.
  private mutating func solution(_ exercise: Exercise) async throws -> Console.Shown {
    do throws(Refusal) {
      try await terminal.errorScreen.afford(
        PlannedRuns(searching: exercise), within: Limits.work, for: "the search of \(exercise.id)")
    } catch {
      try console.say(error.message)
      return .whole
    }
    let found = await terminal.errorScreen.searching(exercise) { done in
      await PassSearch.middle(of: exercise) { done.add() }
    }
    guard let choices = found else {
      try console.say(
        "the search found nothing that passes \(exercise.id); tell the lesson's author")
      return .whole
    }
    try keep(.solution(exercise: exercise.key))
    var page = Page(console.screen)
    page.gap()
    page.set(SolutionExhibit(exercise, choices))
    page.blank()
    return try console.showPaged(page)
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

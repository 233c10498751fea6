import Exhibits
import Experiments
import Grading
import Screens
import Tuning

/// `knobs solution`: the middle of what passes, found by search.
enum SolutionCommand: Command {
  static let name = "solution"
  static let summary = "the middle of what passes, after a pass or three attempts"
  static let arguments = [Argument("LESSON/EXERCISE", .exercise)]
  struct Options: OptionTable { let json = Option.json }
  static let discussion = [
    "No answers are stored anywhere: the allowed settings are searched for the middle of those "
      + "that pass, there and then."
  ]

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
  {
    guard let id = arguments.words.first else {
      throw Refusal("the solution of what? name an exercise, such as LESSON/EXERCISE")
    }
    let exercise = try context.contents().findExercise(id)
    let known = try context.requiredProgress()
    let standing = known.progress[exercise]
    guard standing.opensSolution else {
      throw Refusal(
        "the solution of \(exercise.id) opens after a pass or "
          + "\(Progress.Standing.attemptsForSolution) graded attempts; "
          + "you have made \(standing.currentAttempts)")
    }
    try await context.errorScreen.afford(
      PlannedRuns(searching: exercise), within: context.work, for: "the search of \(exercise.id)")
    let found = await context.errorScreen.searching(exercise) { done in
      await PassSearch.middle(of: exercise) { done.add() }
    }
    guard let choices = found else {
      throw Refusal("the search found nothing that passes \(exercise.id); tell the lesson's author")
    }
    let warnings = try context.keep(.solution(exercise: exercise.key), after: known)
    return try Report(
      SolutionExhibit(exercise, choices), asDocument: arguments.json, context,
      warnings: known.warnings + warnings)
  }
}

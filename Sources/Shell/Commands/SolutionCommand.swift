import Course
import Experiments
import Terminal

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

  private struct Document: Encodable {
    let exercise: String
    let settings: [String: SettingValue]
  }

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
  {
    guard let id = arguments.words.first else {
      throw Refusal("the solution of what? name an exercise, such as LESSON/EXERCISE")
    }
    let exercise = try context.contents().findExercise(id)
    let standing = try context.progress().progress[exercise]
    guard standing.opensSolution else {
      throw Refusal(
        "the solution of \(exercise.id) opens after a pass or "
          + "\(Transcript.Standing.attemptsForSolution) graded attempts; "
          + "you have made \(standing.attempts)")
    }
    let found = await context.showing("searching what passes") {
      await PassSearch.middle(of: exercise)
    }
    guard let choices = found else {
      throw Refusal("the search found nothing that passes \(exercise.id); tell the lesson's author")
    }
    try context.record(.solution(exercise: exercise.key))
    if arguments.json {
      let names = Set(exercise.choices.map(\.name))
      return try Report(
        json: Document(
          exercise: exercise.id, settings: choices.dictionary.filter { names.contains($0.key) }))
    }
    var page = Page(context.screen)
    page.heading(exercise.name, ["the middle of what passes"])
    page.blank()
    page.next([(exercise.checkLine(with: choices), "found by search just now")])
    return Report(page)
  }
}

extension Exercise {
  /// The command that checks these choices.
  func checkLine(with choices: Settings) -> String {
    "knobs check \(id)"
      + self.choices.map { " --\($0.name) \((choices[$0.name] ?? $0.defaultValue).text)" }.joined()
  }
}

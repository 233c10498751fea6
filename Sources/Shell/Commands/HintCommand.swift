import Course
import Experiments
import Terminal

/// `knobs hint`: the next hint of an exercise.
enum HintCommand: Command {
  static let name = "hint"
  static let summary = "the next hint of an exercise"
  static let arguments = [Argument("LESSON/EXERCISE", .exercise)]
  struct Options: OptionTable { let json = Option.json }
  static let discussion = [
    "Hints come one at a time. Those you have seen are remembered and shown again above the new "
      + "one. A hint costs no points."
  ]

  private struct Document: Encodable {
    let exercise: String
    let hints: [String]
    let total: Int
  }

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
  {
    guard let id = arguments.words.first else {
      throw Refusal("a hint for what? name an exercise, such as LESSON/EXERCISE")
    }
    let exercise = try context.contents().findExercise(id)
    guard !exercise.hints.isEmpty else { throw Refusal("\(exercise.id) has no hints") }
    let shown = try context.nextHint(for: exercise)
    let hints = Array(exercise.hints.prefix(shown))
    if arguments.json {
      return try Report(
        json: Document(exercise: exercise.id, hints: hints, total: exercise.hints.count))
    }
    var page = Page(context.screen)
    page.heading(exercise.name, ["hint \(shown) of \(exercise.hints.count)"])
    page.hints(hints, hints.indices)
    page.blank()
    page.next([(exercise.checkLine, "try again")])
    return Report(page)
  }
}

import Exhibits
import Experiments
import Grading
import Screens
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

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
  {
    guard let id = arguments.words.first else {
      throw Refusal("a hint for what? name an exercise, such as LESSON/EXERCISE")
    }
    let exercise = try context.contents().findExercise(id)
    guard !exercise.hints.isEmpty else { throw Refusal("\(exercise.id) has no hints") }
    let (shown, warnings) = try context.nextHint(for: exercise)
    return try Report(
      HintsExhibit(exercise, shown: shown), asDocument: arguments.json, context,
      warnings: warnings)
  }
}

extension Context {
  /// Opens one more hint of an exercise, if there is one, and records it.
  ///
  /// - Returns: how many hints are open now, and what is to be said of how that is kept.
  fileprivate func nextHint(for exercise: Exercise) throws(Refusal) -> (Int, [StyledText]) {
    let known = progress()
    let open = known.progress[exercise].hints
    guard open < exercise.hints.count else { return (exercise.hints.count, known.warnings) }
    let warnings = try keep(.hint(exercise: exercise.key, number: open + 1), after: known)
    return (open + 1, known.warnings + warnings)
  }
}

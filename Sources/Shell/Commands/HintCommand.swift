import Course
import Experiments
import Terminal

/// `knobs hint`: the next hint of an exercise.
enum HintCommand: Command {
  static let name = "hint"
  static let summary = "the next hint of an exercise"
  static let arguments = [Argument("LESSON/EXERCISE", .exercise)]
  static let options = [Option.json]
  static let discussion = [
    "Hints come one at a time. Those you have seen are remembered and shown again above the new "
      + "one. A hint costs no points."
  ]

  private struct Document: Encodable {
    let exercise: String
    let hints: [String]
    let total: Int
  }

  static func run(_ call: Call, _ context: Context) async throws(Refusal) -> Report {
    guard let id = call.words.first else {
      throw Refusal("a hint for what? name an exercise, such as LESSON/EXERCISE")
    }
    let exercise = try context.contents().findExercise(id)
    guard !exercise.hints.isEmpty else { throw Refusal("\(exercise.id) has no hints") }
    let shown = try context.nextHint(for: exercise)
    let hints = Array(exercise.hints.prefix(shown))
    if call.wantsJSON {
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

extension Context {
  /// Opens one more hint of an exercise, if there is one, and records it.
  ///
  /// - Returns: how many hints are open now.
  func nextHint(for exercise: Exercise) throws(Refusal) -> Int {
    let open = try progress().progress[exercise].hints
    guard open < exercise.hints.count else { return exercise.hints.count }
    try record(.hint(exercise: exercise.key, number: open + 1))
    return open + 1
  }
}

extension Page {
  /// Some of the hints of an exercise, the last of which is new.
  mutating func hints(_ hints: [String], _ shown: Range<Int>) {
    for index in shown.clamped(to: hints.indices) {
      blank()
      let isNew = index == shown.upperBound - 1
      text(
        StyledText("\(index + 1). ", .muted) + inline(hints[index], isNew ? .plain : .muted),
        hanging: 3)
    }
  }
}

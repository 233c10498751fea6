import Experiments
import Grading

/// The hints of an exercise that are open, the last of which is new.
package struct HintsExhibit: Exhibit {
  private let exercise: String

  /// The hints in order, as Markdown.
  package let hints: [String]
  private let total: Int

  /// The exercise's name.
  package let name: String

  /// What to type next.
  package let next: [NextStep]

  private enum CodingKeys: CodingKey { case exercise, hints, total }

  /// The first hints of an exercise.
  package init(_ exercise: Exercise, shown: Int) {
    self.exercise = exercise.id
    hints = Array(exercise.hints.prefix(shown))
    total = exercise.hints.count
    name = exercise.name
    next = [NextStep(exercise.checkLine, "try again")]
  }

  /// Which hint is new, of how many.
  package var detail: String { "hint \(hints.count) of \(total)" }
}

/// The middle of what passes an exercise, found by search.
package struct SolutionExhibit: Exhibit {
  private let exercise: String
  private let settings: [String: SettingValue]

  /// The exercise's name.
  package let name: String

  /// What to type next: the command that checks it.
  package let next: [NextStep]

  private enum CodingKeys: CodingKey { case exercise, settings }

  /// Choices that pass an exercise.
  package init(_ exercise: Exercise, _ choices: Settings) {
    let names = Set(exercise.choices.map(\.name))
    self.exercise = exercise.id
    settings = choices.dictionary.filter { names.contains($0.key) }
    name = exercise.name
    next = [NextStep(exercise.checkLine(with: choices), "found by search just now")]
  }

  /// What it is.
  package var detail: String { "the middle of what passes" }
}

extension Exercise {
  /// The command that checks these choices.
  fileprivate func checkLine(with choices: Settings) -> String {
    "knobs check \(id)"
      + self.choices.map { " --\($0.name) \((choices[$0.name] ?? $0.defaultValue).text)" }.joined()
  }
}

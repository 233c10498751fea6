import Experiments
import Grading

/// What an exercise asks, and what may be turned.
package struct TaskExhibit: Exhibit {
  /// A knob of the task.
  package struct Knob: Encodable, Sendable, Hashable {
    /// The knob as it is typed.
    package let name: String

    /// The values it may have, or the one it has.
    package let values: String

    /// What it is.
    package let summary: String

    /// Whether the exercise has turned it, and nobody else may.
    package let isGiven: Bool
  }

  /// A criterion of the task.
  package struct Criterion: Encodable, Sendable, Hashable {
    /// What is asked.
    package let text: String

    /// What it is worth, in words.
    package let points: String
  }

  /// The exercise's name.
  package let name: String

  /// What it is worth, and whether it or an earlier form of it is passed.
  package let details: [String]

  /// What is asked, as Markdown.
  package let task: String

  /// The knobs to choose, then those that are given.
  package let knobs: [Knob]

  /// What has to hold.
  package let criteria: [Criterion]

  /// What to type to be graded.
  package let next: [NextStep]

  private enum CodingKeys: CodingKey { case name, details, task, knobs, criteria }

  /// The task of an exercise.
  ///
  /// - Parameter standing: where the learner stands with it; nil where that does not matter.
  package init(_ exercise: Exercise, standing: Progress.Standing? = nil) {
    name = "exercise \(exercise.name)"
    var details = [NumberText.count(exercise.maximumPoints, "point")]
    if let standing, standing.isPassed { details.append("passed") }
    if let standing, standing.hasPassedEarlierForm { details.append("passed an earlier form") }
    self.details = details
    task = exercise.task
    let given = exercise.given.values.filter { exercise.given.turned[$0.name] != nil }
    knobs =
      exercise.choices.map {
        Knob(name: $0.name, values: $0.domain.text, summary: $0.summary, isGiven: false)
      }
      + given.map {
        Knob(name: $0.name, values: $0.value.text, summary: "given", isGiven: true)
      }
    criteria = exercise.criteria.map {
      Criterion(text: $0.text, points: NumberText.count($0.points, "point"))
    }
    next = [NextStep(exercise.checkLine, "to be graded")]
  }
}

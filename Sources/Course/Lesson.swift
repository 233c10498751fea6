import Experiments
import Markdown

/// A lesson as it is read: sections of prose and directives.
package struct Lesson: Sendable {
  /// A piece of a lesson between headings.
  package struct Section: Sendable {
    package let title: String
    package var elements: [Element] = []
  }

  package enum Element: Sendable {
    case prose([Block])
    case simulate(SimulateDirective)
    case compare(CompareDirective)
    case predict(PredictDirective)
    case exercise(Exercise)
  }

  /// A lesson that comes before another, and where that is said.
  package struct Requirement: Sendable, Hashable {
    package let name: String
    package let line: Int
    package let column: Int
  }

  /// The name by which it is opened, such as `learning-rate`.
  package let name: String
  package let title: String
  package let summary: String

  /// How long it takes.
  package let minutes: Int

  /// The lessons that come before it, each with its place in the file.
  package let requirements: [Requirement]
  package let sections: [Section]

  /// The names of the lessons that come before it.
  package var requires: [String] { requirements.map(\.name) }

  package var elements: [Element] { sections.flatMap(\.elements) }

  package var exercises: [Exercise] {
    elements.compactMap { if case .exercise(let exercise) = $0 { exercise } else { nil } }
  }

  package var predictions: [PredictDirective] {
    elements.compactMap { if case .predict(let predict) = $0 { predict } else { nil } }
  }

  package var maximumPoints: Int { exercises.map(\.maximumPoints).reduce(0, +) }
}

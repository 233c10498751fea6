import Experiments
import Grading
import Markdown

/// A lesson as it is read: sections of prose and directives.
package struct Lesson: Sendable {
  /// A piece of a lesson between headings.
  package struct Section: Sendable {
    package let title: String
    package var elements: [Element] = []

    /// The directives that could not be read, in order.
    package var faulty: [Faulty] = []
  }

  /// A directive that could not be read, by its place.
  package struct Faulty: Sendable, Hashable {
    /// What stands behind its opening fence.
    package let words: String

    /// How many elements of the section stand before it.
    package let position: Int

    /// The lines of the file it takes, from 1.
    package let lines: ClosedRange<Int>
  }

  package enum Element: Sendable {
    case prose([Block])
    case simulate(SimulateDirective)
    case compare(CompareDirective)
    case predict(PredictDirective)
    case exercise(Exercise)
    case takeaway(Takeaway)
  }

  /// A lesson that comes before another, and where that is said.
  package struct Requirement: Sendable, Hashable {
    package let name: String
    package let line: Int
    package let column: Int
  }

  /// The name by which it is opened, such as `learning-rate`.
  ///
  /// Where two packs share it, the pack's name stands before it: `knobs:learning-rate`.
  package let name: String

  /// The name under which its progress is kept, whatever other packs there are.
  package internal(set) var key: String
  package let title: String
  package let summary: String

  /// How long it takes.
  package let minutes: Int

  /// The part of the course that begins with it, or that it says it is in; nil where it says nothing.
  package let part: String?

  /// What somebody who took it can do, as the end of a sentence; nil where it does not say.
  package let ability: String?

  /// The lessons that come before it, each with its place in the file.
  package let requirements: [Requirement]

  /// The pieces between headings; without prose where only an outline was read.
  package let sections: [Section]

  /// The names of the lessons that come before it.
  package var requires: [String] { requirements.map(\.name) }

  package var elements: [Element] { sections.flatMap(\.elements) }

  package let exercises: [Exercise]

  package var predictions: [PredictDirective] {
    elements.compactMap { if case .predict(let predict) = $0 { predict } else { nil } }
  }

  /// The text it was read from; nil unless it was asked for.
  package let text: LessonText?

  init(
    name: String, title: String, summary: String, minutes: Int, requirements: [Requirement],
    sections: [Section], text: LessonText? = nil, part: String? = nil, ability: String? = nil
  ) {
    self.name = name
    key = name
    self.title = title
    self.summary = summary
    self.minutes = minutes
    self.requirements = requirements
    self.part = part
    self.ability = ability
    self.sections = sections
    self.text = text
    exercises = sections.flatMap(\.elements).compactMap {
      if case .exercise(let exercise) = $0 { exercise } else { nil }
    }
  }

  package var maximumPoints: Int { exercises.map(\.maximumPoints).reduce(0, +) }
}

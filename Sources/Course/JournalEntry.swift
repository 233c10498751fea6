import Experiments
import Foundation

/// One line of the journal: what happened, and when.
package struct JournalEntry: Sendable, Hashable {
  /// What a learner did; lessons and exercises are named by their keys.
  package enum Event: Sendable, Hashable {
    case attempt(Attempt)
    case hint(exercise: String, number: Int)
    case solution(exercise: String)
    case prediction(Prediction)

    /// A section of a lesson was reached, counted from zero.
    case place(lesson: String, section: Int)

    /// A lesson was started again; nil stands for all of them.
    case reset(lesson: String?)
  }

  /// An exercise was graded.
  package struct Attempt: Sendable, Hashable, Codable {
    package let exercise: String

    /// The knobs the learner turned, by name, as text.
    package let settings: [String: String]
    package let passed: Bool
    package let points: Int
    package let maximumPoints: Int

    /// The codes of what was found.
    package let findings: [String]

    package init(_ grade: Grade, choices: Settings) {
      exercise = grade.exercise.key
      settings = Dictionary(
        uniqueKeysWithValues: grade.exercise.choices.map { knob in
          (knob.name, choices[knob.name]?.text ?? knob.defaultValue.text)
        })
      passed = grade.passed
      points = grade.points
      maximumPoints = grade.maximumPoints
      findings = grade.findings.map(\.code)
    }
  }

  /// A prediction was answered.
  package struct Prediction: Sendable, Hashable, Codable {
    package let lesson: String
    package let name: String
    package let answer: Double
    package let right: Bool

    package init(lesson: String, name: String, answer: Double, right: Bool) {
      self.lesson = lesson
      self.name = name
      self.answer = answer
      self.right = right
    }
  }

  /// The version of the format that this program writes.
  package static let version = 1

  /// When it happened, in whole seconds.
  package let date: Date
  package let event: Event

  package init(_ event: Event, at date: Date) {
    self.event = event
    self.date = Date(timeIntervalSince1970: date.timeIntervalSince1970.rounded(.down))
  }
}

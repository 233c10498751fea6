import Experiments
import Foundation

/// One line of the journal: what happened, and when.
package struct JournalEntry: Sendable, Hashable {
  /// What a learner did; lessons and exercises are named by their keys.
  package enum Event: Sendable, Hashable {
    /// An attempt was begun, and its number is taken, whether or not it is graded.
    case reservation(exercise: String, number: Int)
    case attempt(Attempt)
    case hint(exercise: String, number: Int)
    case solution(exercise: String)
    case prediction(Prediction)

    /// A section of a lesson was reached, counted from zero.
    case place(lesson: String, section: Int)

    /// Something that was passed was asked again.
    case review(Review)

    /// A lesson was started again; nil stands for all of them.
    case reset(lesson: String?)

    /// One exercise was started again; the rest of its lesson was not.
    case exerciseReset(exercise: String)

    /// Whether it tells of an attempt, graded or not.
    var isOfAttempt: Bool {
      switch self {
      case .reservation, .attempt: true
      case .hint, .solution, .prediction, .place, .review, .reset, .exerciseReset: false
      }
    }

    /// The version of the format from which on there is such a line.
    var version: Int {
      switch self {
      case .review, .exerciseReset: 3
      case .reservation, .attempt: 2
      case .hint, .solution, .prediction, .place, .reset: 1
      }
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

  /// The versions of the format that this program reads.
  ///
  /// A line has the lowest version that knows it, so that an early program reads as much as it can
  /// of what a later one wrote. Version 2 has reservations, and attempts with numbers for numbers;
  /// version 3 has reviews, and resets of one exercise.
  package static let versions = 1...3

  /// More than any lesson has of anything.
  static let largestCount = 1_000_000_000

  /// When it happened, in whole seconds.
  package let date: Date
  package let event: Event

  package init(_ event: Event, at date: Date) {
    self.event = event
    self.date = Date(timeIntervalSince1970: date.timeIntervalSince1970.rounded(.down))
  }
}

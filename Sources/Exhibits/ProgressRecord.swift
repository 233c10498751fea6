import Experiments
import Foundation
import Grading
import Lessons

import struct Grading.Progress

/// What was done in a course, exercise by exercise, with the time and the version of each first pass.
package struct ProgressRecord: Sendable {
  /// A part of the course, or all of a pack without parts.
  package struct Part: Sendable {
    /// What it is called; nil where it has no title.
    package let title: String?

    /// Its lessons with exercises.
    package let lessons: [Lesson]
  }

  /// A lesson with exercises.
  package struct Lesson: Sendable {
    /// The name by which it is opened.
    package let name: String

    /// What it is about.
    package let title: String

    /// Its exercises in order.
    package let exercises: [Row]
  }

  /// An exercise as the learner stands with it.
  package struct Row: Sendable {
    /// The exercise's name.
    package let name: String
    package let isPassed: Bool
    package let points: Int
    package let maximumPoints: Int
    package let attempts: Int
    package let hints: Int

    /// The first time it was passed, as ISO 8601 has it; nil where that is not known.
    package let passedAt: String?

    /// The version of the program that passed it; nil where that is not known.
    package let version: String?
  }

  /// What the course is called.
  package let title: String

  /// The parts with exercises, in order.
  package let parts: [Part]

  /// What was done in a course.
  package init(_ syllabus: Syllabus, _ progress: Progress, _ history: PassHistory) {
    title = syllabus.packs.map { $0.title ?? $0.name }.joined(separator: ", ")
    let entries = syllabus.entries
    parts = CoursePart.parts(of: entries).compactMap { part in
      let lessons = entries[part.lessons].filter { $0.isSound && !$0.lesson.exercises.isEmpty }
        .map { entry in
          Lesson(
            name: entry.name, title: entry.lesson.title,
            exercises: entry.lesson.exercises.map { Row($0, progress[$0], history[$0]) })
        }
      return lessons.isEmpty ? nil : Part(title: part.title, lessons: lessons)
    }
  }

  /// Every exercise in order.
  package var rows: [Row] { parts.flatMap(\.lessons).flatMap(\.exercises) }

  /// The names of the columns of ``table``.
  package static let columns = [
    "lesson", "exercise", "passed", "points", "of", "attempts", "hints", "first-passed-at",
    "version",
  ]

  /// The columns' names, then a row for each exercise.
  package var table: [[String]] {
    [Self.columns]
      + parts.flatMap(\.lessons).flatMap { lesson in
        lesson.exercises.map { row in
          [
            lesson.name, row.name, "\(row.isPassed)", "\(row.points)", "\(row.maximumPoints)",
            "\(row.attempts)", "\(row.hints)", row.passedAt ?? "", row.version ?? "",
          ]
        }
      }
  }
}

extension ProgressRecord.Row {
  fileprivate init(
    _ exercise: Exercise, _ standing: Progress.Standing, _ account: PassHistory.Account
  ) {
    let pass = standing.isPassed ? account.pass : nil
    self.init(
      name: exercise.name, isPassed: standing.isPassed,
      points: min(standing.points, exercise.maximumPoints),
      maximumPoints: exercise.maximumPoints, attempts: standing.attempts, hints: standing.hints,
      passedAt: pass?.date.formatted(.iso8601), version: pass?.program)
  }
}

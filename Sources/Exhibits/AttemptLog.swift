import Experiments
import Foundation
import Grading
import Lessons

/// Every attempt, the last one at the end.
package struct AttemptLog: Exhibit {
  /// A line of the log.
  package enum Entry: Sendable {
    case attempt(Attempt)

    /// A lesson or everything was begun again.
    case reset(Date, what: String)
  }

  /// An attempt as the journal has it.
  package struct Attempt: Encodable, Sendable {
    /// When it was made.
    package let date: Date

    /// The exercise by the name that is shown.
    package let exercise: String
    private let settings: [String: SettingValue]
    private let passed: Bool
    private let points: Int
    private let maximumPoints: Int

    /// What was found, by code.
    package let findings: [String]

    fileprivate init(_ attempt: JournalEntry.Attempt, exercise: String, at date: Date) {
      self.date = date
      self.exercise = exercise
      settings = attempt.settings
      passed = attempt.passed
      points = attempt.points
      maximumPoints = attempt.maximumPoints
      findings = attempt.findings
    }

    /// Whether it passed.
    package var isPassed: Bool { passed }

    /// The chosen values.
    package var values: String {
      settings.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.text)" }
        .joined(separator: ", ")
    }

    /// The points earned, of those there are.
    package var pointsText: String { "\(points) of \(maximumPoints)" }

    private enum Key: CodingKey {
      case at, exercise, settings, passed, points, maximumPoints, findings
    }

    /// Writes the time as ISO 8601 has it.
    package func encode(to encoder: any Encoder) throws {
      var fields = encoder.container(keyedBy: Key.self)
      try fields.encode(date.formatted(.iso8601), forKey: .at)
      try fields.encode(exercise, forKey: .exercise)
      try fields.encode(settings, forKey: .settings)
      try fields.encode(passed, forKey: .passed)
      try fields.encode(points, forKey: .points)
      try fields.encode(maximumPoints, forKey: .maximumPoints)
      try fields.encode(findings, forKey: .findings)
    }
  }

  /// The lines in order.
  package let entries: [Entry]

  private enum Key: CodingKey { case attempts }

  /// The attempts and resets of a journal.
  ///
  /// - Parameter listings: the lessons that are known, for the names under which they are shown.
  package init(_ journal: [JournalEntry], listings: [Syllabus.Listing]) {
    let names = Dictionary(
      listings.map { ($0.key, $0.name) }, uniquingKeysWith: { first, _ in first })
    /// The name of a lesson or an exercise that has a key; the key itself where it is not known.
    func name(ofKey key: String) -> String {
      let lesson = key.prefix { $0 != "/" }
      return (names[String(lesson)] ?? String(lesson)) + key[lesson.endIndex...]
    }
    entries = journal.compactMap { entry in
      switch entry.event {
      case .attempt(let attempt):
        .attempt(Attempt(attempt, exercise: name(ofKey: attempt.exercise), at: entry.date))
      case .reset(let lesson):
        .reset(entry.date, what: "reset of \(lesson.map(name(ofKey:)) ?? "everything")")
      case .reservation, .hint, .solution, .prediction, .place: nil
      }
    }
  }

  /// What to type next.
  package var next: [NextStep] {
    [NextStep("knobs progress", "what they add up to"), NextStep("knobs learn", "go on")]
  }

  /// A time of day where the learner lives, to the minute.
  package static func time(_ date: Date, in zone: TimeZone = .current) -> String {
    let style = Date.ISO8601FormatStyle(
      dateTimeSeparator: .space, includingFractionalSeconds: false, timeZone: zone)
    return String(
      date.formatted(style.year().month().day().time(includingFractionalSeconds: false))
        .prefix(16))
  }

  /// Writes the attempts.
  package func encode(to encoder: any Encoder) throws {
    let attempts = entries.compactMap { entry -> Attempt? in
      if case .attempt(let attempt) = entry { attempt } else { nil }
    }
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(attempts, forKey: .attempts)
  }
}

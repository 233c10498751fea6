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
    /// Which attempt of the journal it is, from 1, those before a reset included.
    package let number: Int

    /// When it was made.
    package let date: Date

    /// The exercise by the name that is shown.
    package let exercise: String

    /// What was recorded.
    package let recorded: JournalEntry.Attempt

    /// Which attempt at its exercise it was since the last reset, from 1.
    package let count: Int

    /// What was found, by code.
    package var findings: [String] { recorded.findings }

    /// Whether it passed.
    package var isPassed: Bool { recorded.passed }

    /// The chosen values.
    package var values: String {
      recorded.settings.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.text)" }
        .joined(separator: ", ")
    }

    /// The points earned, of those there are.
    package var pointsText: String { "\(recorded.points) of \(recorded.maximumPoints)" }

    /// The chosen values as they would be typed.
    package var arguments: [KnobArgument] {
      recorded.settings.sorted { $0.key < $1.key }
        .map { KnobArgument(knob: $0.key, value: $0.value.text) }
    }

    private enum Key: CodingKey {
      case number, at, exercise, settings, passed, points, maximumPoints, findings
    }

    /// Writes the time as ISO 8601 has it.
    package func encode(to encoder: any Encoder) throws {
      var fields = encoder.container(keyedBy: Key.self)
      try fields.encode(number, forKey: .number)
      try fields.encode(date.formatted(.iso8601), forKey: .at)
      try fields.encode(exercise, forKey: .exercise)
      try fields.encode(recorded.settings, forKey: .settings)
      try fields.encode(recorded.passed, forKey: .passed)
      try fields.encode(recorded.points, forKey: .points)
      try fields.encode(recorded.maximumPoints, forKey: .maximumPoints)
      try fields.encode(findings, forKey: .findings)
    }
  }

  /// The lines in order.
  package private(set) var entries: [Entry]

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
    var number = 0
    var counts: [String: Int] = [:]
    entries = journal.compactMap { entry in
      switch entry.event {
      case .attempt(let attempt):
        number += 1
        counts[attempt.exercise, default: 0] += 1
        return .attempt(
          Attempt(
            number: number, date: entry.date, exercise: name(ofKey: attempt.exercise),
            recorded: attempt, count: counts[attempt.exercise] ?? 0))
      case .reset(let lesson):
        counts = counts.filter { key, _ in lesson.map { key.prefix { $0 != "/" } != $0 } ?? false }
        return .reset(entry.date, what: "reset of \(lesson.map(name(ofKey:)) ?? "everything")")
      case .reservation, .hint, .solution, .prediction, .place: return nil
      }
    }
  }

  /// The attempts in order.
  package var attempts: [Attempt] {
    entries.compactMap { entry in
      if case .attempt(let attempt) = entry { attempt } else { nil }
    }
  }

  /// The log of one attempt alone; empty if there is none of this number.
  package func only(_ number: Int) -> AttemptLog {
    var log = self
    log.entries = attempts.filter { $0.number == number }.map(Entry.attempt)
    log.next = [NextStep("knobs log \(number) --again", "grade it once more, on the same seeds")]
    return log
  }

  /// What to type next.
  package private(set) var next = [
    NextStep("knobs progress", "what they add up to"), NextStep("knobs learn", "go on"),
  ]

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
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(attempts, forKey: .attempts)
  }
}

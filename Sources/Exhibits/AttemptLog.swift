import Experiments
import Foundation
import Grading
import Lessons

/// Every attempt, the last one at the end.
package struct AttemptLog: Exhibit {
  /// A line of the log.
  package enum Entry: Sendable {
    case attempt(Attempt)

    /// A lesson, an exercise or everything was begun again, or something passed was asked again.
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

  /// The attempts in order, and how often each exercise had been tried since its last reset by then.
  private var attempts = AttemptStore()
  private var counts: [UInt32] = []

  /// The resets and reviews in order.
  private var resets: [(date: Date, what: String)] = []

  /// The lines in order: the place of an attempt, or that of a reset below zero.
  private var order: [Int32] = []

  /// The lessons that are known, by their keys, as they are shown.
  private let names: [String: String]

  /// The names of the lessons that are known, as they are shown.
  private let shown: Set<String>

  /// How often each exercise was tried since its last reset, by the keys of its lesson and its own.
  private var tries: [String: [String: UInt32]] = [:]

  /// A log without attempts.
  ///
  /// - Parameter listings: the lessons that are known, for the names under which they are shown.
  package init(listings: [Syllabus.Listing]) {
    names = Dictionary(
      listings.map { ($0.key, $0.name) }, uniquingKeysWith: { first, _ in first })
    shown = Set(listings.map(\.name))
  }

  /// Takes in what happened next, where it belongs here.
  package mutating func add(_ entry: JournalEntry) {
    switch entry.event {
    case .attempt(let attempt):
      order.append(Int32(clamping: attempts.count))
      attempts.append(attempt, at: entry.date)
      counts.append(count(attempt.exercise))
    case .reset(nil):
      tries = [:]
      add(reset: "everything", at: entry.date)
    case .reset(let lesson?):
      tries[lesson] = nil
      add(reset: names[lesson] ?? lesson, at: entry.date)
    case .review(let review):
      let lesson = names[review.item.lesson] ?? review.item.lesson
      let name = review.item.name.isEmpty ? lesson : "\(lesson)/\(review.item.name)"
      let given = review.given.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.text)" }
      let variant = given.isEmpty ? "" : " with \(given.joined(separator: ", "))"
      let verdict =
        switch review.item.kind {
        case .exercise: review.passed ? "passed" : "not passed"
        case .prediction: review.passed ? "right" : "not right"
        case .recap: review.passed ? "remembered" : "not remembered"
        }
      add(note: "review of \(name)\(variant): \(verdict)", at: entry.date)
    case .exerciseReset(let exercise):
      let lesson = LessonKey.lesson(of: exercise)
      tries[lesson]?[exercise] = nil
      add(reset: (names[lesson] ?? lesson) + exercise.dropFirst(lesson.count), at: entry.date)
    case .reservation, .hint, .solution, .prediction, .place: break
    }
  }

  private mutating func add(reset what: String, at date: Date) {
    add(note: "reset of \(what)", at: date)
  }

  private mutating func add(note: String, at date: Date) {
    resets.append((date, note))
    order.append(Int32(clamping: -resets.count))
  }

  /// How often an exercise was tried, now that it was tried once more.
  private mutating func count(_ exercise: String) -> UInt32 {
    func counted(_ count: inout UInt32) -> UInt32 {
      count += 1
      return count
    }
    return counted(&tries[LessonKey.lesson(of: exercise), default: [:]][exercise, default: 0])
  }

  /// The lines in order.
  package var entries: some Sequence<Entry> {
    order.lazy.map { place in
      guard place < 0 else { return .attempt(self.attempt(at: Int(place))) }
      let reset = self.resets[-1 - Int(place)]
      return .reset(reset.date, what: reset.what)
    }
  }

  /// How many attempts there are.
  package var count: Int { attempts.count }

  /// Whether there is no line.
  package var isEmpty: Bool { order.isEmpty }

  private func attempt(at place: Int) -> Attempt {
    let (date, recorded) = attempts[place]
    return Attempt(
      number: place + 1, date: date,
      exercise: name(of: recorded, in: LessonKey.lesson(of: recorded.exercise)),
      recorded: recorded, count: Int(counts[place]))
  }

  /// The name of an attempt's exercise; its key where the lesson is not known.
  ///
  /// A key of the course that is also the name of another lesson here has the name of the course before
  /// it.
  private func name(of attempt: JournalEntry.Attempt, in lesson: String) -> String {
    let rest = attempt.exercise.dropFirst(lesson.count)
    if let name = names[lesson] { return name + rest }
    let isOther = shown.contains(lesson) && attempt.pack == Pack.bundledName
    return isOther ? "\(Pack.bundledName):\(attempt.exercise)" : attempt.exercise
  }

  /// The attempt of a number; nil if there is none.
  package func attempt(_ number: Int) -> Attempt? {
    number >= 1 && number <= count ? attempt(at: number - 1) : nil
  }

  /// The log of one attempt alone; empty if there is none of this number.
  package func only(_ number: Int) -> AttemptLog {
    var log = self
    log.order = attempt(number) == nil ? [] : [Int32(clamping: number - 1)]
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

  private enum Key: CodingKey { case attempts }

  /// Writes the attempts.
  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(Array(elements), forKey: .attempts)
  }
}

extension AttemptLog: LongDocument {
  package static var elementsKey: String { Key.attempts.stringValue }

  /// The attempts in order.
  package var elements: some Sequence<Attempt> {
    entries.lazy.compactMap { entry in
      if case .attempt(let attempt) = entry { attempt } else { nil }
    }
  }
}

import Experiments
import Foundation
import Grading
import Lessons

/// What is to be asked again today, and when there is more.
package struct ReviewPlan: Exhibit {
  /// Something that is asked again.
  package struct Question: Sendable {
    package enum Content: Sendable {
      /// An exercise with other given values than it has in its lesson.
      case exercise(Exercise, given: Settings)

      /// A prediction with other settings than it has in its lesson.
      case prediction(PredictDirective, given: Settings)

      /// The sentences to keep of a lesson.
      case recap([String])
    }

    /// What the journal knows it by.
    package let item: ReviewItem

    /// The lesson by the name by which it is opened, and its title.
    package let lesson: String
    package let title: String

    /// What opens the section of the lesson in which it stands.
    package let command: String
    package let content: Content

    /// The day from which on it is asked, counted from the first of January 1970.
    package let day: Int

    /// How often it was asked again before.
    package let count: Int

    /// The values that varied, in words; empty for a recap.
    package var givenText: String {
      switch content {
      case .exercise(let exercise, let given): exercise.variants.text(of: given)
      case .prediction(let directive, let given): directive.variants.text(of: given)
      case .recap: ""
      }
    }

    /// The values that varied, by knob.
    package var given: [String: SettingValue] {
      switch content {
      case .exercise(_, let given), .prediction(_, let given): given.turned
      case .recap: [:]
      }
    }

    /// What it is, in words: `exercise steeper-valley`.
    package var name: String {
      item.kind == .recap ? "what to keep of it" : "\(item.kind.rawValue) \(item.name)"
    }
  }

  /// What is asked today, what waits longest first; of recaps the three that wait longest.
  package let questions: [Question]

  /// How many days from today there is more to ask, and how much then; nil if there never is.
  package let later: (days: Int, count: Int)?

  /// Whether anything was passed that can be asked again.
  package var isEmpty: Bool { questions.isEmpty && later == nil }

  /// What to type next.
  package let next: [NextStep]

  /// Today, counted from the first of January 1970.
  private let today: Int

  /// The most recaps of one day.
  package static let mostRecaps = 3

  /// What is to be asked again at a moment.
  ///
  /// - Parameters:
  ///   - syllabus: the lessons, outlines of which are enough.
  ///   - schedule: what was passed, and when.
  ///   - zone: the time zone in which days begin.
  package init(
    _ syllabus: Syllabus, _ schedule: ReviewSchedule, at date: Date, in zone: TimeZone
  ) {
    let today = DayNumber.of(date, in: zone)
    let all = syllabus.lessons.flatMap { Self.questions(of: $0, schedule, zone) }
    let due = all.enumerated().filter { $0.element.day <= today }
      .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
    let recaps = due.filter { $0.item.kind == .recap }.prefix(Self.mostRecaps)
    questions = due.filter { $0.item.kind != .recap } + recaps
    // Recaps beyond the three of today wait for tomorrow.
    let left = due.count - questions.count
    let days =
      all.map { $0.day - today }.filter { $0 > 0 } + Array(repeating: 1, count: left)
    let soonest = days.min()
    later = soonest.map { day in (day, days.count { $0 == day }) }
    next =
      questions.isEmpty
      ? [NextStep("knobs learn", "go on with the lessons")]
      : [NextStep("knobs review", "to be asked, on a terminal")]
    self.today = today
  }

  private static func questions(
    of lesson: Lesson, _ schedule: ReviewSchedule, _ zone: TimeZone
  ) -> [Question] {
    let sections = lesson.sectionNames
    func section(_ holds: (Lesson.Element) -> Bool) -> String {
      let index = lesson.sections.firstIndex { $0.elements.contains(where: holds) } ?? 0
      return "knobs learn \(lesson.name)" + (sections.isEmpty ? "" : "#\(sections[index])")
    }
    func question(
      _ item: ReviewItem, _ state: ReviewSchedule.State, _ command: String,
      _ content: Question.Content
    ) -> Question {
      Question(
        item: item, lesson: lesson.name, title: lesson.title, command: command, content: content,
        day: DayNumber.of(state.last, in: zone) + state.interval, count: state.count)
    }
    var questions: [Question] = []
    for prediction in lesson.predictions {
      let item = ReviewItem(.prediction, lesson: lesson.key, name: prediction.name)
      guard let state = schedule.states[item],
        let given = prediction.variants.turn(state.count, of: item.key)
      else { continue }
      let command = section {
        if case .predict(let other) = $0 { other.name == prediction.name } else { false }
      }
      questions.append(
        question(item, state, command, .prediction(prediction.variant(given), given: given)))
    }
    for exercise in lesson.exercises {
      let item = ReviewItem(.exercise, lesson: lesson.key, name: exercise.name)
      guard let state = schedule.states[item],
        let given = exercise.variants.turn(state.count, of: item.key)
      else { continue }
      let command = section {
        if case .exercise(let other) = $0 { other.name == exercise.name } else { false }
      }
      questions.append(
        question(item, state, command, .exercise(exercise.variant(given), given: given)))
    }
    let sentences = lesson.recap
    if !sentences.isEmpty,
      let state = schedule.recap(of: lesson.key, sections: lesson.sections.count)
    {
      questions.append(
        question(
          ReviewItem(.recap, lesson: lesson.key), state, "knobs learn \(lesson.name)",
          .recap(sentences)))
    }
    return questions
  }

  /// How many days something has waited, in words; empty since today.
  package func waiting(_ question: Question) -> String {
    let days = today - question.day
    return days > 0 ? "for \(NumberText.count(days, "day"))" : ""
  }

  /// When there is more, as a sentence; nil if there never is.
  package var laterText: String? {
    later.map { days, count in
      let when = days == 1 ? "tomorrow" : "in \(NumberText.count(days, "day"))"
      return questions.isEmpty
        ? "Nothing is to be asked today; \(count) \(when)." : "After that \(count) more \(when)."
    }
  }

  private enum Key: CodingKey { case due, later, days, count }
  private enum QuestionKey: CodingKey { case kind, lesson, name, given, since, asked }

  /// Writes what is asked today, and when there is more.
  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    var list = fields.nestedUnkeyedContainer(forKey: .due)
    for question in questions {
      var fields = list.nestedContainer(keyedBy: QuestionKey.self)
      try fields.encode(question.item.kind.rawValue, forKey: .kind)
      try fields.encode(question.lesson, forKey: .lesson)
      if !question.item.name.isEmpty { try fields.encode(question.item.name, forKey: .name) }
      if !question.given.isEmpty { try fields.encode(question.given, forKey: .given) }
      try fields.encode(today - question.day, forKey: .since)
      try fields.encode(question.count, forKey: .asked)
    }
    guard let later else { return }
    var more = fields.nestedContainer(keyedBy: Key.self, forKey: .later)
    try more.encode(later.days, forKey: .days)
    try more.encode(later.count, forKey: .count)
  }
}

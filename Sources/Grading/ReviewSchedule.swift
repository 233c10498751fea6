import Foundation

/// When what was passed is asked again, by the journal alone.
///
/// Each success makes the time to the next asking longer, and a failure begins anew: the spacing effect
/// (Cepeda et al. 2006, "Distributed practice in verbal recall tasks", *Psychological Bulletin* 132),
/// in the boxes of Leitner (1972, *So lernt man lernen*).
package struct ReviewSchedule: Sendable {
  /// The days from one asking to the next, by how many successes came one after another.
  package static let days = [1, 3, 7, 16, 35, 80, 180]

  /// Where something stands that was passed.
  package struct State: Sendable, Hashable {
    /// When it was passed, or asked last.
    package var last: Date

    /// How many successes came one after another.
    package var streak = 0

    /// How often it was asked again.
    package var count = 0

    /// The days after which it is asked again.
    package var interval: Int { days[min(streak, days.count - 1)] }
  }

  /// Everything that was passed and not begun again.
  package private(set) var states: [ReviewItem: State] = [:]

  /// The last section that was reached in each lesson, and when it was reached first.
  private var places: [String: (section: Int, date: Date)] = [:]

  package init() {}

  /// Takes in what happened next.
  package mutating func add(_ entry: JournalEntry) {
    switch entry.event {
    case .attempt(let attempt):
      guard attempt.passed, let slash = attempt.exercise.lastIndex(of: "/") else { return }
      let name = String(attempt.exercise[slash...].dropFirst())
      begin(
        ReviewItem(.exercise, lesson: String(attempt.exercise[..<slash]), name: name), entry.date)
    case .prediction(let prediction):
      begin(
        ReviewItem(.prediction, lesson: prediction.lesson, name: prediction.name), entry.date)
    case .place(let lesson, let section):
      if let known = places[lesson], known.section >= section { return }
      places[lesson] = (section, entry.date)
    case .review(let review):
      var state = states[review.item] ?? State(last: entry.date)
      state.last = entry.date
      state.streak = review.passed ? state.streak + 1 : 0
      state.count += 1
      states[review.item] = state
    case .reset(nil): (states, places) = ([:], [:])
    case .reset(let lesson?):
      states = states.filter { $0.key.lesson != lesson }
      places[lesson] = nil
    case .exerciseReset(let exercise):
      states = states.filter { $0.key.kind != .exercise || $0.key.key != exercise }
    case .reservation, .hint, .solution: break
    }
  }

  private mutating func begin(_ item: ReviewItem, _ date: Date) {
    if states[item] == nil { states[item] = State(last: date) }
  }

  /// Where the recap of a lesson stands; nil until the lesson was read to its end.
  ///
  /// - Parameter sections: how many sections the lesson has.
  package func recap(of lesson: String, sections: Int) -> State? {
    guard let place = places[lesson], place.section >= sections else { return nil }
    return states[ReviewItem(.recap, lesson: lesson)] ?? State(last: place.date)
  }
}

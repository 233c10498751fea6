/// What the journal adds up to.
package struct Transcript: Sendable {
  /// Where a learner stands with one exercise.
  package struct Standing: Sendable, Hashable {
    /// Attempts since the last reset.
    package var attempts = 0

    /// Attempts of all time: no two of them share a seed.
    package var attemptsEver = 0
    package var isPassed = false

    /// The most points of any attempt since the last reset.
    package var points = 0
    package var hints = 0

    /// How many attempts open the solution of an exercise that was not passed.
    package static let attemptsForSolution = 3

    /// Whether the solution may be shown.
    package var opensSolution: Bool { isPassed || attempts >= Self.attemptsForSolution }
  }

  /// By the key of the exercise.
  package private(set) var standings: [String: Standing] = [:]

  /// The section reached, by the key of the lesson.
  package private(set) var places: [String: Int] = [:]

  /// The last answer, by `lesson/prediction`, with the key of the lesson.
  package private(set) var predictions: [String: JournalEntry.Prediction] = [:]

  /// The key of the lesson in which something happened last, of those that were not reset since.
  package var lastLesson: String? { visits.max { $0.value < $1.value }?.key }

  /// The last attempt in a lesson that was not reset since.
  package var lastAttempt: JournalEntry.Attempt? {
    attempts.values.max { $0.number < $1.number }?.attempt
  }

  /// How many events were added up.
  private var count = 0

  /// The number of the last event of each lesson since its last reset.
  private var visits: [String: Int] = [:]

  /// The last attempt in each lesson since its last reset, with the number of its event.
  private var attempts: [String: (number: Int, attempt: JournalEntry.Attempt)] = [:]

  package init(_ entries: [JournalEntry] = []) {
    for entry in entries { add(entry.event) }
  }

  package subscript(_ exercise: String) -> Standing { standings[exercise] ?? Standing() }

  /// How many exercises of a lesson are passed.
  package func passed(in lesson: Lesson) -> Int {
    lesson.exercises.count { self[$0.key].isPassed }
  }

  package func points(in lesson: Lesson) -> Int {
    lesson.exercises.map { min(self[$0.key].points, $0.maximumPoints) }.reduce(0, +)
  }

  /// Whether everything in a lesson has been done.
  package func isComplete(_ lesson: Lesson) -> Bool {
    let isRead = (places[lesson.key] ?? -1) >= lesson.sections.count
    return lesson.exercises.isEmpty ? isRead : passed(in: lesson) == lesson.exercises.count
  }

  private mutating func add(_ event: JournalEntry.Event) {
    count += 1
    switch event {
    case .attempt(let attempt):
      standings[attempt.exercise, default: Standing()].attempts += 1
      standings[attempt.exercise]?.attemptsEver += 1
      if attempt.passed { standings[attempt.exercise]?.isPassed = true }
      let best = max(self[attempt.exercise].points, attempt.points)
      standings[attempt.exercise]?.points = best
      let lesson = Self.lesson(of: attempt.exercise)
      attempts[lesson] = (count, attempt)
      visits[lesson] = count
    case .hint(let exercise, let number):
      let hints = max(self[exercise].hints, number)
      standings[exercise, default: Standing()].hints = hints
      visits[Self.lesson(of: exercise)] = count
    case .solution(let exercise):
      visits[Self.lesson(of: exercise)] = count
    case .prediction(let prediction):
      predictions["\(prediction.lesson)/\(prediction.name)"] = prediction
      visits[prediction.lesson] = count
    case .place(let lesson, let section):
      places[lesson] = section
      visits[lesson] = count
    case .reset(let lesson): reset(lesson)
    }
  }

  private mutating func reset(_ lesson: String?) {
    func isTouched(_ id: String) -> Bool { lesson == nil || Self.lesson(of: id) == lesson }
    for (id, standing) in standings where isTouched(id) {
      standings[id] = Standing(attemptsEver: standing.attemptsEver)
    }
    for id in predictions.keys where isTouched(id) { predictions[id] = nil }
    for name in places.keys where lesson == nil || name == lesson { places[name] = nil }
    for name in visits.keys where lesson == nil || name == lesson { visits[name] = nil }
    for name in attempts.keys where lesson == nil || name == lesson { attempts[name] = nil }
  }

  private static func lesson(of id: String) -> String {
    String(id.prefix { $0 != "/" })
  }
}

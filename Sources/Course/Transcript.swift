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

  /// By exercise id.
  package private(set) var standings: [String: Standing] = [:]

  /// The section reached, by lesson.
  package private(set) var places: [String: Int] = [:]

  /// The last answer, by `lesson/prediction`.
  package private(set) var predictions: [String: JournalEntry.Prediction] = [:]

  /// The lesson in which something happened last.
  package private(set) var lastLesson: String?

  /// The last attempt since the last reset that touched it.
  package private(set) var lastAttempt: JournalEntry.Attempt?

  package init(_ entries: [JournalEntry] = []) {
    for entry in entries { add(entry.event) }
  }

  package subscript(_ exercise: String) -> Standing { standings[exercise] ?? Standing() }

  /// How many exercises of a lesson are passed.
  package func passed(in lesson: Lesson) -> Int {
    lesson.exercises.count { self[$0.id].isPassed }
  }

  package func points(in lesson: Lesson) -> Int {
    lesson.exercises.map { min(self[$0.id].points, $0.maximumPoints) }.reduce(0, +)
  }

  /// Whether everything in a lesson has been done.
  package func isComplete(_ lesson: Lesson) -> Bool {
    let isRead = (places[lesson.name] ?? -1) >= lesson.sections.count
    return lesson.exercises.isEmpty ? isRead : passed(in: lesson) == lesson.exercises.count
  }

  private mutating func add(_ event: JournalEntry.Event) {
    switch event {
    case .attempt(let attempt):
      standings[attempt.exercise, default: Standing()].attempts += 1
      standings[attempt.exercise]?.attemptsEver += 1
      if attempt.passed { standings[attempt.exercise]?.isPassed = true }
      let best = max(self[attempt.exercise].points, attempt.points)
      standings[attempt.exercise]?.points = best
      lastLesson = Self.lesson(of: attempt.exercise)
      lastAttempt = attempt
    case .hint(let exercise, let number):
      let hints = max(self[exercise].hints, number)
      standings[exercise, default: Standing()].hints = hints
      lastLesson = Self.lesson(of: exercise)
    case .solution(let exercise):
      lastLesson = Self.lesson(of: exercise)
    case .prediction(let prediction):
      predictions["\(prediction.lesson)/\(prediction.name)"] = prediction
      lastLesson = prediction.lesson
    case .place(let lesson, let section):
      places[lesson] = section
      lastLesson = lesson
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
    if let last = lastAttempt, isTouched(last.exercise) { lastAttempt = nil }
    if lesson == nil || lastLesson == lesson { lastLesson = nil }
  }

  private static func lesson(of id: String) -> String {
    String(id.prefix { $0 != "/" })
  }
}

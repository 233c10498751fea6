import Experiments

/// What the journal adds up to.
package struct Progress: Sendable {
  /// Where a learner stands with one exercise.
  package struct Standing: Sendable, Hashable {
    /// Attempts since the last reset that were graded.
    package var attempts = 0

    /// Those of them that were made at the exercise as it is now, or of which that is not known.
    package var currentAttempts = 0

    /// Whether the exercise as it is now was passed since the last reset.
    package var isPassed = false

    /// Whether it was passed, but only before it was made into what it is now.
    package var hasPassedEarlierForm = false

    /// The most points of any attempt since the last reset at the exercise as it is now.
    package var points = 0
    package var hints = 0

    /// How many attempts open the solution of an exercise that was not passed.
    package static let attemptsForSolution = 3

    /// How many attempts are missing until the solution may be shown; none once it was passed.
    package var attemptsToSolution: Int {
      isPassed ? 0 : max(0, Self.attemptsForSolution - currentAttempts)
    }

    /// Whether the solution may be shown.
    package var opensSolution: Bool { attemptsToSolution == 0 }

    /// Takes in attempts at the exercise as it is now.
    fileprivate mutating func count(_ result: Result) {
      currentAttempts += result.attempts
      isPassed = isPassed || result.isPassed
      points = max(points, result.points)
    }
  }

  /// Which form of an exercise attempts were made at, and of whose, as far as that was recorded.
  private struct Form: Sendable, Hashable {
    let digest: String?
    let pack: String?
  }

  /// What came of the attempts at one form of an exercise since the last reset.
  fileprivate struct Result: Sendable {
    var attempts = 0
    var isPassed = false
    var points = 0
  }

  /// What was done in one exercise since the last reset.
  private struct Record: Sendable {
    var attempts = 0
    var hints = 0
    var results: [Form: Result] = [:]

    mutating func add(_ attempt: JournalEntry.Attempt) {
      attempts += 1
      let form = Form(digest: attempt.digest, pack: attempt.pack)
      results[form, default: Result()].add(attempt)
    }
  }

  /// What was done in one lesson since its last reset.
  private struct Visit: Sendable {
    /// The number of its last event.
    var last = 0

    /// The section reached.
    var place: Int?

    /// The last answer to each prediction.
    var predictions: [String: JournalEntry.Prediction] = [:]

    /// By the key of the exercise.
    var records: [String: Record] = [:]

    /// The last attempt, with the number of its event.
    var attempt: (number: Int, attempt: JournalEntry.Attempt)?
  }

  /// By the key of the lesson.
  private var visits: [String: Visit] = [:]

  /// The largest number that an attempt of all time was given, by the key of the exercise.
  private var lastNumbers: [String: Int] = [:]

  /// The keys of the lessons that were reset one by one since everything was.
  private var resets: Set<String> = []

  /// How many events were added up.
  private var count = 0

  package init(_ entries: [JournalEntry] = []) {
    for entry in entries { add(entry.event) }
  }

  /// The keys of the lessons in which something happened that were not reset since.
  package var lessons: Set<String> { Set(visits.keys) }

  /// The key of the lesson in which something happened last, of those that were not reset since.
  package var lastLesson: String? { visits.max { $0.value.last < $1.value.last }?.key }

  /// The one of some lessons in which something happened last; nil if nothing did since their resets.
  package func lastLesson(of keys: some Sequence<String>) -> String? {
    keys.lazy.compactMap { key in visits[key].map { (key, $0.last) } }.max { $0.1 < $1.1 }?.0
  }

  /// The last attempt in some lessons that were not reset since.
  package func lastAttempt(in keys: some Sequence<String>) -> JournalEntry.Attempt? {
    keys.lazy.compactMap { visits[$0]?.attempt }.max { $0.number < $1.number }?.attempt
  }

  /// The section reached in a lesson, given its key.
  package func place(in lesson: String) -> Int? { visits[lesson]?.place }

  /// The last answer to a prediction of a lesson, given the lesson's key.
  package func answer(to prediction: String, in lesson: String) -> JournalEntry.Prediction? {
    visits[lesson]?.predictions[prediction]
  }

  /// Whether there ever was an attempt, graded or not.
  var hasAttempts: Bool { !lastNumbers.isEmpty }

  /// Where a learner stands with an exercise.
  ///
  /// Early versions kept a pack without a name under keys that other packs have too. Of what they
  /// recorded there, attempts at the very form that the exercise has now are taken for attempts at it.
  package subscript(_ exercise: Exercise) -> Standing {
    var standing = standing(of: exercise.key, digest: exercise.digest)
    guard let key = exercise.lessonKey, !resets.contains(key.text) else { return standing }
    for lesson in key.shared {
      guard let results = visits[lesson]?.records["\(lesson)/\(exercise.name)"]?.results,
        let result = results[Form(digest: exercise.digest, pack: nil)]
      else { continue }
      standing.attempts += result.attempts
      standing.count(result)
    }
    if standing.isPassed { standing.hasPassedEarlierForm = false }
    return standing
  }

  /// Where a learner stands with an exercise, by what was recorded under its key.
  ///
  /// Attempts at another form of it count neither as passed nor with their points; those of which it
  /// was not recorded at which form they were made do.
  ///
  /// - Parameters:
  ///   - key: the exercise's key.
  ///   - digest: the digest of the exercise as it is now, which is looked at only if there is
  ///     something to compare it with.
  func standing(of key: String, digest: @autoclosure () -> String) -> Standing {
    guard let record = visits[LessonKey.lesson(of: key)]?.records[key] else { return Standing() }
    var standing = Standing(attempts: record.attempts, hints: record.hints)
    let digest = record.results.keys.contains { $0.digest != nil } ? digest() : nil
    for (form, result) in record.results {
      if form.digest == nil || form.digest == digest {
        standing.count(result)
      } else if result.isPassed {
        standing.hasPassedEarlierForm = true
      }
    }
    if standing.isPassed { standing.hasPassedEarlierForm = false }
    return standing
  }

  /// The largest number that an attempt of an exercise was ever given; 0 if there was none.
  ///
  /// Attempts of which no number was recorded were numbered one after another.
  func lastNumber(of exercise: String) -> Int { lastNumbers[exercise] ?? 0 }

  /// Takes in what happened next.
  package mutating func add(_ event: JournalEntry.Event) {
    count += 1
    switch event {
    case .reservation(let exercise, let number):
      Self.raise(&lastNumbers[exercise, default: 0], to: number)
    case .attempt(let attempt): add(attempt)
    case .hint(let exercise, let number):
      change(LessonKey.lesson(of: exercise)) { visit in
        let hints = max(visit.records[exercise]?.hints ?? 0, number)
        visit.records[exercise, default: Record()].hints = hints
      }
    case .solution(let exercise): change(LessonKey.lesson(of: exercise)) { _ in }
    case .prediction(let prediction):
      change(prediction.lesson) { $0.predictions[prediction.name] = prediction }
    case .place(let lesson, let section): change(lesson) { $0.place = section }
    case .reset(nil):
      visits = [:]
      resets = []
    case .reset(let lesson?):
      visits[lesson] = nil
      resets.insert(lesson)
    }
  }

  private mutating func add(_ attempt: JournalEntry.Attempt) {
    let key = attempt.exercise
    Self.raise(&lastNumbers[key, default: 0], to: attempt.number)
    let number = count
    change(LessonKey.lesson(of: key)) { visit in
      visit.attempt = (number, attempt)
      visit.records[key, default: Record()].add(attempt)
    }
  }

  /// Takes in the number of an attempt; without one it is the next.
  private static func raise(_ last: inout Int, to number: Int?) {
    last = max(last, number ?? last + 1)
  }

  /// Changes what was done in a lesson, in place.
  private mutating func change(_ lesson: String, _ change: (inout Visit) -> Void) {
    let number = count
    func visited(_ visit: inout Visit) {
      visit.last = number
      change(&visit)
    }
    visited(&visits[lesson, default: Visit()])
  }
}

extension Progress.Result {
  fileprivate mutating func add(_ attempt: JournalEntry.Attempt) {
    attempts += 1
    isPassed = isPassed || attempt.passed
    points = max(points, attempt.points)
  }
}

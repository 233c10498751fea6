import Experiments

/// What the journal adds up to.
package struct Progress: Sendable {
  /// Where a learner stands with one exercise.
  package struct Standing: Sendable, Hashable {
    /// Attempts since the last reset that were graded.
    package var attempts = 0

    /// Whether the exercise as it is now was passed since the last reset.
    package var isPassed = false

    /// Whether it was passed, but only before it was made into what it is now.
    package var hasPassedEarlierForm = false

    /// The most points of any attempt since the last reset at the exercise as it is now.
    package var points = 0
    package var hints = 0

    /// How many attempts open the solution of an exercise that was not passed.
    package static let attemptsForSolution = 3

    /// Whether the solution may be shown.
    package var opensSolution: Bool { isPassed || attempts >= Self.attemptsForSolution }
  }

  /// What was done in one exercise.
  private struct Record: Sendable {
    /// Attempts since the last reset that were graded.
    var attempts = 0
    var hints = 0

    /// The largest number that an attempt of all time was given.
    var lastNumber = 0

    /// What came of the attempts since the last reset, by the digest of the exercise as it was; nil
    /// where that was not recorded.
    var results: [String?: Result] = [:]
  }

  private struct Result: Sendable {
    var isPassed = false
    var points = 0

    /// Takes in what came of another attempt, or of several.
    mutating func add(isPassed: Bool, points: Int) {
      self.isPassed = self.isPassed || isPassed
      self.points = max(self.points, points)
    }
  }

  /// By the key of the exercise.
  private var records: [String: Record] = [:]

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

  package subscript(_ exercise: Exercise) -> Standing {
    standing(of: exercise.key, digest: exercise.digest)
  }

  /// Where a learner stands with an exercise.
  ///
  /// Attempts at another form of it count neither as passed nor with their points; those of which it
  /// was not recorded at which form they were made do.
  ///
  /// - Parameters:
  ///   - key: the exercise's key.
  ///   - digest: the digest of the exercise as it is now, which is looked at only if there is
  ///     something to compare it with.
  func standing(of key: String, digest: @autoclosure () -> String) -> Standing {
    guard let record = records[key] else { return Standing() }
    var standing = Standing(attempts: record.attempts, hints: record.hints)
    let digest = record.results.keys.contains { $0 != nil } ? digest() : nil
    for (form, result) in record.results {
      if form == nil || form == digest {
        standing.isPassed = standing.isPassed || result.isPassed
        standing.points = max(standing.points, result.points)
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
  func lastNumber(of exercise: String) -> Int { records[exercise]?.lastNumber ?? 0 }

  private mutating func add(_ event: JournalEntry.Event) {
    count += 1
    switch event {
    case .reservation(let exercise, let number):
      records[exercise, default: Record()].lastNumber = max(lastNumber(of: exercise), number)
    case .attempt(let attempt):
      var record = records[attempt.exercise] ?? Record()
      record.attempts += 1
      record.lastNumber = max(record.lastNumber, attempt.number ?? record.lastNumber + 1)
      record.results[attempt.digest, default: Result()].add(
        isPassed: attempt.passed, points: attempt.points)
      records[attempt.exercise] = record
      let lesson = Self.lesson(of: attempt.exercise)
      attempts[lesson] = (count, attempt)
      visits[lesson] = count
    case .hint(let exercise, let number):
      let hints = max(records[exercise]?.hints ?? 0, number)
      records[exercise, default: Record()].hints = hints
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
    for (id, record) in records where isTouched(id) {
      records[id] = Record(lastNumber: record.lastNumber)
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

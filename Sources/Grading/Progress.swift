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
    mutating func count(_ result: Result) {
      currentAttempts += result.attempts
      isPassed = isPassed || result.isPassed
      points = max(points, result.points)
    }
  }

  /// Where the lessons and exercises of each key stand.
  private var visitIndices: [String: Int] = [:]
  private var recordIndices: [String: Int] = [:]
  private var visits: [Visit] = []
  private var records: [Record] = []

  /// The number of the last reset of everything.
  private var reset = 0

  /// How many events were added up.
  private var count = 0

  package init(_ entries: [JournalEntry] = []) {
    for entry in entries { add(entry.event) }
  }

  /// What was done in a lesson since its last reset; nil if nothing was.
  private func visit(_ lesson: String) -> Visit? {
    guard let index = visitIndices[lesson] else { return nil }
    let visit = visits[index]
    return visit.last > max(visit.reset, reset) ? visit : nil
  }

  /// What was done in an exercise since the last reset of its lesson; nil if nothing was.
  private func record(_ exercise: String) -> Record? {
    guard let index = recordIndices[exercise] else { return nil }
    let record = records[index]
    return record.start > max(record.reset, visits[record.visit].reset, reset) ? record : nil
  }

  /// The keys of the lessons in which something happened that were not reset since.
  package var lessons: Set<String> { Set(visitIndices.keys.filter { visit($0) != nil }) }

  /// The one of some lessons in which something happened last; nil if nothing did since their resets.
  ///
  /// - Parameter keys: the keys of the lessons.
  package func lastLesson(of keys: some Sequence<String>) -> String? {
    keys.lazy.compactMap { key in visit(key).map { (key, $0.last) } }.max { $0.1 < $1.1 }?.0
  }

  /// The last attempt in some lessons that were not reset since; nil also if it is not known in full.
  package func lastAttempt(in keys: some Sequence<String>) -> JournalEntry.Attempt? {
    keys.lazy.compactMap { visit($0)?.attempt }.max { $0.number < $1.number }?.attempt
  }

  /// The section reached in a lesson, given its key.
  package func place(in lesson: String) -> Int? { visit(lesson)?.place }

  /// The last answer to a prediction of a lesson, given the lesson's key.
  package func answer(to prediction: String, in lesson: String) -> JournalEntry.Prediction? {
    visit(lesson)?.predictions[prediction]
  }

  /// Whether there ever was an attempt, graded or not.
  var hasAttempts: Bool { records.contains { $0.lastNumber > 0 } }

  /// Where a learner stands with an exercise.
  ///
  /// Early versions kept a pack without a name under keys that other packs have too. Of what they
  /// recorded there, attempts at the very form that the exercise has now are taken for attempts at it.
  package subscript(_ exercise: Exercise) -> Standing {
    var standing = standing(of: exercise.key, digest: exercise.digest)
    guard let key = exercise.lessonKey, !isReset(key.text), !isReset(exercise: exercise.key) else {
      return standing
    }
    for lesson in key.shared {
      guard let results = record("\(lesson)/\(exercise.name)")?.results,
        let result = results[Form(digest: exercise.digest, pack: nil)]
      else { continue }
      standing.attempts += result.attempts
      standing.count(result)
    }
    if standing.isPassed { standing.hasPassedEarlierForm = false }
    return standing
  }

  /// Whether a lesson was reset by itself since everything was.
  private func isReset(_ lesson: String) -> Bool {
    visitIndices[lesson].map { visits[$0].reset > reset } ?? false
  }

  /// Whether an exercise was reset by itself since everything was.
  private func isReset(exercise: String) -> Bool {
    recordIndices[exercise].map { records[$0].reset > reset } ?? false
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
    guard let record = record(key) else { return Standing() }
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
  func lastNumber(of exercise: String) -> Int {
    recordIndices[exercise].map { records[$0].lastNumber } ?? 0
  }

  /// Takes in what happened next.
  package mutating func add(_ event: JournalEntry.Event) {
    switch event {
    case .reservation(let exercise, let number):
      count += 1
      let index = recordIndex(exercise)
      records[index].lastNumber = max(records[index].lastNumber, number)
    case .attempt(let attempt):
      let visit = add(AttemptSummary(attempt))
      visits[visit].attempt = (count, attempt)
    case .hint(let exercise, let number):
      let (index, _) = happen(inExercise: exercise)
      records[index].hints = max(records[index].hints, number)
    case .solution(let exercise): _ = happen(inExercise: exercise)
    case .prediction(let prediction):
      visits[happen(inLesson: prediction.lesson)].predictions[prediction.name] = prediction
    case .review(let review):
      // Nothing is earned or lost by it, and it is no place to go on from.
      count += 1
      guard let number = review.number else { return }
      let index = recordIndex(review.item.key)
      records[index].lastNumber = max(records[index].lastNumber, number)
    case .place(let lesson, let section): visits[happen(inLesson: lesson)].place = section
    case .reset(nil):
      count += 1
      reset = count
    case .reset(let lesson?):
      count += 1
      visits[visitIndex(lesson)].reset = count
    case .exerciseReset(let exercise):
      count += 1
      let index = recordIndex(exercise)
      records[index].reset = count
      let visit = records[index].visit
      if visits[visit].attempt?.attempt.exercise == exercise { visits[visit].attempt = nil }
    }
  }

  /// Takes in an attempt.
  ///
  /// - Returns: where its lesson stands among the visits.
  @discardableResult
  mutating func add(_ attempt: AttemptSummary) -> Int {
    let (index, visit) = happen(inExercise: attempt.exercise)
    records[index].add(attempt)
    return visit
  }

  /// Takes in an event in a lesson, and says where that stands among the visits.
  private mutating func happen(inLesson lesson: String) -> Int {
    count += 1
    let index = visitIndex(lesson)
    visits[index].happen(count, after: reset)
    return index
  }

  /// Takes in an event in an exercise, and says where that and its lesson stand.
  private mutating func happen(inExercise exercise: String) -> (record: Int, visit: Int) {
    count += 1
    let index = recordIndex(exercise)
    let visit = records[index].visit
    records[index].begin(at: count, after: max(visits[visit].reset, reset))
    visits[visit].happen(count, after: reset)
    return (index, visit)
  }

  private mutating func visitIndex(_ lesson: String) -> Int {
    if let index = visitIndices[lesson] { return index }
    visits.append(Visit())
    visitIndices[lesson] = visits.count - 1
    return visits.count - 1
  }

  private mutating func recordIndex(_ exercise: String) -> Int {
    if let index = recordIndices[exercise] { return index }
    records.append(Record(visit: visitIndex(LessonKey.lesson(of: exercise))))
    recordIndices[exercise] = records.count - 1
    return records.count - 1
  }
}

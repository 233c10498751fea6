extension Progress {
  /// Which form of an exercise attempts were made at, and of whose, as far as that was recorded.
  struct Form: Sendable, Hashable {
    let digest: String?
    let pack: String?
  }

  /// What came of the attempts at one form of an exercise since the last reset.
  struct Result: Sendable {
    var attempts = 0
    var isPassed = false
    var points = 0
  }

  /// What was done in one exercise.
  struct Record: Sendable {
    /// Where its lesson stands among the visits.
    let visit: Int

    /// The largest number that an attempt of all time was given.
    var lastNumber = 0

    /// The number of its last reset, of those that were of this exercise alone.
    var reset = 0

    /// The number of the event with which all else here began.
    var start = 0
    var attempts = 0
    var hints = 0
    var results: [Form: Result] = [:]

    /// Forgets what was before a reset.
    mutating func begin(at event: Int, after reset: Int) {
      guard start <= max(self.reset, reset) else { return }
      start = event
      (attempts, hints, results) = (0, 0, [:])
    }
  }

  /// What was done in one lesson.
  struct Visit: Sendable {
    /// The number of its last reset, of those that were of this lesson.
    var reset = 0

    /// The number of its last event, and of the one with which all else here began.
    var last = 0
    var start = 0

    /// The section reached.
    var place: Int?

    /// The last answer to each prediction.
    var predictions: [String: JournalEntry.Prediction] = [:]

    /// The last attempt, with the number of its event, if it is known in full.
    var attempt: (number: Int, attempt: JournalEntry.Attempt)?

    /// Takes in an event, and forgets what was before a reset.
    mutating func happen(_ event: Int, after reset: Int) {
      last = event
      guard start <= max(self.reset, reset) else { return }
      start = event
      (place, predictions, attempt) = (nil, [:], nil)
    }
  }
}

extension Progress.Record {
  mutating func add(_ attempt: AttemptSummary) {
    lastNumber = max(lastNumber, attempt.number ?? lastNumber + 1)
    attempts += 1
    let form = Progress.Form(digest: attempt.digest, pack: attempt.pack)
    results[form, default: Progress.Result()].add(attempt)
  }
}

extension Progress.Result {
  mutating func add(_ attempt: AttemptSummary) {
    attempts += 1
    isPassed = isPassed || attempt.passed
    points = max(points, attempt.points)
  }
}

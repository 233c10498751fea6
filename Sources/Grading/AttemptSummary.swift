/// What of an attempt is added up.
struct AttemptSummary {
  /// The exercise's key.
  let exercise: String
  let number: Int?
  let digest: String?
  let pack: String?
  let passed: Bool
  let points: Int
}

extension AttemptSummary {
  init(_ attempt: JournalEntry.Attempt) {
    self.init(
      exercise: attempt.exercise, number: attempt.number, digest: attempt.digest,
      pack: attempt.pack, passed: attempt.passed, points: attempt.points)
  }
}

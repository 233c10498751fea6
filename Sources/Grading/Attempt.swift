import Experiments

/// An attempt of an exercise: its number is reserved first, then it is graded and recorded.
///
/// The number and the key of the learner's folder decide the seeds, and no two attempts have the same
/// number, not even those that are made at once in two terminals. One that is given up before it is
/// graded costs its number.
package struct Attempt: Sendable {
  package let exercise: Exercise

  /// The knobs that the learner turned.
  package let choices: Settings

  /// Which attempt of the exercise it is, from 1, over all time; nil for one that is not recorded.
  package let number: Int?

  /// The first of its seeds.
  package let firstSeed: UInt64

  /// Whether its seeds come of a new key, as that of earlier attempts is gone.
  package let lostKey: Bool

  /// Why the key of its seeds is not kept; nil if it is.
  package let keyProblem: Journal.Problem?

  /// Why the journal is used without a lock; nil where it has one.
  package var lockProblem: Journal.Problem? { known.lockProblem }
  private let journal: Journal

  /// What the journal held when the number was reserved.
  private let known: Journal.Contents

  /// Reserves the next number.
  ///
  /// - Throws: ``Journal/Problem`` if the journal cannot be written, so that the attempt could not be
  ///   recorded.
  package init(_ exercise: Exercise, choices: Settings, in journal: Journal) throws(Journal.Problem)
  {
    let reservation = try journal.reserve(exercise.key)
    number = reservation.number
    lostKey = reservation.lostKey
    keyProblem = reservation.keyProblem
    known = reservation.contents
    firstSeed = reservation.key.firstSeed(exercise: exercise.key, attempt: reservation.number)
    self.exercise = exercise
    self.choices = choices
    self.journal = journal
  }

  /// An attempt that is not to be recorded.
  ///
  /// It is graded on seeds of a key that nobody keeps: those of the next number would tell beforehand
  /// how the attempt comes off that has it.
  package init(unrecorded exercise: Exercise, choices: Settings, beside journal: Journal) {
    number = nil
    lostKey = false
    keyProblem = nil
    known = (try? journal.read()) ?? Journal.Contents()
    firstSeed = SeedKey.random().firstSeed(exercise: exercise.key, attempt: 1)
    self.exercise = exercise
    self.choices = choices
    self.journal = journal
  }

  /// The grading, at its beginning.
  package var grading: Grading { Grading(exercise, choices: choices, firstSeed: firstSeed) }

  /// Records the grade; when this returns, it is on disk.
  ///
  /// - Parameters:
  ///   - grading: the attempt's own, once it is decided.
  ///   - program: the version of the program that graded it.
  /// - Returns: what the journal adds up to, with this attempt and with whatever else was recorded
  ///   meanwhile.
  package func record(_ grading: Grading, program: String) throws(Journal.Problem) -> Progress {
    try journal.append(event(grading, program), after: known).progress
  }

  /// Records the grade as that of something asked again, by which no points are earned or lost.
  ///
  /// - Parameters:
  ///   - item: what was asked.
  ///   - given: the values that varied.
  /// - Returns: what the journal adds up to.
  package func record(
    _ grading: Grading, asReviewOf item: ReviewItem, given: [String: SettingValue],
    program: String
  ) throws(Journal.Problem) -> Progress {
    let attempt = JournalEntry.Attempt(grading, number: number, program: program)
    let review = JournalEntry.Review(
      item, given: given, settings: attempt.settings, passed: attempt.passed,
      number: attempt.number, seed: attempt.seed, program: program)
    return try journal.append(.review(review), after: known).progress
  }

  /// What the journal would add up to with the grade, which is not in it.
  package func progress(with grading: Grading, program: String) -> Progress {
    var progress = known.progress
    progress.add(event(grading, program))
    return progress
  }

  private func event(_ grading: Grading, _ program: String) -> JournalEntry.Event {
    .attempt(JournalEntry.Attempt(grading, number: number, program: program))
  }
}

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

  /// Which attempt of the exercise it is, from 1, over all time.
  package let number: Int

  /// The first of its seeds.
  package let firstSeed: UInt64

  /// Whether its seeds come of a new key, as that of earlier attempts is gone.
  package let lostKey: Bool
  private let journal: Journal

  /// What the journal held when the number was reserved.
  private let known: Journal.Contents

  /// Reserves the next number.
  ///
  /// - Throws: ``Journal/Problem`` if the journal cannot be written; then nothing is to be graded,
  ///   since it could not be recorded.
  package init(_ exercise: Exercise, choices: Settings, in journal: Journal) throws(Journal.Problem)
  {
    let reservation = try journal.reserve(exercise.key)
    (number, lostKey, known) = (reservation.number, reservation.lostKey, reservation.contents)
    firstSeed = reservation.key.firstSeed(exercise: exercise.key, attempt: number)
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
    let attempt = JournalEntry.Attempt(grading, number: number, program: program)
    return Progress(try journal.append(.attempt(attempt), after: known).entries)
  }
}

import Experiments
import Files
import Foundation

/// The record of everything a learner did: a file of one JSON object a line, only ever appended to.
///
/// Appends are locked where the file system has locks, so several programs can share a journal, and
/// what a learner is told of is synced, so that it stays. Source of the file format: JSON Lines.
package struct Journal: Sendable {
  /// Why a journal cannot be used.
  package typealias Problem = FileProblem

  /// The journal's path.
  package let path: String

  /// How long another program that writes is waited for.
  private let patience: Duration
  private let lock: FileLock

  /// Why there is no place for it; nil where there is one.
  private let absence: Problem?

  /// - Parameters:
  ///   - folder: the folder that holds the journal; it is made when something is written.
  ///   - patience: how long another program that writes is waited for.
  ///   - lock: how it is kept out.
  package init(folder: String, patience: Duration = .seconds(5), lock: FileLock = .system) {
    path = folder + "/journal.jsonl"
    self.patience = patience
    self.lock = lock
    absence = nil
  }

  /// A journal that has no place, and why: it can be neither read nor written.
  package init(absent problem: Problem) {
    path = ""
    patience = .zero
    lock = .system
    absence = problem
  }

  /// Everything in the journal; nothing if there is none yet.
  ///
  /// - Parameter body: is given every entry in turn; without it no attempt is known in full.
  package func read(_ body: ((JournalEntry) -> Void)? = nil) throws(Problem) -> Contents {
    if let absence { throw absence }
    guard let file = try LockedFile(reading: path, "journal", patience: patience, lock: lock)
    else { return Contents() }
    defer { file.close() }
    return try Self.contents(of: file, body)
  }

  /// Appends an entry; those before it are not read again where they are known.
  @discardableResult
  package func append(
    _ event: JournalEntry.Event, at date: Date = Date(), after known: Contents = Contents()
  ) throws(Problem) -> Contents {
    try append([event], at: date, after: known)
  }

  /// Appends entries.
  ///
  /// The journal is locked from the reading to the end of the writing. When this returns, the entries
  /// are on disk; when it throws, the journal is as it was.
  ///
  /// - Parameters:
  ///   - events: what happened.
  ///   - date: when.
  ///   - known: what was read or written before, which is not read again.
  /// - Returns: everything in the journal, the new entries included.
  @discardableResult
  package func append(
    _ events: [JournalEntry.Event], at date: Date = Date(), after known: Contents = Contents()
  ) throws(Problem) -> Contents {
    let file = try opened()
    defer { file.close() }
    var contents = try contents(of: file, after: known)
    try add(events, at: date, to: file, &contents, isSynced: true)
    return contents
  }

  /// Takes the next number of an attempt of an exercise, so that no other attempt has it.
  ///
  /// When this throws, the journal is as it was. Other programs see the reservation at once; whether
  /// it is on disk matters only once the attempt is graded, and that is synced.
  ///
  /// - Parameter exercise: the key of the exercise.
  func reserve(_ exercise: String, at date: Date = Date()) throws(Problem) -> Reservation {
    let file = try opened()
    defer { file.close() }
    var contents = try contents(of: file, after: Contents())
    let key = seedKey()
    let lostKey = key.isNew && key.problem == nil && contents.progress.hasAttempts
    let number = contents.progress.lastNumber(of: exercise) + 1
    guard number <= JournalEntry.largestCount else {
      throw Problem(
        message: "\(Quoted.path(path)) has no number left for an attempt of "
          + "\(Quoted.text(exercise)); move it away to begin a new journal")
    }
    try add(
      [.reservation(exercise: exercise, number: number)], at: date, to: file, &contents,
      isSynced: false)
    return Reservation(
      number: number, key: key.key, lostKey: lostKey, keyProblem: key.problem, contents: contents)
  }

  /// The number of an attempt that nobody else has.
  struct Reservation: Sendable {
    let number: Int

    /// What the seeds of the attempt are derived from.
    let key: SeedKey

    /// Whether that was made just now, though there had been attempts before.
    let lostKey: Bool

    /// Why that is not kept; nil if it is.
    let keyProblem: Problem?

    /// Everything in the journal, the reservation included.
    let contents: Contents
  }

  private func opened() throws(Problem) -> LockedFile {
    if let absence { throw absence }
    return try LockedFile(appendingTo: path, "journal", patience: patience, lock: lock)
  }

  /// Everything in a locked file that is to be written to; nothing is read if all is known.
  private func contents(of file: LockedFile, after known: Contents) throws(Problem) -> Contents {
    let isKnown = known.end.mark.map { $0 == file.mark && $0.size == known.end.offset } ?? false
    var contents = try isKnown ? known : Self.contents(of: file, nil)
    contents.lockProblem = file.lockProblem
    if JournalReading.isForeign(contents), let first = contents.setAside.first {
      throw Problem(
        message: "\(Quoted.path(path)) is not a journal this program knows "
          + "(line \(first.line): \(first.reason)); move it away to begin a new one")
    }
    return contents
  }

  /// Everything in a locked file.
  private static func contents(
    of file: LockedFile, _ body: ((JournalEntry) -> Void)?
  ) throws(Problem) -> Contents {
    var reading = JournalReading()
    let count = try file.lines { reading.take($0, body) }
    var contents = reading.contents
    contents.lockProblem = file.lockProblem
    contents.end.offset += count
    contents.end.mark = file.mark
    return contents
  }

  /// Appends entries to a locked file that was read to its end.
  private func add(
    _ events: [JournalEntry.Event], at date: Date, to file: LockedFile,
    _ contents: inout Contents, isSynced: Bool
  ) throws(Problem) {
    let entries = events.map { JournalEntry($0, at: date) }
    var written = contents.end.isBetweenLines ? Data() : Data("\n".utf8)
    for entry in entries {
      guard let line = try? Self.encoder.encode(entry) else {
        throw Problem(message: "cannot write \(Quoted.path(path)): the entry has no JSON form")
      }
      written += line + Data("\n".utf8)
    }
    try file.append(written, isSynced: isSynced)
    for entry in entries { contents.progress.add(entry.event) }
    contents.count += entries.count
    contents.end.advance(over: written)
    contents.end.mark = file.mark
  }

  private static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return encoder
  }
}

import Experiments
import Files
import Foundation

/// The record of everything a learner did: a file of one JSON object a line, only ever appended to.
///
/// Appends are locked, so several programs can share a journal, and what a learner is told of is
/// synced, so that it stays. Source of the file format: JSON Lines.
package struct Journal: Sendable {
  /// What a journal holds.
  package struct Contents: Sendable {
    package var entries: [JournalEntry] = []

    /// The lines that are no entry this program knows, from 1, each with the reason.
    package var setAside: [(line: Int, reason: String)] = []

    /// Up to where the file was read.
    fileprivate var end = End()

    package init() {}
  }

  /// How far a file was read or written.
  fileprivate struct End: Sendable {
    var offset = 0

    /// How many line ends stand before it.
    var lines = 0

    /// Whether no line was cut short here.
    var isBetweenLines = true

    /// The last line, if it was written by this value: what stands before it is known while it
    /// stands where it was put.
    var written = Data()

    mutating func advance(over data: Data) {
      offset += data.count
      lines += data.count { $0 == UInt8(ascii: "\n") }
      if let last = data.last { isBetweenLines = last == UInt8(ascii: "\n") }
      written = Data()
    }
  }

  /// Why a journal cannot be used.
  package typealias Problem = FileProblem

  /// The journal's path.
  package let path: String

  /// How long another program that writes is waited for.
  private let patience: Duration

  /// - Parameter folder: the folder that holds the journal; it is made when something is written.
  package init(folder: String) { self.init(folder: folder, patience: .seconds(5)) }

  init(folder: String, patience: Duration) {
    path = folder + "/journal.jsonl"
    self.patience = patience
  }

  /// Everything in the journal; nothing if there is none yet.
  package func read() throws(Problem) -> Contents {
    guard let file = try LockedFile(reading: path, "journal", patience: patience) else {
      return Contents()
    }
    defer { file.close() }
    return Self.contents(of: try file.contents())
  }

  /// Appends an entry.
  ///
  /// The journal is locked from the reading to the end of the writing. When this returns, the entry
  /// is on disk; when it throws, the journal is as it was.
  ///
  /// - Parameters:
  ///   - event: what happened.
  ///   - date: when.
  ///   - known: what was read or written before, which is not read again.
  /// - Returns: everything in the journal, the new entry included.
  @discardableResult
  package func append(
    _ event: JournalEntry.Event, at date: Date = Date(), after known: Contents = Contents()
  ) throws(Problem) -> Contents {
    let file = try LockedFile(appendingTo: path, "journal", patience: patience)
    defer { file.close() }
    var contents = try contents(of: file, after: known)
    try add(event, at: date, to: file, &contents, isSynced: true)
    return contents
  }

  /// Takes the next number of an attempt of an exercise, so that no other attempt has it.
  ///
  /// When this throws, the journal is as it was. Other programs see the reservation at once; whether
  /// it is on disk matters only once the attempt is graded, and that is synced.
  ///
  /// - Parameter exercise: the key of the exercise.
  func reserve(_ exercise: String, at date: Date = Date()) throws(Problem) -> Reservation {
    let file = try LockedFile(appendingTo: path, "journal", patience: patience)
    defer { file.close() }
    var contents = try contents(of: file, after: Contents())
    let (key, isNew) = try seedKey()
    let lostKey = isNew && contents.entries.contains { $0.event.isOfAttempt }
    let number = Progress(contents.entries).lastNumber(of: exercise) + 1
    guard number <= JournalEntry.largestCount else {
      throw Problem(
        message: "\(Quoted.path(path)) has no number left for an attempt of "
          + "\(Quoted.text(exercise)); move it away to begin a new journal")
    }
    try add(
      .reservation(exercise: exercise, number: number), at: date, to: file, &contents,
      isSynced: false)
    return Reservation(number: number, key: key, lostKey: lostKey, contents: contents)
  }

  /// The number of an attempt that nobody else has.
  struct Reservation: Sendable {
    let number: Int

    /// What the seeds of the attempt are derived from.
    let key: SeedKey

    /// Whether that was made just now, though there had been attempts before.
    let lostKey: Bool

    /// Everything in the journal, the reservation included.
    let contents: Contents
  }

  /// Everything in a locked file that is to be written to; of what is known nothing is read again.
  private func contents(of file: LockedFile, after known: Contents) throws(Problem) -> Contents {
    let written = known.end.written
    if !written.isEmpty {
      let data = try file.contents(from: known.end.offset - written.count)
      if data.starts(with: written) {
        var contents = known
        let added = Self.contents(of: Data(data.dropFirst(written.count)), from: known.end)
        contents.entries += added.entries
        contents.setAside += added.setAside
        contents.end = added.end
        return contents
      }
    }
    let data = try file.contents()
    let contents = Self.contents(of: data)
    try Self.checkIsJournal(data, contents, path)
    return contents
  }

  /// Appends an entry to a locked file that was read to its end.
  private func add(
    _ event: JournalEntry.Event, at date: Date, to file: LockedFile, _ contents: inout Contents,
    isSynced: Bool
  ) throws(Problem) {
    let entry = JournalEntry(event, at: date)
    guard let line = try? Self.encoder.encode(entry) else {
      throw Problem(message: "cannot write \(Quoted.path(path)): the entry has no JSON form")
    }
    let separator = contents.end.isBetweenLines ? Data() : Data("\n".utf8)
    let written = line + Data("\n".utf8)
    try file.append(separator + written, isSynced: isSynced)
    contents.entries.append(entry)
    contents.end.advance(over: separator + written)
    contents.end.written = written
  }

  /// Refuses to write into a file that holds something, but no entry that this program knows.
  ///
  /// A file that holds nothing but the beginning of an entry is a journal whose first line was cut
  /// short.
  private static func checkIsJournal(_ data: Data, _ contents: Contents, _ path: String)
    throws(Problem)
  {
    guard contents.entries.isEmpty, let first = contents.setAside.first, !isTorn(data) else {
      return
    }
    throw Problem(
      message: "\(Quoted.path(path)) is not a journal this program knows "
        + "(line \(first.line): \(first.reason)); move it away to begin a new one")
  }

  /// Whether a line begins as every entry does, if it is not even shorter than that.
  private static func isTorn(_ line: Data) -> Bool {
    let beginning = Data(#"{"at":""#.utf8)
    return (line.starts(with: beginning) || beginning.starts(with: line))
      && !line.contains(UInt8(ascii: "\n"))
  }

  private static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return encoder
  }

  static func contents(of data: Data) -> Contents { contents(of: data, from: End()) }

  /// What some data of a file hold, from a place between two lines on.
  private static func contents(of data: Data, from start: End) -> Contents {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    var contents = Contents()
    contents.end = start
    contents.end.advance(over: data)
    let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in zip(start.lines..., lines) where !line.isEmpty && line != Data("\r".utf8) {
      do {
        contents.entries.append(try decoder.decode(JournalEntry.self, from: line))
      } catch JournalEntry.Unknown.version(let version) {
        contents.setAside.append((index + 1, "written by a later version (format \(version))"))
      } catch JournalEntry.Unknown.kind(let kind) {
        contents.setAside.append((index + 1, "of an unknown kind \(Quoted.text(kind))"))
      } catch {
        let isTorn = index == start.lines + lines.count - 1 && isTorn(line)
        contents.setAside.append((index + 1, isTorn ? "cut short" : "not an entry"))
      }
    }
    return contents
  }
}

import Experiments
import Files
import Foundation

/// The record of everything a learner did: a file of one JSON object a line, only ever appended to.
///
/// Appends are locked, so several programs can share a journal, and synced, so what has been
/// acknowledged stays. Source of the file format: JSON Lines.
package struct Journal: Sendable {
  /// What a journal holds.
  package struct Contents: Sendable {
    package var entries: [JournalEntry] = []

    /// The lines that are no entry this program knows, from 1, each with the reason.
    package var setAside: [(line: Int, reason: String)] = []
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

  /// Makes sure that something can be appended, without appending anything.
  package func prepare() throws(Problem) {
    let file = try LockedFile(appendingTo: path, "journal", patience: patience)
    defer { file.close() }
    let data = try file.contents()
    try Self.checkIsJournal(data, Self.contents(of: data), path)
  }

  /// Appends an entry.
  ///
  /// The journal is locked from the reading to the end of the writing. When this returns, the entry
  /// is on disk; when it throws, the journal is as it was.
  ///
  /// - Returns: everything in the journal, the new entry included.
  @discardableResult
  package func append(_ event: JournalEntry.Event, at date: Date = Date()) throws(Problem)
    -> Contents
  {
    let file = try LockedFile(appendingTo: path, "journal", patience: patience)
    defer { file.close() }
    let data = try file.contents()
    var contents = Self.contents(of: data)
    try Self.checkIsJournal(data, contents, path)
    let entry = JournalEntry(event, at: date)
    guard let line = try? Self.encoder.encode(entry) else {
      throw Problem(message: "cannot write \(Quoted.path(path)): the entry has no JSON form")
    }
    let separator = data.isEmpty || data.last == UInt8(ascii: "\n") ? Data() : Data("\n".utf8)
    try file.append(separator + line + Data("\n".utf8))
    contents.entries.append(entry)
    return contents
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

  static func contents(of data: Data) -> Contents {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    var contents = Contents()
    let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty && line != Data("\r".utf8) {
      do {
        contents.entries.append(try decoder.decode(JournalEntry.self, from: line))
      } catch JournalEntry.Unknown.version(let version) {
        contents.setAside.append((index + 1, "written by a later version (format \(version))"))
      } catch JournalEntry.Unknown.kind(let kind) {
        contents.setAside.append((index + 1, "of an unknown kind \(Quoted.text(kind))"))
      } catch {
        let isTorn = index == lines.count - 1 && isTorn(line)
        contents.setAside.append((index + 1, isTorn ? "cut short" : "not an entry"))
      }
    }
    return contents
  }
}

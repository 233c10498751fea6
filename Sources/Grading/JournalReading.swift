import Experiments
import Files
import Foundation

/// The reading of a journal, line by line.
struct JournalReading {
  /// The most lines set aside that are listed one by one.
  private static let mostListed = 100

  private(set) var contents = Journal.Contents()

  private var scanner = JournalScanner()

  /// How many lines were left to a reader of all JSON, which takes its time.
  private(set) var decoded = 0

  /// Is made for the first of them.
  private var decoder: JSONDecoder?

  /// Before the first line.
  init() {}

  /// Takes in the next line.
  ///
  /// - Parameter body: is given the entry that it holds, if it holds one; without it no more is read
  ///   of an attempt than is added up.
  mutating func take(_ line: LineCutter.Line, _ body: ((JournalEntry) -> Void)?) {
    let number = contents.end.lines + 1
    contents.end.advance(over: line)
    guard !line.isTooLong else { return setAside(number, "not an entry") }
    // On other systems a line ends in two signs.
    let isLong = line.bytes.last == 13
    let bytes = isLong ? UnsafeRawBufferPointer(rebasing: line.bytes.dropLast()) : line.bytes
    guard !bytes.isEmpty else { return }
    do {
      if body == nil, let summary = scanner.summary(bytes) {
        switch summary {
        case .attempt(let attempt): contents.progress.add(attempt)
        case .other(let event): contents.progress.add(event)
        }
      } else {
        let entry = try scanner.entry(bytes) ?? entry(bytes)
        contents.progress.add(entry.event)
        body?(entry)
      }
      contents.count += 1
    } catch JournalEntry.Unknown.version(let version) {
      setAside(number, "written by a later version (format \(version))")
    } catch JournalEntry.Unknown.kind(let kind) {
      setAside(number, "of an unknown kind \(Quoted.text(kind))")
    } catch {
      let isTorn = !line.isEnded && Self.isTorn(bytes)
      setAside(number, isTorn ? Self.cutShort : "not an entry")
    }
  }

  /// Whether a file holds something, but no entry that this program knows.
  ///
  /// A file that holds nothing but the beginning of an entry is a journal whose first line was cut
  /// short.
  static func isForeign(_ contents: Journal.Contents) -> Bool {
    guard contents.count == 0, let first = contents.setAside.first else { return false }
    return contents.setAsideCount > 1 || first != .init(line: 1, reason: cutShort)
  }

  private static let cutShort = "cut short"

  private mutating func setAside(_ line: Int, _ reason: String) {
    contents.setAsideCount += 1
    guard contents.setAside.count < Self.mostListed else { return }
    contents.setAside.append(.init(line: line, reason: reason))
  }

  /// The entry of a line of any form.
  private mutating func entry(_ line: UnsafeRawBufferPointer) throws -> JournalEntry {
    // What begins with any other sign is an object in no encoding.
    guard let first = line.first, [0, 9, 13, 32, 123].contains(first) || first >= 0x80 else {
      throw JournalEntry.Unknown.text
    }
    let decoder = decoder ?? Self.decoder
    self.decoder = decoder
    decoded += 1
    return try decoder.decode(JournalEntry.self, from: Data(line))
  }

  private static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return decoder
  }

  /// Whether a line begins as every entry does, if it is not even shorter than that.
  private static func isTorn(_ line: UnsafeRawBufferPointer) -> Bool {
    let beginning = Array(#"{"at":""#.utf8)
    return line.starts(with: beginning) || beginning.starts(with: line)
  }
}

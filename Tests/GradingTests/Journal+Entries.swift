import Files
import Foundation

@testable import Grading

extension Journal {
  /// Every entry in turn.
  func entries() throws -> [JournalEntry] {
    var entries: [JournalEntry] = []
    _ = try read { entries.append($0) }
    return entries
  }

  /// What some data hold that come in pieces of a length, and every entry in turn.
  static func contents(of data: Data, piece: Int = .max) -> (
    entries: [JournalEntry], setAside: [Contents.SetAside], decoded: Int
  ) {
    var entries: [JournalEntry] = []
    var cutter = LineCutter()
    var reading = JournalReading()
    func take(_ line: LineCutter.Line) { reading.take(line) { entries.append($0) } }
    data.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: bytes.count, by: min(piece, max(1, bytes.count))) {
        let end = start + min(piece, bytes.count - start)
        cutter.take(UnsafeRawBufferPointer(rebasing: bytes[start..<end]), take)
      }
    }
    cutter.end(take)
    return (entries, reading.contents.setAside, reading.decoded)
  }
}

/// A place in the source of a document.
///
/// It does not depend on how lines end, and a byte order mark counts as part of the first line.
package struct SourcePosition: Sendable, Hashable, Comparable {
  /// The line, counted from 1.
  package var line: Int

  /// How many bytes of the line stand before the place, in UTF-8.
  package var byte: Int

  /// Makes a place from its parts.
  package init(line: Int, byte: Int) {
    self.line = line
    self.byte = byte
  }

  package static func < (one: SourcePosition, other: SourcePosition) -> Bool {
    (one.line, one.byte) < (other.line, other.byte)
  }

  /// The place some bytes further on the same line.
  func advanced(by bytes: Int) -> SourcePosition { SourcePosition(line: line, byte: byte + bytes) }
}

extension [SourcePosition] {
  /// The columns at which the places stand, in characters from 1, found in one walk over their lines.
  ///
  /// - Parameter lines: the lines of the document; a place beyond them stands at their end.
  package func columns(in lines: [String]) -> [Int] {
    var columns = [Int](repeating: 1, count: count)
    var number = 0
    var bytes: [UInt8] = []
    var position = 0
    var column = 1
    for (index, place) in enumerated().sorted(by: { $0.element < $1.element }) {
      if place.line != number {
        number = place.line
        // NUL is read as U+FFFD, which is longer.
        let text = lines.indices.contains(number - 1) ? lines[number - 1] : ""
        bytes = Document.replacingNUL([UInt8](text.utf8))
        position = 0
        column = 1
      }
      let end = Swift.min(Swift.max(position, place.byte), bytes.count)
      column += String(decoding: bytes[position..<end], as: UTF8.self).count
      position = end
      columns[index] = column
    }
    return columns
  }
}

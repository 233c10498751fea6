/// A way through some lines of a file, from one thing found to the next, in linear time.
struct SourceCursor: Sendable {
  /// How much of a thing has to agree, in bytes.
  private static let longest = 64

  /// How many bytes may be looked at in vain.
  private static let mostInVain = 1 << 24

  private let bytes: [UInt8]
  private var position = 0
  private var line: Int
  private var column = 1
  private var inVain = 0

  /// - Parameters:
  ///   - range: the lines to go through, from 1.
  ///   - lines: all lines of the file.
  init(_ range: ClosedRange<Int>, in lines: [String]) {
    let first = min(max(1, range.lowerBound), lines.count + 1)
    let last = min(max(first - 1, range.upperBound), lines.count)
    line = first
    bytes = Array(lines[(first - 1)..<last].joined(separator: "\n").utf8)
  }

  /// Where a text stands next, as far as its first line goes; the cursor moves behind its beginning.
  ///
  /// - Parameter prefix: what stands right before it.
  mutating func place(after prefix: String = "", of text: String) -> (line: Int, column: Int)? {
    let first = text.utf8.prefix { $0 != UInt8(ascii: "\n") }
    let wanted = Array((Array(prefix.utf8) + first).prefix(Self.longest))
    guard !wanted.isEmpty, let found = find(wanted) else { return nil }
    advance(to: min(found + prefix.utf8.count, bytes.count))
    return (line, column)
  }

  private mutating func find(_ wanted: [UInt8]) -> Int? {
    guard inVain < Self.mostInVain, bytes.count >= wanted.count else { return nil }
    var place = position
    while place <= bytes.count - wanted.count {
      if bytes[place] == wanted[0], bytes[place..<(place + wanted.count)].elementsEqual(wanted) {
        return place
      }
      place += 1
    }
    inVain += bytes.count - position
    return nil
  }

  private mutating func advance(to place: Int) {
    var start = position
    while let end = bytes[start..<place].firstIndex(of: UInt8(ascii: "\n")) {
      line += 1
      column = 1
      start = end + 1
    }
    column += String(decoding: bytes[start..<place], as: UTF8.self).count
    position = place
  }
}

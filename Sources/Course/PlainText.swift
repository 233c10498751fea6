/// Shortcuts through text whose bytes are characters of their own, as almost all of a lesson's are.
///
/// Each gives what the walk from character to character gives, which is taken for all other text.
extension StringProtocol {
  /// Whether every byte is a character of its own: ASCII, without carriage returns.
  var isPlain: Bool {
    utf8.withContiguousStorageIfAvailable { bytes in
      // Without an early end, so that many bytes are looked at in one step.
      var all: UInt8 = 0
      var returns = 0
      for byte in bytes {
        all |= byte
        returns &+= byte == 0x0D ? 1 : 0
      }
      return all < 0x80 && returns == 0
    } ?? false
  }

  /// The text without white space at its start.
  func trimmingStart() -> SubSequence {
    let skipped =
      utf8.withContiguousStorageIfAvailable { bytes -> Int in
        // A space in front of an accent is one character with it.
        var count = 0
        while count < bytes.count, bytes[count].isWhiteSpace,
          count + 1 == bytes.count || bytes[count + 1] < 0x80
        { count += 1 }
        return count
      } ?? 0
    let rest = self[utf8.index(startIndex, offsetBy: skipped)...]
    guard let first = rest.utf8.first, first >= 0x80 || first.isWhiteSpace else { return rest }
    return rest.drop(while: \.isWhitespace)
  }

  /// The text without white space at its end.
  func trimmingEnd() -> String {
    let kept =
      utf8.withContiguousStorageIfAvailable { bytes -> Int in
        var count = bytes.count
        while count > 0, bytes[count - 1].isWhiteSpace, count == 1 || bytes[count - 2] < 0x80 {
          count -= 1
        }
        return count
      } ?? utf8.count
    var rest = Substring(self[..<utf8.index(startIndex, offsetBy: kept)])
    guard let last = rest.utf8.last, last >= 0x80 || last.isWhiteSpace else { return String(rest) }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }

  /// How many characters stand before a place.
  func count(before place: Index) -> Int {
    let beginning = self[..<place]
    return beginning.isPlain ? beginning.utf8.count : distance(from: startIndex, to: place)
  }
}

extension UInt8 {
  /// Whether it is white space of ASCII.
  var isWhiteSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

/// A line of `key: value` in front matter or a directive.
struct Field: Sendable, Hashable {
  let key: String

  /// The column at which the key begins, from 1.
  let keyColumn: Int
  let value: String

  /// The line in the file, from 1.
  let line: Int

  /// The column at which the value begins, from 1.
  let column: Int

  /// A part of the value as a field of its own, with its own place.
  func part(_ range: Range<String.Index>) -> Field {
    if value.isPlain {
      let begin = value.utf8.distance(from: value.startIndex, to: range.lowerBound)
      let length = value.utf8.distance(from: range.lowerBound, to: range.upperBound)
      let part = value.utf8.withContiguousStorageIfAvailable { bytes in
        self.part(of: bytes, begin..<begin + length)
      }
      if let part { return part }
    }
    return trimmed(value[range], column: column + value.count(before: range.lowerBound))
  }

  /// The parts of a list whose members are joined by commas, each with its place.
  var members: [Field] { parts({ $0 == UInt8(ascii: ",") }, { $0 == "," }) }

  /// The parts between white space, each with its place.
  var words: [Field] {
    parts(\.isWhiteSpace, \.isWhitespace).filter { !$0.value.isEmpty }
  }

  /// The parts of the value between separators, in order.
  ///
  /// - Parameters:
  ///   - isByte: whether a byte of a plain value is a separator.
  ///   - isCharacter: the same for the characters of other values.
  private func parts(
    _ isByte: (UInt8) -> Bool, _ isCharacter: (Character) -> Bool
  ) -> [Field] {
    if let parts = plainParts(isByte) { return parts }
    var parts: [Field] = []
    var start = value.startIndex
    var column = column
    while true {
      let mark = value[start...].firstIndex(where: isCharacter)
      let text = value[start..<(mark ?? value.endIndex)]
      parts.append(trimmed(text, column: column))
      guard let mark else { return parts }
      column += text.count + 1
      start = value.index(after: mark)
    }
  }

  /// The same for a plain value; nil for others.
  private func plainParts(_ isSeparator: (UInt8) -> Bool) -> [Field]? {
    guard value.isPlain else { return nil }
    return value.utf8.withContiguousStorageIfAvailable { bytes in
      var parts: [Field] = []
      var start = 0
      for end in 0...bytes.count where end == bytes.count || isSeparator(bytes[end]) {
        parts.append(part(of: bytes, start..<end))
        start = end + 1
      }
      return parts
    }
  }

  /// A part of the bytes of a plain value, trimmed, with its own place.
  private func part(of bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Field {
    var (begin, end) = (range.lowerBound, range.upperBound)
    // What is all white space stands where it ends.
    while begin < end, bytes[begin].isWhiteSpace { begin += 1 }
    while end > begin, bytes[end - 1].isWhiteSpace { end -= 1 }
    return Field(
      key: key, keyColumn: keyColumn,
      value: String(decoding: UnsafeBufferPointer(rebasing: bytes[begin..<end]), as: UTF8.self),
      line: line, column: column + begin)
  }

  /// Where the last opening bracket of the value stands; nil without one.
  var lastBracket: String.Index? {
    value.isPlain
      ? value.utf8.lastIndex(of: UInt8(ascii: "(")) : value.lastIndex(of: "(")
  }

  /// The value before and after the first separator; nil without one.
  func halves(at separator: Character) -> (Field, Field)? {
    let isPlain = value.isPlain && separator.isASCII
    let byte = separator.asciiValue
    let place =
      isPlain ? value.utf8.firstIndex { $0 == byte } : value.firstIndex(of: separator)
    guard let mark = place else { return nil }
    return (
      part(value.startIndex..<mark), part(value.index(after: mark)..<value.endIndex)
    )
  }

  private func trimmed(_ text: Substring, column: Int) -> Field {
    let rest = text.trimmingStart()
    return Field(
      key: key, keyColumn: keyColumn, value: rest.trimmingEnd(), line: line,
      column: column + text.count(before: rest.startIndex))
  }
}

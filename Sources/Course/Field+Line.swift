/// The reading of a line of `key: value`.
extension Field {
  /// What a line turns out to be.
  enum Line: Equatable {
    /// Nothing, or a comment.
    case blank

    /// Text without a colon, and the column at which it begins.
    case noKey(String, column: Int)
    case field(Field)
  }

  /// Reads a line character by character.
  static func read(_ text: String, line: Int) -> Line {
    let start = text.drop(while: \.isWhitespace)
    if start.isEmpty || start.first == "#" { return .blank }
    let column = text.distance(from: text.startIndex, to: start.startIndex) + 1
    guard let mark = start.firstIndex(of: ":") else {
      return .noKey(start.trimmingEnd(), column: column)
    }
    let value = start[start.index(after: mark)...].drop(while: \.isWhitespace)
    return .field(
      Field(
        key: start[..<mark].trimmingEnd(), keyColumn: column, value: value.trimmingEnd(),
        line: line,
        column: column + start.distance(from: start.startIndex, to: value.startIndex)))
  }

  /// Reads a plain line byte by byte, with the same result; nil for lines that are not plain.
  static func plain(_ text: String, line: Int) -> Line? {
    guard text.isPlain else { return nil }
    return text.utf8.withContiguousStorageIfAvailable { bytes in
      func skip(from place: Int) -> Int {
        var place = place
        while place < bytes.count, bytes[place].isWhiteSpace { place += 1 }
        return place
      }
      func text(_ begin: Int, _ end: Int) -> String {
        var end = end
        while end > begin, bytes[end - 1].isWhiteSpace { end -= 1 }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[begin..<end]), as: UTF8.self)
      }
      let start = skip(from: 0)
      guard start < bytes.count, bytes[start] != UInt8(ascii: "#") else { return .blank }
      guard let mark = bytes[start...].firstIndex(of: UInt8(ascii: ":")) else {
        return .noKey(text(start, bytes.count), column: start + 1)
      }
      let value = skip(from: mark + 1)
      return .field(
        Field(
          key: text(start, mark), keyColumn: start + 1, value: text(value, bytes.count),
          line: line, column: value + 1))
    }
  }
}

/// A line of `key: value` in front matter or a directive.
struct Field: Sendable, Hashable {
  let key: String
  let value: String

  /// The line in the file, from 1.
  let line: Int

  /// The column at which the value begins, from 1.
  let column: Int

  /// A part of the value as a field of its own, with its own place.
  func part(_ range: Range<String.Index>) -> Field {
    let text = value[range]
    let trimmed = text.drop(while: \.isWhitespace)
    let start = value.distance(from: value.startIndex, to: trimmed.startIndex)
    return Field(
      key: key, value: trimmed.trimmingEnd(), line: line, column: column + start)
  }

  /// The parts of the value between separators, in order, each with its place.
  func parts(separatedBy separator: Character) -> [Field] {
    var parts: [Field] = []
    var start = value.startIndex
    while let mark = value[start...].firstIndex(of: separator) {
      parts.append(part(start..<mark))
      start = value.index(after: mark)
    }
    parts.append(part(start..<value.endIndex))
    return parts
  }

  /// The value before and after the first separator; nil without one.
  func halves(at separator: Character) -> (Field, Field)? {
    guard let mark = value.firstIndex(of: separator) else { return nil }
    return (
      part(value.startIndex..<mark), part(value.index(after: mark)..<value.endIndex)
    )
  }
}

extension StringProtocol {
  /// The text without white space at its end.
  func trimmingEnd() -> String {
    var rest = self[...]
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}

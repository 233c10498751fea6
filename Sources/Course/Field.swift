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
    trimmed(
      value[range],
      column: column + value.distance(from: value.startIndex, to: range.lowerBound))
  }

  /// The parts of the value between separators, in order, each with its place.
  func parts(separatedBy isSeparator: (Character) -> Bool) -> [Field] {
    var parts: [Field] = []
    var start = value.startIndex
    var column = column
    while true {
      let mark = value[start...].firstIndex(where: isSeparator)
      let text = value[start..<(mark ?? value.endIndex)]
      parts.append(trimmed(text, column: column))
      guard let mark else { return parts }
      column += text.count + 1
      start = value.index(after: mark)
    }
  }

  /// The parts of a list whose members are joined by commas.
  var members: [Field] { parts { $0 == "," } }

  /// The parts between white space.
  var words: [Field] { parts(separatedBy: \.isWhitespace).filter { !$0.value.isEmpty } }

  /// The value before and after the first separator; nil without one.
  func halves(at separator: Character) -> (Field, Field)? {
    guard let mark = value.firstIndex(of: separator) else { return nil }
    return (
      part(value.startIndex..<mark), part(value.index(after: mark)..<value.endIndex)
    )
  }

  private func trimmed(_ text: Substring, column: Int) -> Field {
    let rest = text.drop(while: \.isWhitespace)
    let skipped = text.distance(from: text.startIndex, to: rest.startIndex)
    return Field(
      key: key, keyColumn: keyColumn, value: rest.trimmingEnd(), line: line,
      column: column + skipped)
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

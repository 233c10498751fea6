/// A line of `key: value` in front matter or a directive.
package struct Field: Sendable, Hashable {
  package let key: String

  /// The column at which the key begins, from 1.
  package let keyColumn: Int
  package let value: String

  /// The line in the file, from 1.
  package let line: Int

  /// The column at which the value begins, from 1.
  package let column: Int

  /// The parts of a list whose members are joined by commas, each with its place.
  var members: [Field] {
    var value = value
    return value.withUTF8 { bytes in
      var ranges: [Range<Int>] = []
      var start = 0
      for end in 0...bytes.count where end == bytes.count || bytes[end] == UInt8(ascii: ",") {
        ranges.append(bytes.trimmed(start..<end))
        start = end + 1
      }
      return parts(of: bytes, ranges)
    }
  }

  /// The parts between white space, each with its place.
  var words: [Field] {
    var value = value
    return value.withUTF8 { bytes in
      var ranges: [Range<Int>] = []
      var start = 0
      var end = 0
      while end < bytes.count {
        if let width = bytes.whiteSpace(at: end, before: bytes.count) {
          if start < end { ranges.append(start..<end) }
          end += width
          start = end
        } else {
          end += 1
        }
      }
      if start < end { ranges.append(start..<end) }
      return parts(of: bytes, ranges)
    }
  }

  /// A part of the value as a field of its own, with its own place.
  func part(_ range: Range<String.Index>) -> Field {
    let begin = value.utf8.distance(from: value.startIndex, to: range.lowerBound)
    let length = value.utf8.distance(from: range.lowerBound, to: range.upperBound)
    return part(begin..<begin + length)
  }

  /// Where the last opening bracket of the value stands; nil without one.
  var lastBracket: String.Index? { value.utf8.lastIndex(of: UInt8(ascii: "(")) }

  /// The value before and after the first separator, a character of ASCII; nil without one.
  func halves(at separator: Unicode.Scalar) -> (Field, Field)? {
    let byte = UInt8(ascii: separator)
    guard let mark = value.utf8.firstIndex(of: byte) else { return nil }
    let place = value.utf8.distance(from: value.startIndex, to: mark)
    return (part(0..<place), part(place + 1..<value.utf8.count))
  }

  /// Some bytes of the value, trimmed, as a field of its own.
  private func part(_ range: Range<Int>) -> Field {
    var value = value
    return value.withUTF8 { bytes in parts(of: bytes, [bytes.trimmed(range)]) }[0]
  }

  /// Some parts of the value in their order, each with its own place.
  private func parts(of bytes: UnsafeBufferPointer<UInt8>, _ ranges: [Range<Int>]) -> [Field] {
    var column = column
    var counted = 0
    return ranges.map { range in
      column += bytes.characters(in: counted..<range.lowerBound)
      counted = range.lowerBound
      return Field(
        key: key, keyColumn: keyColumn, value: bytes.text(range), line: line, column: column)
    }
  }
}

/// The reading of lines of `key: value`.
extension Field {
  /// What a line turns out to be.
  enum Line: Sendable, Equatable {
    /// Nothing, or a comment.
    case blank

    /// Text without a colon: a value without a key.
    case noKey(Field)
    case field(Field)
  }

  /// Reads a line.
  ///
  /// - Parameters:
  ///   - text: the line.
  ///   - line: its number in the file, from 1.
  static func read(_ text: String, line: Int) -> Line {
    var text = text
    return text.withUTF8 { bytes in
      let all = bytes.trimmed(0..<bytes.count)
      guard !all.isEmpty, bytes[all.lowerBound] != UInt8(ascii: "#") else { return .blank }
      let column = bytes.characters(in: 0..<all.lowerBound) + 1
      guard let mark = bytes[all].firstIndex(of: UInt8(ascii: ":")) else {
        let text = bytes.text(all)
        return .noKey(
          Field(key: "", keyColumn: column, value: text, line: line, column: column))
      }
      let value = bytes.trimmed(mark + 1..<bytes.count)
      return .field(
        Field(
          key: bytes.text(bytes.trimmed(all.lowerBound..<mark)), keyColumn: column,
          value: bytes.text(value), line: line,
          column: column + bytes.characters(in: all.lowerBound..<value.lowerBound)))
    }
  }

  /// Reads lines, without the blank ones and the comments.
  ///
  /// - Parameter lines: a slice of all lines of a file, by which lines are numbered.
  static func read(_ lines: ArraySlice<String>) -> [Line] {
    zip(lines.indices, lines).compactMap { index, text in
      let line = read(text, line: index + 1)
      return line == .blank ? nil : line
    }
  }
}

extension Field.Line {
  /// The field, or the text without a key; nil for what is blank.
  var content: Field? {
    switch self {
    case .blank: nil
    case .noKey(let field), .field(let field): field
    }
  }
}

extension [Field.Line] {
  /// Those of the lines that have a key.
  var fields: [Field] {
    compactMap { if case .field(let field) = $0 { field } else { nil } }
  }
}

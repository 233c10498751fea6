/// A value of front matter, plain or in quotes, as other readers of YAML take it (YAML 1.2, chapter 7).
package struct FrontMatterValue: Sendable, Hashable {
  /// What is meant.
  package let text: String

  /// What keeps other readers from it, or makes them read something else; nil if nothing does.
  package let trouble: String?

  /// How many characters of what is written stand before the text.
  let offset: Int

  /// Reads what is written behind a key; what has not the form of a quoted value stands for itself.
  package init(_ written: String) {
    guard let quote = written.unicodeScalars.first, quote == "\"" || quote == "'" else {
      self.init(plain: written)
      return
    }
    var rest = written.unicodeScalars.dropFirst()
    guard let text = quote == "'" ? Self.single(&rest) : Self.double(&rest) else {
      self.init(text: written, trouble: "a value that begins with \(quote) ends with another")
      return
    }
    let behind = rest.drop { $0 == " " || $0 == "\t" }
    guard behind.isEmpty || behind.first == "#" && behind.count < rest.count else {
      self.init(text: written, trouble: "nothing stands behind the \(quote) that ends a value")
      return
    }
    self.init(text: text, offset: 1)
  }

  private init(text: String, trouble: String? = nil, offset: Int = 0) {
    self.text = text
    self.trouble = trouble
    self.offset = offset
  }

  private init(plain text: String) {
    let bytes = Array(text.utf8)
    let space = UInt8(ascii: " ")
    let (colon, number) = (UInt8(ascii: ":"), UInt8(ascii: "#"))
    let pairs = zip(bytes, bytes.dropFirst())
    let trouble: String? =
      if let first = text.unicodeScalars.first, "[]{},&*!|>%@`#".unicodeScalars.contains(first) {
        "a value in no quotes that begins with \(first) means something else"
      } else if let first = bytes.first, "-?:".utf8.contains(first),
        (bytes.dropFirst().first ?? space).isWhiteSpace
      {
        "a value in no quotes that begins with \(Unicode.Scalar(first)) means something else"
      } else if bytes.last == colon || pairs.contains(where: { $0 == colon && $1.isWhiteSpace }) {
        "a value with a colon and a space stands in quotes"
      } else if pairs.contains(where: { $0.isWhiteSpace && $1 == number }) {
        "what stands behind a space and # is a comment, unless it is in quotes"
      } else if bytes.contains(0x09) {
        "a value with a tab stands in quotes"
      } else {
        nil
      }
    self.init(text: text, trouble: trouble)
  }

  /// Whether other readers take a plain value for a number, a date, a truth value or nothing.
  private static func isNoText(_ text: String) -> Bool {
    let words: Set = [
      "true", "false", "yes", "no", "on", "off", "y", "n", "null", "~", "=", "<<",
      ".inf", "+.inf", "-.inf", ".nan",
    ]
    if words.contains(text.lowercased()) { return true }
    // A time may stand behind a date and a space.
    let day = text.utf8.prefix(10)
    let isDate = day.count == 10 && day.allSatisfy { isDigit($0) || $0 == UInt8(ascii: "-") }
    return text.utf8.contains { isDigit($0) }
      && text.utf8.allSatisfy {
        isDigit($0) || "+-.:_eExXoOabcdfABCDFtTzZ".utf8.contains($0)
          || isDate && $0 == UInt8(ascii: " ")
      }
  }

  /// Whether a value announces that the text stands on the lines below (YAML 1.2, chapter 8).
  package static func isBlockHeader(_ written: String) -> Bool {
    guard let sign = written.utf8.first, "|>".utf8.contains(sign) else { return false }
    return written.utf8.count <= 3
      && written.utf8.dropFirst().allSatisfy { isDigit($0) || "+-".utf8.contains($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// A text as it is best written behind a key: plain where that says the same everywhere.
  package static func written(_ text: String) -> String {
    let isPlain =
      text.utf8.first != UInt8(ascii: "\"") && text.utf8.first != UInt8(ascii: "'")
      && !isNoText(text) && !text.isEmpty
      && FrontMatterValue(text).trouble == nil
      && text.unicodeScalars.allSatisfy { $0.value >= 0x20 }
    guard !isPlain else { return text }
    let escaped = text.unicodeScalars.reduce(into: "") { escaped, scalar in
      if scalar == "\"" || scalar == "\\" { escaped += "\\" }
      escaped.unicodeScalars.append(scalar.value < 0x20 && scalar != "\t" ? " " : scalar)
    }
    return "\"\(escaped)\""
  }

  /// What keeps other readers from taking a value for a text, where one is meant.
  package static func trouble(ofText written: String) -> String? {
    FrontMatterValue(written).trouble
      ?? (isNoText(written) ? "a value such as \(written) is no text, unless it is in quotes" : nil)
  }

  /// Takes a text in single quotes, in which two of them stand for one; nil without an end.
  private static func single(_ rest: inout Substring.UnicodeScalarView) -> String? {
    var text = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      if scalar == "'" {
        guard rest.first == "'" else { return String(text) }
        rest.removeFirst()
      }
      text.append(scalar)
    }
    return nil
  }

  /// Takes a text in double quotes with its escapes; nil without an end, or with an escape that is none.
  private static func double(_ rest: inout Substring.UnicodeScalarView) -> String? {
    var text = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      if scalar == "\"" { return String(text) }
      guard scalar == "\\" else {
        text.append(scalar)
        continue
      }
      guard let sign = rest.popFirst(), let meant = escape(sign, &rest) else { return nil }
      // A title takes one line, and no control characters.
      let isControl = meant.properties.generalCategory == .control
      text.append(isControl || meant == "\u{2028}" || meant == "\u{2029}" ? " " : meant)
    }
    return nil
  }

  /// What an escape stands for (YAML 1.2, 5.7); nil if it is none.
  private static func escape(_ sign: Unicode.Scalar, _ rest: inout Substring.UnicodeScalarView)
    -> Unicode.Scalar?
  {
    switch sign {
    case "\"", "\\", "/", " ": return sign
    case "0", "a", "b", "t", "\t", "n", "v", "f", "r", "e", "N", "L", "P": return " "
    case "_": return "\u{A0}"
    case "x", "u", "U":
      let count = sign == "x" ? 2 : sign == "u" ? 4 : 8
      let digits = String(rest.prefix(count))
      rest = rest.dropFirst(count)
      guard digits.utf8.count == count, digits.allSatisfy(\.isHexDigit) else { return nil }
      return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
    default: return nil
    }
  }
}

extension Field {
  /// The field with what its value means in front matter.
  var inFrontMatter: Field {
    let meant = FrontMatterValue(value)
    return Field(
      key: key, keyColumn: keyColumn, value: meant.text, line: line, column: column + meant.offset)
  }

  /// The members of a list of front matter, which may stand in brackets, each perhaps in quotes.
  var listed: [Field] {
    guard value.hasPrefix("["), value.hasSuffix("]"), value.count > 1 else { return members }
    let inside = part(value.index(after: value.startIndex)..<value.index(before: value.endIndex))
    // A list may be empty.
    guard !inside.value.isEmpty else { return [] }
    return inside.members.map(\.inFrontMatter)
  }
}

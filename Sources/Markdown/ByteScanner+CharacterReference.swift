extension ByteScanner {
  /// Takes a character reference such as `&amp;`, `&#35;` or `&#x23;`, and gives what it stands for.
  ///
  /// A number that names no character stands for U+FFFD. A name that is not in the table is no
  /// reference, and nothing is taken.
  mutating func takeCharacterReference() -> String? {
    var attempt = self
    guard attempt.take(.ampersand) else { return nil }
    let character =
      attempt.take(.numberSign) ? attempt.takeCharacterNumber() : attempt.takeCharacterName()
    guard let character, attempt.take(.semicolon) else { return nil }
    self = attempt
    return character
  }

  private mutating func takeCharacterNumber() -> String? {
    let isHexadecimal = next?.lowercased == UInt8(ascii: "x")
    if isHexadecimal { position += 1 }
    let start = position
    let limit = isHexadecimal ? 6 : 7
    take { isHexadecimal ? $0.isHexadecimalDigit : $0.isDigit }
    guard position > start, position - start <= limit else { return nil }
    let digits = String(decoding: bytes[start..<position], as: UTF8.self)
    let scalar = UInt32(digits, radix: isHexadecimal ? 16 : 10)
      .flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
    return String(scalar ?? "\u{FFFD}")
  }

  private mutating func takeCharacterName() -> String? {
    let start = position
    while position - start < NamedCharacters.longestName, next?.isLetterOrDigit ?? false {
      position += 1
    }
    return NamedCharacters.table[String(decoding: bytes[start..<position], as: UTF8.self)]
  }
}

extension UInt8 {
  fileprivate var isHexadecimalDigit: Bool {
    isDigit || (lowercased >= UInt8(ascii: "a") && lowercased <= UInt8(ascii: "f"))
  }
}

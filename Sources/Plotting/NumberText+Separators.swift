extension NumberText {
  /// The fewest digits of a whole number that are set apart by thousands.
  private static let fewestDigits = 5

  /// A text with the thousands of its whole numbers over 9,999 apart, for people to read: `33,024`.
  ///
  /// Digits behind a point, in a name and behind a letter stay as they are.
  package static func separated(_ text: String) -> String {
    guard text.utf8.count >= fewestDigits else { return text }
    var result: [UInt8] = []
    var digits: [UInt8] = []
    var before: UInt8 = 0x20
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    func finish(before next: UInt8) {
      let isAlone = !isPartOfName(before) && !isPartOfName(next, isBehind: true)
      guard digits.count >= fewestDigits, isAlone else {
        result += digits
        digits = []
        return
      }
      for (index, digit) in digits.enumerated() {
        if index > 0, (digits.count - index).isMultiple(of: 3) { result.append(0x2C) }
        result.append(digit)
      }
      digits = []
    }
    var last: UInt8 = 0x20
    for byte in text.utf8 {
      if isDigit(byte) {
        if digits.isEmpty { before = last }
        digits.append(byte)
      } else {
        if !digits.isEmpty { finish(before: byte) }
        result.append(byte)
      }
      last = byte
    }
    if !digits.isEmpty { finish(before: 0x20) }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a character beside digits makes them more, or other, than a whole number.
  private static func isPartOfName(_ byte: UInt8, isBehind: Bool = false) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2F, 0x23, 0x80...: true
    case 0x2E, 0x2C: !isBehind
    default: false
    }
  }
}

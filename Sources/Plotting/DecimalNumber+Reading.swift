extension DecimalNumber {
  /// The nearest `Double` to a number as it may be typed: sign, digits, point, exponent, and nothing
  /// else; infinite if it is too large, nil if the text is no such number.
  package static func value(of text: String) -> Double? {
    var text = text
    return text.withUTF8(isNumber) ? Double(text) : nil
  }

  /// Whether bytes are such a number and nothing else.
  private static func isNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var rest = bytes[...]
    func skip(_ first: UInt8, _ second: UInt8) -> Bool {
      guard let byte = rest.first, byte == first || byte == second else { return false }
      rest.removeFirst()
      return true
    }
    func skipDigits() -> Int {
      let count = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
      rest.removeFirst(count)
      return count
    }
    _ = skip(UInt8(ascii: "+"), UInt8(ascii: "-"))
    let whole = skipDigits()
    let fraction = skip(UInt8(ascii: "."), UInt8(ascii: ".")) ? skipDigits() : 0
    guard whole + fraction > 0 else { return false }
    if skip(UInt8(ascii: "e"), UInt8(ascii: "E")) {
      _ = skip(UInt8(ascii: "+"), UInt8(ascii: "-"))
      guard skipDigits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  /// Whether the text names something that is no finite number: `nan`, `inf`, `infinity`.
  package static func isNameOfNonFinite(_ text: String) -> Bool {
    var rest = Substring(text.lowercased())
    if rest.hasPrefix("+") || rest.hasPrefix("-") { rest.removeFirst() }
    return ["nan", "inf", "infinity"].contains(rest)
  }
}

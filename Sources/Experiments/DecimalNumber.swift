/// Decimal numbers as they may be typed: sign, digits, point, exponent, and nothing else.
package enum DecimalNumber {
  /// The number; infinite if it is too large for a `Double`, nil if the text is not one.
  package static func value(of text: String) -> Double? {
    var rest = Substring(text)
    skip(&rest, oneOf: "+-")
    let whole = skipDigits(&rest)
    var fraction = 0
    if rest.first == "." {
      rest.removeFirst()
      fraction = skipDigits(&rest)
    }
    guard whole + fraction > 0 else { return nil }
    if let mark = rest.first, mark == "e" || mark == "E" {
      rest.removeFirst()
      skip(&rest, oneOf: "+-")
      guard skipDigits(&rest) > 0 else { return nil }
    }
    guard rest.isEmpty else { return nil }
    return Double(text)
  }

  /// Whether the text names something that is no finite number: `nan`, `inf`, `infinity`.
  package static func isNameOfNonFinite(_ text: String) -> Bool {
    var rest = Substring(text.lowercased())
    skip(&rest, oneOf: "+-")
    return ["nan", "inf", "infinity"].contains(rest)
  }

  private static func skip(_ text: inout Substring, oneOf characters: String) {
    if let first = text.first, characters.contains(first) { text.removeFirst() }
  }

  private static func skipDigits(_ text: inout Substring) -> Int {
    let rest = text.drop { ("0"..."9").contains($0) && $0.isASCII }
    defer { text = rest }
    return text.count - rest.count
  }
}

extension DecimalNumber {
  /// The nearest `Double` to a number as it may be typed: sign, digits, point, exponent, and nothing
  /// else; infinite if it is too large, nil if the text is no such number.
  ///
  /// Also as texts are set: a minus may be U+2212, and a power of ten may be `2·10⁻⁴`. The marks that
  /// Hebrew and Arabic keyboards put before a number show nothing and mean nothing.
  package static func value(of text: String) -> Double? {
    var text = text
    if !text.utf8.allSatisfy({ $0 < 0x80 }) { text = asTyped(text) }
    return text.withUTF8(isNumber) ? Double(text) : nil
  }

  /// The text with what is set put as it is typed; what is no number stays none.
  static func asTyped(_ text: String) -> String {
    var typed = String.UnicodeScalarView()
    var power = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{2212}": typed.append("-")
      case "\u{200E}", "\u{200F}", "\u{61C}": continue
      case let scalar where raised[scalar] != nil: power += raised[scalar] ?? ""
      default:
        // Nothing follows a power.
        guard power.isEmpty else { return text }
        typed.append(scalar)
      }
    }
    guard !power.isEmpty else { return String(typed) }
    guard typed.suffix(2).elementsEqual("10".unicodeScalars) else { return text }
    let before = typed.dropLast(2)
    switch before.last {
    case nil, "-", "+": return String(before) + "1e" + power
    case "·", "×": return String(before.dropLast()) + "e" + power
    default: return text
    }
  }

  static let raised: [Unicode.Scalar: String] = [
    "⁻": "-", "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7",
    "⁸": "8", "⁹": "9",
  ]

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

  /// Whether the text names something that is no finite number: `nan`, `inf`, `infinity`, `∞`.
  package static func isNameOfNonFinite(_ text: String) -> Bool {
    var rest = Substring(asTyped(text).lowercased())
    if rest.hasPrefix("+") || rest.hasPrefix("-") { rest.removeFirst() }
    return ["nan", "inf", "infinity", "∞"].contains(rest)
  }
}

/// What a fraction, a product or a power comes to that was typed in the place of a number.
enum Calculation {
  /// The highest power that is multiplied out.
  private static let highestPower = 10_000

  /// The value of `1/16`, `3^6`, `2^-4`, `-3/2*5` or `1½`, in the characters of numbers; nil for
  /// anything else, infinite where it is too large.
  static func value(of text: String) -> Double? {
    if let fraction = mixed(text) { return fraction }
    var rest = text.replacing("**", with: "^")[...]
    let isNegative = rest.first == "-"
    if isNegative { rest.removeFirst() }
    if let sign = rest.first, "+-".contains(sign), isNegative { return nil }
    guard let parts = parted(rest), parts.count > 1 || parts[0].text.contains("^") else {
      return nil
    }
    var value = isNegative ? -1.0 : 1
    for part in parts {
      guard let factor = power(part.text) else { return nil }
      if part.isBelow, factor == 0 { return nil }
      value = part.isBelow ? value / factor : value * factor
    }
    return value
  }

  /// The factors of a product, of which one at most is what the others are divided by.
  private static func parted(_ text: Substring) -> [(text: Substring, isBelow: Bool)]? {
    var parts: [(text: Substring, isBelow: Bool)] = []
    var start = text.startIndex
    var isBelow = false
    for index in text.indices where "/*×".contains(text[index]) {
      parts.append((text[start..<index], isBelow))
      isBelow = text[index] == "/"
      start = text.index(after: index)
    }
    parts.append((text[start...], isBelow))
    return parts.count { $0.isBelow } > 1 ? nil : parts
  }

  /// A number, or a number to a whole power.
  private static func power(_ text: Substring) -> Double? {
    let halves = text.split(separator: "^", omittingEmptySubsequences: false).map(unspaced)
    guard let base = DecimalNumber.value(of: halves[0]) else { return nil }
    guard halves.count > 1 else { return base }
    guard halves.count == 2, let power = Int(halves[1].filter { !"() {}".contains($0) }),
      (-highestPower...highestPower).contains(power)
    else { return nil }
    var product = 1.0
    for _ in 0..<abs(power) {
      product *= base
      if product == 0 || product.isInfinite { break }
    }
    guard power < 0 else { return product }
    return product == 0 ? nil : 1 / product
  }

  /// `½` or `1½`.
  private static func mixed(_ text: String) -> Double? {
    guard let last = text.unicodeScalars.last, last.properties.numericType == .numeric,
      let fraction = last.properties.numericValue, 0 < fraction, fraction < 1
    else { return nil }
    let whole = unspaced(text.dropLast())
    if whole.isEmpty || whole == "-" { return whole.isEmpty ? fraction : -fraction }
    return DecimalNumber.value(of: whole).map { $0 < 0 ? $0 - fraction : $0 + fraction }
  }

  private static func unspaced(_ text: Substring) -> String {
    var text = text.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

/// Where a range such as `0.1 ... 0.2` is parted.
package enum NumberRange {
  /// The sign between the two ends: two or three points, or the one character for two or three, the
  /// latter of which ranges are printed with; nil where there is none.
  package static func separator(in text: String) -> Range<String.Index>? {
    let scalars = text.unicodeScalars
    for index in scalars.indices {
      if scalars[index] == "…" || scalars[index] == "‥" {
        return index..<scalars.index(after: index)
      }
      let points = scalars[index...].prefix { $0 == "." }.prefix(3)
      if points.count > 1 { return points.startIndex..<points.endIndex }
    }
    return nil
  }

  /// How a range is to be written that was written as in texts, or with numbers in another spelling:
  /// `0.05..0.25` for `0,05 – 0,25`; nil where the text is no range.
  package static func meant(by text: String) -> String? {
    guard text.utf8.count <= longest else { return nil }
    var inside = text[...]
    while inside.last?.isWhitespace ?? false { inside.removeLast() }
    while inside.first?.isWhitespace ?? false { inside.removeFirst() }
    if let first = inside.first, let last = inside.last, "[(".contains(first), "])".contains(last),
      inside.count > 2
    {
      inside = inside.dropFirst().dropLast()
      if let range = range(inside, [",", ";"]) { return range }
    }
    if let sign = separator(in: String(inside)) {
      let text = String(inside)
      return range(text[..<sign.lowerBound], text[sign.upperBound...])
    }
    return range(inside, signs)
  }

  /// Longer texts are no ranges that somebody typed.
  private static let longest = 100
  private static let signs = [
    "–", "—", "−", "-", "‐", "‑", "‒", "~", "～", "〜", "∼", "→", "::", ":", " to ", " bis ", "․․",
    "。。",
  ]

  private static func range(_ text: Substring, _ signs: [String]) -> String? {
    for sign in signs {
      for place in text.ranges(of: sign) {
        if let range = range(text[..<place.lowerBound], text[place.upperBound...]) { return range }
      }
    }
    return nil
  }

  private static func range(_ low: Substring, _ high: Substring) -> String? {
    guard let low = DecimalNumber.meant(by: String(low)),
      let high = DecimalNumber.meant(by: String(high)),
      let least = DecimalNumber.value(of: low), let greatest = DecimalNumber.value(of: high),
      least < greatest
    else { return nil }
    return "\(low)..\(high)"
  }
}

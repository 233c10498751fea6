/// A number as people type it, where somebody asks them for one.
///
/// Every spelling is read that can mean only one number: `0.5`, `1e-3`, `40,000`, `1/16`, `½`, `3^6`,
/// `2·10⁻⁴`, `50%`, `×1.5`, and the minus of texts. A decimal comma is none of them: `0,5` is not read,
/// and ``DecimalNumber/spelling(of:)`` says how it is written. Files have one form for a number, which
/// ``DecimalNumber/value(of:)`` reads.
package struct TypedNumber: Sendable, Hashable {
  /// The number, or the share that a percentage is; infinite if it is too large.
  package let value: Double

  /// Whether it was typed in percent.
  package let isPercentage: Bool

  /// The number that a text is; nil where it is none, or may be two.
  package init?(_ text: String) {
    // Nothing that does not show may stand in a number, but for what keyboards put before it.
    let hides = text.unicodeScalars.contains {
      $0.properties.generalCategory == .format
        && !"\u{200E}\u{200F}\u{61C}".unicodeScalars.contains($0)
    }
    if hides { return nil }
    let bare = DecimalNumber.bare(text)
    if let number = DecimalNumber.certain(text, bare) {
      (value, isPercentage) = (number, false)
      return
    }
    guard text.utf8.count <= DecimalNumber.longestSpelling,
      let (rest, size) = Self.parts(of: bare), let number = DecimalNumber.certain(rest, rest)
    else { return nil }
    (value, isPercentage) = (number / size, size > 1)
  }

  /// A percentage or a factor such as `×1.5` without its sign, and what it is divided by.
  private static func parts(of text: String) -> (rest: String, size: Double)? {
    func trimmed(_ text: Substring) -> String {
      String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    switch text.last {
    case "%": return (trimmed(text.dropLast()), 100)
    case "‰": return (trimmed(text.dropLast()), 1000)
    case "×", "x", "X": return (trimmed(text.dropLast()), 1)
    default: return text.first == "×" ? (trimmed(text.dropFirst()), 1) : nil
    }
  }
}

extension TypedNumber {
  /// The part of an answer that is its value: without the name of what was asked for, which may stand
  /// before it, as in `steps = 80`, or behind it, as in `80 steps`.
  ///
  /// - Parameters:
  ///   - name: what was asked for, in words joined by hyphens.
  ///   - takesAnyName: whether another word before an equals sign stands for it as well.
  package static func answer(in text: String, to name: String, takesAnyName: Bool = false)
    -> String
  {
    var rest = trimmed(text[...])
    if let mark = rest.firstIndex(where: { $0 == "=" || $0 == ":" }) {
      let before = folded(rest[..<mark].drop { $0 == "-" })
      let isName = before.first?.isLetter ?? false
      if before == name || takesAnyName && isName {
        return String(trimmed(rest[rest.index(after: mark)...]))
      }
    }
    let words = rest.drop { $0 == "-" }
    if let mark = words.firstIndex(where: \.isWhitespace), folded(words[..<mark]) == name {
      return String(trimmed(words[mark...]))
    }
    guard let mark = rest.lastIndex(where: \.isWhitespace) else { return String(rest) }
    let last = folded(rest[rest.index(after: mark)...])
    if last == "percent" { return trimmed(rest[..<mark]) + "%" }
    let units = name.split(separator: "-").map(singular) + ["time"]
    if last == name || units.contains(singular(last[...])) { rest = trimmed(rest[..<mark]) }
    return String(rest)
  }

  /// A name as it is typed here, whatever its case and whatever joins its words.
  package static func folded(_ text: some StringProtocol) -> String {
    trimmed(Substring(text)).lowercased().split { $0.isWhitespace || $0 == "_" || $0 == "-" }
      .joined(separator: "-")
  }

  private static func singular(_ word: Substring) -> String {
    String(word.last == "s" ? word.dropLast() : word)
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return text
  }
}

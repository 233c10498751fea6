/// The names of languages, by the syntax of BCP 47 (RFC 5646, section 2.1).
enum LanguageTag {
  /// Whether a text has the shape of a language tag, such as `en`, `pt-BR` or `zh-Hant-TW`.
  ///
  /// The subtags are not looked up in the registry, and the few irregular tags of old are refused.
  static func isWellFormed(_ tag: String) -> Bool {
    let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.allSatisfy({ (1...8).contains($0.count) && $0.allSatisfy(isLetterOrDigit) }),
      let first = parts.first
    else { return false }
    var rest = parts[...]
    if !isPrivate(first) {
      guard (2...8).contains(first.count), isLetters(first) else { return false }
      rest = rest.dropFirst()
      // Extended languages follow the short codes alone.
      for _ in 0..<3 where first.count <= 3 {
        if let next = rest.first, next.count == 3, isLetters(next) { rest = rest.dropFirst() }
      }
      if let next = rest.first, next.count == 4, isLetters(next) { rest = rest.dropFirst() }
      if let next = rest.first, isRegion(next) { rest = rest.dropFirst() }
      while let next = rest.first, isVariant(next) { rest = rest.dropFirst() }
      while let next = rest.first, next.count == 1, !isPrivate(next) {
        let subtags = rest.dropFirst().prefix { $0.count >= 2 }
        guard !subtags.isEmpty else { return false }
        rest = rest.dropFirst(1 + subtags.count)
      }
    }
    guard let last = rest.first else { return true }
    return isPrivate(last) && rest.count > 1
  }

  private static func isRegion(_ part: Substring.UTF8View) -> Bool {
    part.count == 2 && isLetters(part) || part.count == 3 && part.allSatisfy(isDigit)
  }

  private static func isVariant(_ part: Substring.UTF8View) -> Bool {
    part.count >= 5 || part.count == 4 && (part.first.map(isDigit) ?? false)
  }

  private static func isPrivate(_ part: Substring.UTF8View) -> Bool {
    part.count == 1 && part.first.map { $0 | 0x20 } == UInt8(ascii: "x")
  }

  private static func isLetters(_ part: Substring.UTF8View) -> Bool {
    part.allSatisfy { !isDigit($0) && isLetterOrDigit($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}

/// The names of languages.
enum LanguageTag {
  /// Whether a text has the shape of a language tag such as `en`, `pt-BR`, `zh-Hant-TW` or `x-own`:
  /// letters, then parts of letters and digits, each of at most eight and joined by hyphens.
  ///
  /// That is all of BCP 47 that matters here; what its parts mean is not looked up.
  static func isWellFormed(_ tag: String) -> Bool {
    let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return parts.allSatisfy { (1...8).contains($0.count) && $0.allSatisfy(isLetterOrDigit) }
      && parts[0].allSatisfy { $0 >= UInt8(ascii: "A") }
      && (parts[0].count > 1 || parts.count > 1 && parts[0].first.map { $0 | 0x20 } == letterX)
  }

  /// Begins the tags that are agreed on in private.
  private static let letterX = UInt8(ascii: "x")

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}

import Testing

@testable import Lessons

@Suite struct LanguageTagTests {
  /// The examples of RFC 5646, appendix A, and some more.
  @Test(
    arguments: [
      "de", "fr", "ja", "zh-Hant", "zh-Hans", "sr-Cyrl", "zh-cmn-Hans-CN", "cmn-Hans-CN", "yue-HK",
      "sr-Latn-RS", "sl-rozaj", "sl-rozaj-biske", "de-CH-1901", "sl-IT-nedis", "hy-Latn-IT-arevela",
      "de-DE", "en-US", "es-419", "de-CH-x-phonebk", "az-Arab-x-AZE-derbend", "x-whatever",
      "qaa-Qaaa-QM-x-southern", "en-US-u-islamcal", "zh-CN-a-myext-x-private", "EN", "pt-br",
      "zh-gan-hak-yue", "abcdefgh", "X-a",
    ])
  func wellFormed(tag: String) { #expect(LanguageTag.isWellFormed(tag)) }

  @Test(
    arguments: [
      "", "-", "e", "en-", "-en", "en--US", "en_US", "english!", "abcdefghi", "12", "e1", "en-u-",
      "x", "x-", "a-DE", "en US", "é", "en-abcdefghi", "1n", "@b", "[b", "en-é", "en-@", "en-/",
    ])
  func notWellFormed(tag: String) { #expect(!LanguageTag.isWellFormed(tag)) }
}

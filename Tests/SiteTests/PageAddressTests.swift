import Testing

@testable import Site

/// Where a page may lead.
@Suite struct PageAddressTests {
  @Test(arguments: [
    "javascript:a", "JaVaScRiPt:a", " javascript:a", "\u{1}javascript:a", "java\tscript:a",
    "java\nscript:a", "javascript\u{0}:a", "javascript:a\u{85}", "\u{A0}javascript:a",
    "data:text/html,a",
    "vbscript:a", "file:///a", "blob:a", "about:blank", "view-source:a", "ftp://a", ":a", "1:a",
    "ü:a",
    "a b:c", "a%3A:b", "https:a", "https:/a", "https:///a", "https://:80", "http:", "mailto:",
    "//a", "/a",
    "\\\\a", "\\a", "", " ", "a ", "a\u{7F}", "a\u{9B}", "https://a/\u{0}", "javascript\u{301}:a",
    "javascript:\u{301}a", "https\u{200B}:a",
  ])
  func nowhere(_ destination: String) {
    #expect(PageAddress(destination) == nil)
    #expect(PageAddress(destination, isImage: true) == nil)
  }

  /// Pictures are fetched with the page, so they stand beside it.
  @Test(arguments: [
    "../a.png", "a/../../b.png", "%2e%2e/a.png", "%2fa.png", "#a", "?a", "https://a.b/c.png",
    "mailto:a@b",
  ])
  func noPicture(_ destination: String) {
    #expect(PageAddress(destination, isImage: true) == nil)
  }

  @Test(arguments: ["a.png", "./a.png", "a/../b.png", "a%20b.png", "a.svg?b#c"])
  func picture(_ destination: String) {
    #expect(PageAddress(destination, isImage: true)?.text == destination)
  }

  @Test(arguments: [
    ("HTTPS://a.b", "HTTPS://a.b"), ("http://a/b c\"<>", "http://a/b%20c%22%3C%3E"), ("a", "a"),
    ("a/b:c", "a/b:c"), ("?a:b", "?a:b"), ("#a:b", "#a:b"), ("./a", "./a"), ("ü", "%C3%BC"),
    ("a%2fb%zz%4", "a%2fb%25zz%254"), ("a\u{202E}b", "a%E2%80%AEb"), ("mailto:a@b", "mailto:a@b"),
    ("#A%20B", "#a%20b"), ("a.md#%C3%9C", "a.md#%C3%BC"), ("a.md?b#C", "a.md?b#C"),
    ("a\\b", "a%5Cb"),
    ("javascript%3Aa", "javascript%3Aa"), ("#\u{301}", "#%CC%81"), ("a:\u{301}", nil),
  ])
  func somewhere(_ destination: String, _ address: String?) {
    #expect(PageAddress(destination)?.text == address)
  }
}

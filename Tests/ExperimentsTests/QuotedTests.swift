import Testing

@testable import Experiments

@Suite struct QuotedTests {
  @Test(arguments: [
    ("", ""), ("abc", "abc"), ("naïve 学", "naïve 学"),
    ("a\nb", "a\\u{A}b"), ("\u{1B}[31m", "\\u{1B}[31m"), ("\u{202E}x", "\\u{202E}x"),
    ("\u{2028}", "\\u{2028}"),
    (String(repeating: "x", count: 40), String(repeating: "x", count: 40)),
    (
      String(repeating: "x", count: 41),
      String(repeating: "x", count: 24) + "… (41 characters)"
    ),
  ])
  func bare(text: String, shown: String) {
    #expect(Quoted.bare(text) == shown)
    #expect(Quoted.text(text) == "\"\(shown)\"")
  }

  @Test(arguments: [
    ("", ""), ("a name", "a name"), ("a\nb", "a\\u{A}b"), ("é", "é"),
    (String(repeating: "x", count: 64), String(repeating: "x", count: 64)),
    (
      String(repeating: "x", count: 65),
      String(repeating: "x", count: 24) + "… (65 characters)"
    ),
  ])
  func name(text: String, shown: String) { #expect(Quoted.name(text) == shown) }

  @Test func manyAccentsOnOneLetterAreCut() {
    let tower = "e" + String(repeating: "\u{301}", count: 10_000)
    #expect(Quoted.bare(tower).unicodeScalars.count < 60)
    #expect(Quoted.path(tower).unicodeScalars.count == 201)
    #expect(Quoted.message(tower).unicodeScalars.count == 1001)
  }
}

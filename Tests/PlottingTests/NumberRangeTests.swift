import Testing

@testable import Plotting

@Suite struct NumberRangeTests {
  @Test(arguments: [
    ("0.1..0.2", "0.1", "0.2"), ("0.1...0.2", "0.1", "0.2"), ("0.1 … 0.2", "0.1 ", " 0.2"),
    ("−1..1", "−1", "1"), ("1..", "1", ""), ("…", "", ""), ("0.1....2", "0.1", ".2"),
    ("1…2..3", "1", "2..3"),
  ])
  func parts(_ text: String, _ low: String, _ high: String) throws {
    let mark = try #require(NumberRange.separator(in: text))
    #expect(text[..<mark.lowerBound] == low && text[mark.upperBound...] == high)
  }

  @Test(arguments: ["", "0.5", "1.2.3", "1,2", "1–2", "."]) func othersAreNone(_ text: String) {
    #expect(NumberRange.separator(in: text) == nil)
  }

  @Test(
    arguments: [
      ("0,05 – 0,25", "0.05..0.25"), ("0.05-0.25", "0.05..0.25"), ("1e-3-1e-2", "1e-3..1e-2"),
      ("-1 - 2", "-1..2"), ("0.05~0.25", "0.05..0.25"), ("0.05 to 0.25", "0.05..0.25"),
      ("[0.05, 0.25]", "0.05..0.25"), ("[0,05; 0,25]", "0.05..0.25"), ("½…1", "0.5..1"),
      ("０．０５..０．２５", "0.05..0.25"), ("0.05→0.25", "0.05..0.25"), ("1..2", "1..2"),
      ("0.25-0.05", nil), ("1e-3", nil), ("-5", nil), ("a-b", nil), ("0.05,0.25", nil), ("..", nil),
      ("", nil), ("[]", nil), ("1-", nil), ("–", nil),
    ] as [(String, String?)])
  func isMeant(_ text: String, _ expected: String?) {
    #expect(NumberRange.meant(by: text) == expected)
  }
}

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
}

import Testing

@testable import Lessons

@Suite struct FieldTests {
  private static func field(_ value: String, column: Int = 1) -> Field {
    Field(key: "k", keyColumn: 1, value: value, line: 3, column: column)
  }

  @Test(
    arguments: [
      ("a,b", ["a", "b"], [5, 7]), (" a , b ", ["a", "b"], [6, 10]), ("", [""], [5]),
      (",", ["", ""], [5, 6]), ("日本, e\u{301} ,x", ["日本", "e\u{301}", "x"], [5, 9, 12]),
      ("\ta\t,  ", ["a", ""], [6, 11]),
    ] as [(String, [String], [Int])])
  func membersHaveTheirPlaces(value: String, values: [String], columns: [Int]) {
    let parts = Self.field(value, column: 5).members
    #expect(parts.map(\.value) == values)
    #expect(parts.map(\.column) == columns)
    #expect(parts.allSatisfy { $0.line == 3 && $0.key == "k" })
  }

  @Test func wordsHaveTheirPlaces() {
    let words = Self.field("  90%\tover  日 70%").words
    #expect(words.map(\.value) == ["90%", "over", "日", "70%"])
    #expect(words.map(\.column) == [3, 7, 13, 15])
  }

  @Test func halvesAreCutAtTheFirstSeparator() throws {
    let (left, right) = try #require(Self.field("a b | c | d").halves(at: "|"))
    #expect(left.value == "a b")
    #expect(right.value == "c | d")
    #expect(right.column == 7)
    #expect(Self.field("a").halves(at: "|") == nil)
  }
}

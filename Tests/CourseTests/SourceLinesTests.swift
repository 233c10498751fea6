import Testing

@testable import Course

@Suite struct SourceLinesTests {
  @Test(
    arguments: [
      ("", [""]), ("a", ["a"]), ("a\n", ["a", ""]), ("a\r\nb\rc\nd", ["a", "b", "c", "d"]),
      ("\r\r\n\n", ["", "", "", ""]), ("\u{FEFF}a", ["a"]), ("a\u{FEFF}", ["a\u{FEFF}"]),
      ("a\u{2028}b", ["a\u{2028}b"]), ("日\né", ["日", "é"]),
    ])
  func linesEndInThreeWays(text: String, lines: [String]) {
    #expect(SourceLines.split(text) == lines)
  }

  @Test func controlsAreFoundOnceALine() {
    let lines = ["a\tb", "日\u{1B}[0m\u{7}", "\u{85}", "e\u{301}\u{7F}", "\u{A0}\u{AD}"]
    let found = SourceLines.controls(in: lines)
    #expect(found.map(\.line) == [2, 3, 4])
    #expect(found.map(\.column) == [2, 1, 2])
    #expect(found.map { SourceLines.hexadecimal($0.2) } == ["001B", "0085", "007F"])
  }
}

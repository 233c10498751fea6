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

  @Test func controlsAreFound() {
    let lines = ["a\tb", "日\u{1B}[0m\u{7}", "\u{85}", "e\u{301}\u{7F}", "\u{A0}\u{AD}"]
    let found = SourceLines.controls(in: lines)
    #expect(found.map(\.line) == [2, 2, 3, 4])
    #expect(found.map(\.column) == [2, 6, 1, 2])
    #expect(found.map { SourceLines.hexadecimal($0.2) } == ["001B", "0007", "0085", "007F"])
  }

  @Test(arguments: ["\u{200B}", "\u{2060}", "\u{2064}", "\u{FEFF}"])
  func whatCanNotBeSeenIsFound(_ scalar: String) {
    var faults = Faults(file: "f")
    faults.addControls(in: ["summary: Go\(scalar)od."])
    let number = SourceLines.hexadecimal(scalar.unicodeScalars[scalar.startIndex])
    #expect(
      faults.list.map(\.text) == ["f:1:12: invisible character U+\(number) in the text; remove it"])
  }

  @Test func ofVeryManyInALineTheFirstAreFound() {
    let found = SourceLines.controls(in: [String(repeating: "\u{7}", count: 100_000), "\u{7}"])
    #expect(found.map(\.line) == Array(repeating: 1, count: 20) + [2])
    #expect(found.prefix(20).map(\.column) == Array(1...20))
  }

  /// Beside `03-a.md` one does not want to read `./01-a.md`.
  @Test(arguments: [(".", "01-a.md"), ("b", "b/01-a.md"), ("b/", "b/01-a.md"), ("/", "/01-a.md")])
  func filesOfTheCurrentFolderAreNamesAlone(_ folder: String, _ path: String) {
    #expect(PackedFile(name: "01-a.md", folder: folder).path == path)
  }
}

import Testing

@testable import Terminal

@Suite struct CanvasTests {
  @Test(arguments: zip(0..<8, ["⠁", "⠈", "⠂", "⠐", "⠄", "⠠", "⡀", "⢀"]))
  func eachDotHasItsPlace(_ dot: Int, _ expected: String) {
    var canvas = Canvas(columns: 1, rows: 1, usesUnicode: true)
    canvas.dot(dot % 2, dot / 2, mark: "*", .plain)
    #expect(canvas.line(0).text == expected)
  }

  @Test func dotsOfTwoLinesShareACellAndTheLaterInkShows() {
    var canvas = Canvas(columns: 1, rows: 1, usesUnicode: true)
    canvas.dot(0, 0, mark: "*", Style(.series(0)))
    canvas.dot(1, 3, mark: "*", Style(.series(1)))
    #expect(canvas.line(0) == StyledText("⢁", Style(.series(1))))
  }

  @Test func glyphsCoverDotsAndDotsCoverShade() {
    var canvas = Canvas(columns: 3, rows: 1, usesUnicode: true)
    for column in 0..<3 { canvas.shade("░", column: column, row: 0, .plain) }
    canvas.dot(2, 0, mark: "*", .plain)
    canvas.dot(4, 0, mark: "*", .plain)
    canvas.put("●", column: 2, row: 0, .plain)
    #expect(canvas.line(0).text == "░⠁●")
  }

  @Test func outsideNothingHappens() {
    var canvas = Canvas(columns: 2, rows: 1, usesUnicode: true)
    let blank = canvas.line(0)
    for (x, y) in [(-1, 0), (4, 0), (0, 4), (0, -1), (.max, .min)] {
      canvas.dot(x, y, mark: "*", .plain)
      canvas.put("x", column: x, row: y == 0 ? 7 : y, .plain)
    }
    canvas.write("abc", column: 2, row: 0, .plain)
    #expect(canvas.line(0) == blank)
    #expect(!canvas.isFree(1..<3, row: 0))
  }

  @Test(arguments: [("ab  ", "ab"), ("  ", ""), ("", ""), (" a", " a")])
  func trimming(_ text: String, _ expected: String) {
    #expect(StyledText(text).withoutTrailingSpaces.text == expected)
    #expect((StyledText(text, .bold) + StyledText("  ")).withoutTrailingSpaces.text == expected)
  }

  @Test(arguments: [("name", 4, "name"), ("names", 4, "nam…"), ("name", 0, ""), ("ab", -3, "")])
  func shortening(_ text: String, _ width: Int, _ expected: String) {
    #expect(shortened(text, to: width, usesUnicode: true) == expected)
  }
}

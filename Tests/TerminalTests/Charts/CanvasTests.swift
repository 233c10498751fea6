import Plotting
import Testing

@testable import Terminal

@Suite struct CanvasTests {
  @Test(arguments: zip(0..<8, ["⠁", "⠈", "⠂", "⠐", "⠄", "⠠", "⡀", "⢀"]))
  func eachDotHasItsPlace(_ dot: Int, _ expected: String) {
    var canvas = Canvas(columns: 1, rows: 1, grid: .braille)
    canvas.dot(dot % 2, dot / 2, mark: "*", .plain)
    #expect(canvas.line(0).text == expected)
  }

  @Test(arguments: zip(0..<4, ["▘", "▝", "▖", "▗"]))
  func eachPartOfABlockHasItsPlace(_ dot: Int, _ expected: String) {
    var canvas = Canvas(columns: 1, rows: 1, grid: .block)
    canvas.dot(dot % 2, dot / 2, mark: "*", .plain)
    #expect(canvas.line(0).text == expected)
  }

  /// A character for each set of dots; the quadrants in it are those of its Unicode name.
  @Test(arguments: 1..<16) func blocksAreOfTheirParts(_ dots: Int) throws {
    let scalar = try #require(DotGrid.block.characters[dots].unicodeScalars.first)
    let name = try #require(scalar.properties.name)
    let parts: [(String, Int)] = [
      ("UPPER LEFT", 1), ("UPPER RIGHT", 2), ("LOWER LEFT", 4), ("LOWER RIGHT", 8),
    ]
    let halves: [String: Int] = [
      "UPPER HALF BLOCK": 3, "LOWER HALF BLOCK": 12, "LEFT HALF BLOCK": 5,
      "RIGHT HALF BLOCK": 10, "FULL BLOCK": 15,
    ]
    let found = parts.filter { name.contains($0.0) }.reduce(0) { $0 + $1.1 }
    #expect((halves[name] ?? found) == dots, "\(name)")
  }

  @Test func dotsOfTwoLinesShareACellAndTheLaterInkShows() {
    var canvas = Canvas(columns: 1, rows: 1, grid: .braille)
    canvas.dot(0, 0, mark: "*", Style(.series(0)))
    canvas.dot(1, 3, mark: "*", Style(.series(1)))
    #expect(canvas.line(0) == StyledText("⢁", Style(.series(1))))
  }

  @Test func glyphsCoverDotsAndDotsCoverShade() {
    var canvas = Canvas(columns: 3, rows: 1, grid: .braille)
    for column in 0..<3 { canvas.shade("░", column: column, row: 0, .plain) }
    canvas.dot(2, 0, mark: "*", .plain)
    canvas.dot(4, 0, mark: "*", .plain)
    canvas.put("●", column: 2, row: 0, .plain)
    #expect(canvas.line(0).text == "░⠁●")
  }

  @Test func outsideNothingHappens() {
    var canvas = Canvas(columns: 2, rows: 1, grid: .braille)
    let blank = canvas.line(0)
    for (x, y) in [(-1, 0), (4, 0), (0, 4), (0, -1), (.max, .min)] {
      canvas.dot(x, y, mark: "*", .plain)
      canvas.put("x", column: x, row: y == 0 ? 7 : y, .plain)
    }
    canvas.write("abc", column: 2, row: 0, .plain)
    #expect(canvas.line(0) == blank)
    #expect(!canvas.isFree(1..<3, row: 0))
  }

  @Test func captionsGiveWayToLaterDotsAndKeepLabelsOff() {
    var canvas = Canvas(columns: 4, rows: 1, grid: .braille)
    for x in 0..<8 { canvas.dot(x, 0, mark: "*", .plain) }
    canvas.caption("12", column: 1, row: 0, .muted)
    #expect(canvas.line(0).text == "⠉12⠉")
    #expect(!canvas.isFree(1..<3, row: 0))
    canvas.dot(2, 0, mark: "*", .plain)
    #expect(canvas.line(0).text == "⠉⠁2⠉")
  }

  @Test(arguments: [(.braille, "⠁⠉"), (.block, "▘▀"), (.ascii, "*o")] as [(DotGrid, String)])
  func sunkDotsLeaveTheirCellsToWhatComesNext(_ grid: DotGrid, _ expected: String) {
    var canvas = Canvas(columns: 2, rows: 1, grid: grid)
    for x in 0..<canvas.width { canvas.dot(x, 0, mark: "o", .plain) }
    let before = canvas.line(0)
    canvas.sink()
    #expect(canvas.line(0) == before)
    #expect(canvas.isFree(0..<2, row: 0))
    canvas.dot(0, 0, mark: "*", .plain)
    #expect(canvas.line(0).text == expected)
  }
}

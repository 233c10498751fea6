import TestKit
import Testing

@testable import Terminal

@Suite struct CellFrameTests {
  private static let screen = Screen(
    width: 20, height: 5, usesColour: true, usesManyColours: true, isTerminal: true,
    movesCursor: true)

  private static func frame(_ lines: [StyledText], on screen: Screen = screen) -> CellFrame {
    CellFrame(lines, on: screen)
  }

  @Test(
    arguments: [
      ([], [], ""),
      (["abc"], ["abc"], ""),
      ([], ["abc"], "\u{1B}[1;1Habc"),
      (["abc"], ["axc"], "\u{1B}[1;2Hx"),
      // Equal cells between are written again while they are few.
      (["abcdefghij"], ["xbcdefxhij"], "\u{1B}[1;1Hx\u{1B}[1;7Hx"),
      (["abcdefghij"], ["xbcdexghij"], "\u{1B}[1;1Hxbcdex"),
      // A short rest is written, a long one cleared.
      (["abcdef"], ["abcd"], "\u{1B}[1;5H  "),
      (["abcdefghij"], ["ab"], "\u{1B}[1;3H\u{1B}[K"),
      (["abcdefghij"], ["xb"], "\u{1B}[1;1Hx\u{1B}[1;3H\u{1B}[K"),
      // Both halves of a wide character.
      (["日本"], ["日語"], "\u{1B}[1;3H語"),
      (["日本"], ["a 本"], "\u{1B}[1;1Ha "),
      (["ab本"], ["日本"], "\u{1B}[1;1H日"),
      (
        [StyledText("abc", .good)], [StyledText("abc", .bad)],
        "\u{1B}[1;1H\u{1B}[38;5;161mabc\u{1B}[0m"
      ),
      (["ab"], [StyledText("a", .good) + "b"], "\u{1B}[1;1H\u{1B}[38;5;29ma\u{1B}[0m"),
    ] as [([StyledText], [StyledText], String)])
  func changesAreTheFewestCells(_ old: [StyledText], _ new: [StyledText], _ expected: String) {
    #expect(Self.frame(new).changes(from: Self.frame(old)) == expected)
  }

  @Test func whatNobodyKnowsIsWrittenWhole() {
    let text = Self.frame(["ab", "", "c"]).changes(from: nil)
    #expect(
      text == "\u{1B}[1;1Hab\u{1B}[K\u{1B}[2;1H\u{1B}[K\u{1B}[3;1Hc\u{1B}[K\u{1B}[4;1H\u{1B}[K"
        + "\u{1B}[5;1H\u{1B}[K")
    let wider = Screen(width: 30, height: 5)
    #expect(
      Self.frame(["ab"], on: wider).changes(from: Self.frame(["ab"])).hasPrefix("\u{1B}[1;1Hab"))
  }

  @Test func whatHasNoRoomIsLeftOut() {
    let long = StyledText(String(repeating: "x", count: 19) + "本")
    let frame = Self.frame(Array(repeating: long, count: 9))
    let shown = Glass(width: 20, height: 5).following(frame.changes(from: nil))
    #expect(shown.rows == Array(repeating: String(repeating: "x", count: 19) + " ", count: 5))
  }

  /// However the screen came to be what it is, it shows what the last frame holds.
  @Test(arguments: [true, false], [true, false])
  func changesComeToTheSameAsTheWhole(usesColour: Bool, usesUnicode: Bool) {
    var garbage = Garbage(seed: 11)
    let screen = Screen(
      width: 24, height: 6, usesColour: usesColour, usesManyColours: usesColour,
      usesUnicode: usesUnicode)
    var glass = Glass(width: 24, height: 6)
    var previous: CellFrame?
    for _ in 0..<400 {
      let lines = (0..<garbage.below(8)).map { _ in Self.line(&garbage) }
      let frame = CellFrame(lines, on: screen)
      let text = frame.changes(from: previous)
      glass.follow(text)
      #expect(glass == Glass(width: 24, height: 6).following(frame.changes(from: nil)))
      #expect(!text.contains("\u{1B}[2J") && !text.contains("\u{1B}[J"))
      #expect(usesColour || !text.contains("m"))
      previous = garbage.below(9) == 0 ? nil : frame
    }
  }

  /// A line of few different pieces, so that lines are alike in places.
  private static func line(_ garbage: inout Garbage) -> StyledText {
    (0..<garbage.below(9)).reduce(into: StyledText()) { line, _ in
      let text = garbage.one(of: [
        "a", "bc", "   ", "本", "é", "e\u{301}", "⠋", "", "\t", "........",
      ])
      line.append(
        text, garbage.one(of: [.plain, .good, .bold, Style(.series(1), underline: true)]))
    }
  }
}

/// A terminal's screen that follows the few codes that frames are written with.
private struct Glass: Equatable {
  private struct Cell: Equatable {
    var text = " "
    var style = ""
  }

  private let width: Int
  private var cells: [[Cell]]
  private var row = 0
  private var column = 0
  private var style = ""

  init(width: Int, height: Int) {
    self.width = width
    cells = Array(repeating: Array(repeating: Cell(text: "?"), count: width), count: height)
  }

  var rows: [String] { cells.map { $0.map(\.text).joined() } }

  static func == (left: Glass, right: Glass) -> Bool { left.cells == right.cells }

  func following(_ text: String) -> Glass {
    var glass = self
    glass.follow(text)
    return glass
  }

  mutating func follow(_ text: String) {
    var rest = Substring(text)
    while let character = rest.popFirst() {
      guard character == "\u{1B}" else {
        put(character)
        continue
      }
      _ = rest.popFirst()
      let parameters = rest.prefix { $0.isNumber || $0 == ";" }
      rest = rest[parameters.endIndex...]
      let numbers = parameters.split(separator: ";").compactMap { Int($0) }
      switch rest.popFirst() {
      case "H": (row, column) = (numbers[0] - 1, numbers[1] - 1)
      case "K": for place in column..<width { cells[row][place] = Cell() }
      case "m": style = select(String(parameters))
      default: Issue.record("a code that frames do not have")
      }
    }
    #expect(style.isEmpty, "the style is the plain one in the end")
  }

  /// A style without what a reset before it took away.
  private func select(_ parameters: String) -> String {
    if parameters == "0" { return "" }
    if parameters.hasPrefix("0;") { return String(parameters.dropFirst(2)) }
    #expect(style.isEmpty, "a style is added to another")
    return parameters
  }

  private mutating func put(_ character: Character) {
    let size = columnWidth(String(character))
    guard column + size <= width else { return }
    // Half of a wide character is no character.
    if cells[row][column].text.isEmpty, column > 0 { cells[row][column - 1] = Cell(text: "?") }
    let next = column + size
    if next < width, cells[row][next].text.isEmpty { cells[row][next] = Cell(text: "?") }
    cells[row][column] = Cell(text: String(character), style: style)
    if size == 2 { cells[row][column + 1] = Cell(text: "", style: style) }
    column = next
  }
}

import Terminal
import Testing

@Suite struct ScreenTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var environment: [String: String]
    var isTerminal: Bool
    var usesColour: Bool
    var testDescription: String { "\(environment), terminal: \(isTerminal)" }
  }

  @Test(arguments: [
    Case(environment: ["TERM": "xterm"], isTerminal: true, usesColour: true),
    Case(environment: ["TERM": "xterm"], isTerminal: false, usesColour: false),
    Case(environment: [:], isTerminal: true, usesColour: false),
    Case(environment: ["TERM": ""], isTerminal: true, usesColour: false),
    Case(environment: ["TERM": "dumb"], isTerminal: true, usesColour: false),
    Case(environment: ["TERM": "xterm", "NO_COLOR": "1"], isTerminal: true, usesColour: false),
    Case(environment: ["TERM": "xterm", "NO_COLOR": ""], isTerminal: true, usesColour: true),
    Case(environment: ["TERM": "xterm", "CLICOLOR": "0"], isTerminal: true, usesColour: false),
    Case(environment: ["TERM": "xterm", "CLICOLOR": "1"], isTerminal: false, usesColour: false),
    Case(environment: ["CLICOLOR_FORCE": "1"], isTerminal: false, usesColour: true),
    Case(environment: ["CLICOLOR_FORCE": "0"], isTerminal: false, usesColour: false),
    Case(environment: ["CLICOLOR_FORCE": ""], isTerminal: false, usesColour: false),
    Case(environment: ["CLICOLOR_FORCE": "1", "TERM": "dumb"], isTerminal: true, usesColour: true),
    Case(
      environment: ["CLICOLOR_FORCE": "1", "CLICOLOR": "0"], isTerminal: true, usesColour: true),
    Case(
      environment: ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], isTerminal: true, usesColour: false),
  ])
  func colour(_ example: Case) {
    let screen = Screen(environment: example.environment, isTerminal: example.isTerminal)
    #expect(screen.usesColour == example.usesColour)
  }

  @Test(arguments: [
    (nil, true, 100), ("60", true, 60), ("60", false, 60), (nil, false, 80), ("0", true, 100),
    ("-4", true, 100), ("wide", true, 100), ("1e3", true, 100), ("3", true, 20),
    ("9999", true, 500), ("99999999999999999999", true, 100), ("", true, 100),
  ])
  func width(_ columns: String?, _ isTerminal: Bool, _ expected: Int) {
    let environment = columns.map { ["COLUMNS": $0, "LINES": $0] } ?? [:]
    let screen = Screen(environment: environment, isTerminal: isTerminal, size: (100, 50))
    #expect(screen.width == expected)
  }

  @Test(arguments: [(nil, true), ("none", false), ("", true), ("all", true), ("0", true)])
  func motion(_ value: String?, _ usesMotion: Bool) {
    let environment = value.map { ["KNOBS_MOTION": $0] } ?? [:]
    #expect(Screen(environment: environment, isTerminal: true).usesMotion == usesMotion)
    #expect(Screen().usesMotion)
  }

  @Test(
    arguments: [
      (nil, "C.UTF-8", .braille), ("block", "C.UTF-8", .block), ("ascii", "C.UTF-8", .ascii),
      ("braille", "C.UTF-8", .braille), ("", "C.UTF-8", .braille), ("Block", "C.UTF-8", .braille),
      ("sixel", "C.UTF-8", .braille), (nil, "C", .ascii), ("braille", "C", .ascii),
      ("block", "C", .ascii),
    ] as [(String?, String, Screen.Marks)])
  func marks(_ value: String?, _ locale: String, _ expected: Screen.Marks) {
    var environment = ["LANG": locale]
    environment["KNOBS_MARKS"] = value
    #expect(Screen(environment: environment, isTerminal: true).marks == expected)
  }

  @Test func withoutUnicodeMarksAreASCIIWhateverIsAskedFor() {
    var screen = Screen()
    #expect(screen.marks == .braille)
    for marks in Screen.Marks.allCases {
      screen.usesUnicode = true
      screen.marks = marks
      #expect(screen.marks == marks)
      screen.usesUnicode = false
      #expect(screen.marks == .ascii)
    }
  }

  @Test func aTerminalThatDoesNotKnowItsSizeIsUsual() {
    let screen = Screen(environment: [:], isTerminal: true, size: (0, 0))
    #expect(screen.width == 80)
    #expect(screen.height == 24)
  }

  @Test(arguments: [
    (["LANG": "en_GB.UTF-8"], true), (["LANG": "C.utf8"], true), (["LANG": "C"], false),
    ([:], false),
    (["LC_ALL": "C", "LANG": "en_GB.UTF-8"], false), (["LC_CTYPE": "UTF-8", "LANG": "C"], true),
    (["LC_ALL": "", "LANG": "de_DE.Utf-8"], true), (["LANG": "C.UTF-8", "TERM": "linux"], true),
  ])
  func unicode(_ environment: [String: String], _ expected: Bool) {
    #expect(Screen(environment: environment, isTerminal: true).usesUnicode == expected)
  }

  @Test(arguments: [
    (["TERM": "xterm-256color"], true), (["TERM": "xterm"], false),
    (["TERM": "xterm", "COLORTERM": "truecolor"], true),
  ])
  func manyColours(_ environment: [String: String], _ expected: Bool) {
    #expect(Screen(environment: environment, isTerminal: true).usesManyColours == expected)
  }

  @Test func aFileIsNoTerminal() {
    #expect(!Screen(descriptor: -1, environment: ["TERM": "xterm"]).isTerminal)
    #expect(Screen.size(of: -1) == nil)
  }
}

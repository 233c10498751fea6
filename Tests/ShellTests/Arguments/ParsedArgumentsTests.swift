import Testing

@testable import Shell

/// How command lines are taken apart.
@Suite struct CallTests {
  static let options = [
    Option("size", "N", "a number"), Option("fast", "a switch"), .lessons, .help,
  ]

  static func read(_ line: [String], takesKnobs: Bool = true) throws(Refusal) -> Call {
    try Call.read(line, options: options, takesKnobs: takesKnobs, owner: "knobs test")
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let line: [String]
    var words: [String] = []
    var options: [String: String] = [:]
    var turns: [Call.Turn] = []
    var testDescription: String { line.joined(separator: " ") }
  }

  static let cases = [
    Case(line: []),
    Case(line: ["a", "b"], words: ["a", "b"]),
    Case(line: ["--size", "3"], options: ["size": "3"]),
    Case(line: ["--size=3"], options: ["size": "3"]),
    Case(line: ["--size=a=b"], options: ["size": "a=b"]),
    Case(line: ["--size", "-3"], options: ["size": "-3"]),
    Case(line: ["--fast", "a"], words: ["a"], options: ["fast": ""]),
    Case(line: ["a", "--fast", "b"], words: ["a", "b"], options: ["fast": ""]),
    Case(line: ["-h"], options: ["help": ""]),
    Case(line: ["--help"], options: ["help": ""]),
    Case(line: ["--", "--fast", "-h"], words: ["--fast", "-h"]),
    Case(line: ["-"], words: ["-"]),
    Case(line: ["--rate", "0.1"], turns: [Call.Turn(knob: "rate", value: "0.1")]),
    Case(line: ["--rate=0.1"], turns: [Call.Turn(knob: "rate", value: "0.1")]),
    Case(line: ["--rate", "-0.1"], turns: [Call.Turn(knob: "rate", value: "-0.1")]),
    Case(line: ["--rate="], turns: [Call.Turn(knob: "rate", value: "")]),
    Case(line: ["--rate"], turns: [Call.Turn(knob: "rate", value: nil)]),
    Case(
      line: ["--rate", "--fast"], options: ["fast": ""],
      turns: [Call.Turn(knob: "rate", value: nil)]),
    Case(
      line: ["--rate", "1", "--rate", "2"],
      turns: [Call.Turn(knob: "rate", value: "1"), Call.Turn(knob: "rate", value: "2")]),
  ]

  @Test(arguments: cases) func isTakenApart(_ each: Case) throws {
    let call = try Self.read(each.line)
    #expect(call.words == each.words)
    #expect(call.options == each.options)
    #expect(call.turns == each.turns)
  }

  @Test(arguments: [
    (["--fast=1"], "--fast takes no value"),
    (["--size"], "--size has no value; it takes N"),
    (["--size", "--fast"], "--size has no value; it takes N"),
    (["--size="], "--size has no value; it takes N"),
    (["--size", "1", "--size=2"], "--size is given twice; keep one"),
    (["--sise", "1"], "no option \"--sise\" for knobs test; did you mean --size?"),
    (["-x"], "no option \"-x\" for knobs test; there are --size, --fast, --lessons, --help"),
    (["-0.5"], "no option \"-0.5\" for knobs test; there are --size, --fast, --lessons, --help"),
  ])
  func isRefused(_ line: [String], _ message: String) {
    #expect(throws: Refusal(message)) { try Self.read(line, takesKnobs: false) }
  }

  @Test(arguments: [
    ("0", 0), ("7", 7), ("4294967295", 4_294_967_295), ("007", 7),
  ])
  func seedsAreWholeNumbers(_ text: String, _ seed: UInt64) throws {
    let call = try Call.read(["--seed", text], for: RunCommand.self)
    #expect(try call.seed() == seed)
  }

  @Test(arguments: [
    "-1", "1.5", "x", "4294967296", "1e3", "0x10", String(repeating: "9", count: 400),
  ])
  func otherSeedsAreRefused(_ text: String) throws {
    let call = try Call.read(["--seed", text], for: RunCommand.self)
    #expect {
      try call.seed()
    } throws: { error in
      let message = (error as? Refusal)?.message ?? ""
      return message.contains("0 … 4294967295") && message.count < 120
    }
  }
}

import Exhibits
import Experiments
import Testing

@testable import Shell

/// How command lines are taken apart.
@Suite struct SplitArgumentsTests {
  struct Options: OptionTable {
    let size = Option("size", "N", "a number")
    let fast = Option("fast", "a switch")
  }

  static func read(_ line: [String], takesKnobs: Bool = true) throws(Refusal) -> SplitArguments {
    try SplitArguments(
      line, options: Options.options + CommonOptions.options, takesKnobs: takesKnobs,
      owner: "knobs test")
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let line: [String]
    var words: [String] = []
    var options: [String: [String]] = [:]
    var knobs: [KnobArgument] = []
    var testDescription: String { line.joined(separator: " ") }
  }

  static let cases = [
    Case(line: []),
    Case(line: ["a", "b"], words: ["a", "b"]),
    Case(line: ["--size", "3"], options: ["size": ["3"]]),
    Case(line: ["--size=3"], options: ["size": ["3"]]),
    Case(line: ["--size=a=b"], options: ["size": ["a=b"]]),
    Case(line: ["--size", "-3"], options: ["size": ["-3"]]),
    Case(line: ["--fast", "a"], words: ["a"], options: ["fast": [""]]),
    Case(line: ["a", "--fast", "b"], words: ["a", "b"], options: ["fast": [""]]),
    Case(line: ["-h"], options: ["help": [""]]),
    Case(line: ["--help"], options: ["help": [""]]),
    Case(line: ["--", "--fast", "-h"], words: ["--fast", "-h"]),
    Case(line: ["-"], words: ["-"]),
    Case(
      line: ["--lessons", "a", "--lessons=b"], options: ["lessons": ["a", "b"]]),
    Case(line: ["--rate", "0.1"], knobs: [KnobArgument(knob: "rate", value: "0.1")]),
    Case(line: ["--rate=0.1"], knobs: [KnobArgument(knob: "rate", value: "0.1")]),
    Case(line: ["--rate", "-0.1"], knobs: [KnobArgument(knob: "rate", value: "-0.1")]),
    Case(line: ["--rate", "−0.1"], knobs: [KnobArgument(knob: "rate", value: "−0.1")]),
    Case(line: ["--rate=−0.1"], knobs: [KnobArgument(knob: "rate", value: "−0.1")]),
    Case(line: ["−5", "–", "— x"], words: ["−5", "–", "— x"]),
    Case(line: ["--", "—rate"], words: ["—rate"]),
    Case(line: ["--rate="], knobs: [KnobArgument(knob: "rate", value: "")]),
    Case(line: ["--rate"], knobs: [KnobArgument(knob: "rate", value: nil)]),
    Case(
      line: ["--rate", "--fast"], options: ["fast": [""]],
      knobs: [KnobArgument(knob: "rate", value: nil)]),
    Case(
      line: ["--rate", "1", "--rate", "2"],
      knobs: [KnobArgument(knob: "rate", value: "1"), KnobArgument(knob: "rate", value: "2")]),
  ]

  @Test(arguments: [
    ("—rate", "--rate"), ("–-rate=1", "--rate"), ("−−rate", "--rate"), ("—h", "--h"),
    ("-rate", "--rate"), ("－－rate＝1", "--rate"), ("“--rate”", "--rate"),
    ("\u{200E}--rate", "--rate"), ("‑‑a‑rate", "--a-rate"),
  ])
  func hyphensThatBecameDashesAreNamed(_ word: String, _ flag: String) {
    let refusal = #expect(throws: Refusal.self) { try Self.read([word, "1"]) }
    #expect(
      refusal?.message
        == "\(Quoted.text(word)) is no option; one is typed with two hyphens: \(flag)")
  }

  @Test(arguments: cases) func isTakenApart(_ each: Case) throws {
    let split = try Self.read(each.line)
    #expect(split.words == each.words)
    #expect(split.options == each.options)
    let known = (Options.options + CommonOptions.options).map(\.name)
    #expect(
      split.knobs == each.knobs.map { KnobArgument(knob: $0.knob, value: $0.value, among: known) })
  }

  @Test(arguments: [
    (["--fast=1"], "--fast takes no value"),
    (["--size"], "--size has no value; it takes N"),
    (["--size", "--fast"], "--size has no value; it takes N"),
    (["--size="], "--size has no value; it takes N"),
    (["--size", "1", "--size=2"], "--size is given twice; keep one"),
    (["--sise", "1"], "no option \"--sise\" for knobs test; did you mean --size?"),
    (
      ["-x"],
      "no option \"-x\" for knobs test; there are --size, --fast, --lessons, --plain, --no-color, --help"
    ),
    (
      ["-0.5"],
      "no option \"-0.5\" for knobs test; there are --size, --fast, --lessons, --plain, --no-color, --help"
    ),
  ])
  func isRefused(_ line: [String], _ message: String) {
    #expect(throws: Refusal(message)) { try Self.read(line, takesKnobs: false) }
  }
}

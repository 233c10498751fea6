import Exhibits
import Experiments
import Testing
import ToyCourse

@testable import Shell

/// How knobs are turned from a command line.
@Suite struct KnobArgumentTests {
  static func arguments(_ line: [String]) throws(Refusal) -> [KnobArgument] {
    try RunCommand.split(line).knobs
  }

  @Test func knobsLeftOutKeepTheirDefaults() throws {
    let settings = try Self.arguments(["--rate", "0.25"]).settings(of: Slide.self)
    #expect(settings["rate"] == .real(0.25))
    #expect(settings["pushes"] == .integer(10))
    #expect(settings["surface"] == .choice("snow"))
  }

  @Test(arguments: [
    (["--rate", "99"], "rate 99 is out of range; it takes 0.001 … 10"),
    (["--rate", "x"], "rate \"x\" is not a number; it takes 0.001 … 10"),
    (["--rate", "nan"], "rate nan is not a finite number; it takes 0.001 … 10"),
    (["--rate", "1e999"], "rate 1e999 is not a finite number; it takes 0.001 … 10"),
    (["--rate", "0x10"], "rate \"0x10\" is not a number; it takes 0.001 … 10"),
    (["--rate"], "rate has no value; it takes 0.001 … 10"),
    (["--rate="], "rate has no value; it takes 0.001 … 10"),
    (["--pushes", "1.5"], "pushes 1.5 is not a whole number; it takes 1 … 100"),
    (["--surface", "snoww"], "surface cannot be \"snoww\"; did you mean snow?"),
    (["--rat", "1"], "no knob \"rat\" in slide; did you mean rate?"),
    (["--rate", "1", "--rate", "1"], "rate is given twice; keep one"),
    (["--\u{1B}[31m", "1"], "no knob \"\\u{1B}[31m\" in slide; there are rate, pushes, surface"),
  ])
  func isRefused(_ line: [String], _ message: String) {
    #expect(throws: Refusal(message)) { try Self.arguments(line).settings(of: Slide.self) }
  }

  @Test(arguments: [
    (
      ["--pushes", "5"],
      "pushes is not yours to choose in slides/get-down; choose rate (0.001 … 10) and surface (snow, ice)"
    ),
    (["--speed", "5"], "no knob \"speed\" in slides/get-down; there are rate, surface"),
    (["--rate", "1", "--rate", "2"], "rate is given twice; keep one"),
  ])
  func choicesAreThoseOfTheExercise(_ line: [String], _ message: String) throws {
    let exercise = try Fixture.syllabus().findExercise("slides/get-down")
    #expect(throws: Refusal(message)) { try Self.arguments(line).choices(for: exercise) }
    #expect(try Self.arguments(["--rate", "1"]).choices(for: exercise)["rate"] == .real(1))
  }

  @Test(arguments: [
    ([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"),
  ])
  func namesAreListed(_ names: [String], _ sentence: String) {
    #expect(names.listed == sentence)
  }
}

import Experiments
import Testing
import ToyCourse

@testable import Grading
@testable import Lessons

/// Broken lessons, one mistake each: where it is reported, and with which remedy.
@Suite struct LessonFaultTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    let text: String
    let fault: String
    var testDescription: String { fault }
  }

  private static let head = "---\ntitle: T\nsummary: S\n---\n"

  /// Lines from line 5 on.
  private static func body(_ text: String, _ fault: String) -> Mistake {
    Mistake(text: head + text + "\n", fault: fault)
  }

  /// A line inside a directive, on line 6.
  private static func simulate(_ line: String, _ fault: String) -> Mistake {
    body("```simulate line\n\(line)\n```", fault)
  }

  private static func pass(_ line: String, _ fault: String) -> Mistake {
    body(
      "```exercise e\npass: \(line)\nsimulation: line\ntask: t\nchoose: x\n```",
      "6:\(fault)")
  }

  private static func predict(_ line: String, _ fault: String) -> Mistake {
    body("```predict p\n\(line)\nsimulation: line\nquestion: q\n```", fault)
  }

  static let frontMatter = [
    Mistake(
      text: "", fault: "1:1: the lesson does not begin with front matter; begin it with a line ---"),
    Mistake(
      text: "# Title\n",
      fault: "1:1: the lesson does not begin with front matter; begin it with a line ---"),
    Mistake(
      text: "---\ntitle: T\nsummary: S\n",
      fault: "1:1: the front matter has no end; close it with a line ---"),
    Mistake(
      text: "---\ntitle: T\ntitle: U\nsummary: S\n---\n",
      fault: "3:1: title stands twice in front matter; keep one"),
    Mistake(
      text: "---\ntitle: T\nsummary: S\n  minute: 3\n---\n",
      fault: "4:3: no key \"minute\" in front matter; did you mean minutes?"),
    Mistake(
      text: "---\ntitle: T\nsummary: S\nwords\n---\n",
      fault: "4:1: expected \"key: value\", not \"words\"; begin a comment with #"),
    Mistake(
      text: "---\ntitle: T\nsummary: S\nminutes: 1e1\n---\n",
      fault: "4:10: minutes takes a whole number 1 … 600, not \"1e1\""),
    Mistake(
      text: "---\ntitle: T\nsummary: S\nrequires: a, 02-B.md\n---\n",
      fault: "4:14: \"02-B.md\" is not the name of a lesson; "
        + "write it without its number and .md, such as learning-rate"),
    Mistake(
      text: "---\ntitle: T\nsummary: S\n: x\n---\n",
      fault:
        "4:1: no key \"\" in front matter; there are title, summary, minutes, requires, part, able"),
    Mistake(
      text: "---\ntitle: T\nsummary: S\u{1B}[31m\n---\n",
      fault: "3:11: control character U+001B in the text; remove it"),
  ]

  static let fences = [
    body("text \0 text", "5:6: control character U+0000 in the text; remove it"),
    body("日本\u{9B}", "5:3: control character U+009B in the text; remove it"),
    body(
      "# A\n\n# B", "7:1: a second heading of the first level, after line 5; use ## for sections"),
    body(
      "```simulate line", "5:1: the fence is never closed; close it with a line of the same marks"),
    body(
      "````swift", "5:1: the fence is never closed; close it with a line of the same marks"),
    body(
      "```simulate\n```", "5:4: expected \"simulate SIMULATION\" behind the fence, not \"simulate\""
    ),
    body(
      "  ~~~~ exercise a b\n  ~~~~",
      "5:8: expected \"exercise NAME\" behind the fence, not \"exercise a b\""),
    body("```exercize e\n```", "5:4: no directive \"exercize\"; did you mean exercise?"),
    body("```Simulate line\n```", "5:4: no directive \"Simulate\"; did you mean simulate?"),
    body("```simulate  lime\n```", "5:14: no simulation \"lime\"; did you mean line?"),
    body(
      "- item\n\n  ```simulate line\n  ```",
      "7:1: simulate inside a list or a quote is not run; begin its fence at the left margin"),
    body(
      "> > - ```exercise e\n> >   ```",
      "5:1: exercise inside a list or a quote is not run; begin its fence at the left margin"),
    body(
      "```predict p\nsimulation: line\nask: x\ntolerance: 1\nquestion: q\n```\n"
        + "``` predict  p\nsimulation: line\nask: x\ntolerance: 1\nquestion: q\n```",
      "11:14: predict p stands already at line 5; give it another name"),
    body(
      "```exercise \(String(repeating: "a", count: 65))\nsimulation: line\ntask: t\nchoose: x\n"
        + "pass: x < 1\n```",
      "5:13: exercise \"aaaaaaaaaaaaaaaaaaaaaaaa… (65 characters)\" is not a name; "
        + "use at most 64 lowercase letters, digits and hyphens between them"),
  ]

  static let settings = [
    simulate("sede: 1", "6:1: no key \"sede\" in simulate line; did you mean seed?"),
    simulate(
      "set x = 1", "6:1: expected \"key: value\", not \"set x = 1\"; begin a comment with #"),
    simulate("set: xx = 1", "6:6: no knob \"xx\" in line; did you mean x?"),
    simulate("set: x = 1.5", "6:10: x 1.5 is out of range; it takes 0 … 1"),
    simulate("set:  日本 = 1", "6:7: no knob \"日本\" in line; there are x, y, rate, steps, mode"),
    simulate("set: x = nan", "6:10: x nan is not a finite number; it takes 0 … 1"),
    simulate("set: x = -inf", "6:10: x -inf is not a finite number; it takes 0 … 1"),
    simulate("set: x = 1e999", "6:10: x 1e999 is not a finite number; it takes 0 … 1"),
    simulate("set: x = 0x1", "6:10: x \"0x1\" is not a number; it takes 0 … 1"),
    simulate("set: x =", "6:9: x has no value; it takes 0 … 1"),
    simulate("set: x", "6:6: expected \"knob = value\", not \"x\""),
    simulate("set: x = 1,", "6:12: expected \"knob = value\", not \"\""),
    simulate("set:", "6:5: set has no value; write one or leave it out"),
    simulate("set: x = 1, x = 0", "6:13: x is set twice; keep one"),
    simulate("set: steps = 2.5", "6:14: steps 2.5 is not a whole number; it takes 1 … 50"),
    simulate("set: mode = rigth", "6:13: mode cannot be \"rigth\"; did you mean right?"),
    simulate("show: frist", "6:7: no figure \"frist\" in line; did you mean first?"),
    simulate("show: first, first", "6:14: figure first is shown twice; keep one"),
    simulate(
      "seed: 4294967296",
      "6:7: seed takes a whole number 0 … 4294967295, not \"4294967296\""),
    simulate("seed: 1\nseed: 2", "7:1: seed stands twice in simulate line; keep one"),
    simulate("expect: sun < 1", "6:9: no metric \"sun\" in line; did you mean sum?"),
    simulate(
      "expect: sum < 1 (3 points)",
      "6:17: expected \"(on this seed)\" or nothing, not \"(3 points)\""),
  ]

  static let criteria = [
    pass(
      "x",
      "7: expected \"metric <= number\", with <, <=, > or >=, or \"metric in a ... b\", not \"x\""),
    pass(
      "x = 1",
      "7: expected \"metric <= number\", with <, <=, > or >=, or \"metric in a ... b\", not \"x = 1\""
    ),
    pass("x < nan", "11: expected a number such as 0.5 or 1e-6, not \"nan\""),
    pass("x < inf", "11: expected a number such as 0.5 or 1e-6, not \"inf\""),
    pass("x < 1e999", "11: expected a number such as 0.5 or 1e-6, not \"1e999\""),
    pass("x < 0x10", "11: expected a number such as 0.5 or 1e-6, not \"0x10\""),
    pass("x < 1 < 2", "11: expected a number such as 0.5 or 1e-6, not \"1 < 2\""),
    pass("x in 1", "12: expected a range such as 0.1 ... 0.2, not \"1\""),
    pass("x in", "11: expected a range such as 0.1 ... 0.2, not \"\""),
    pass("x in 2 ... 1", "12: the range begins above its end; write the smaller number first"),
    pass("x in a ... 1", "12: expected a number such as 0.5 or 1e-6, not \"a\""),
    pass(
      "x < 1 (3)",
      "13: expected points such as (3 points), a whole number 1 … 1000, not \"(3)\""),
    pass(
      "x < 1 (1001 points)",
      "13: expected points such as (3 points), a whole number 1 … 1000, not \"(1001 points)\""),
    pass(
      "x < 1 (99999999999999999999 points)",
      "13: expected points such as (3 points), a whole number 1 … 1000, "
        + "not \"(99999999999999999999 points)\""),
    pass(
      "x < 1 (2 points",
      "13: expected points such as (3 points), a whole number 1 … 1000, not \"(2 points\""),
  ]

  static let others = [
    predict(
      "ask: x\ntolerance: -1%",
      "7:12: expected a tolerance such as 10% or 0.5, not \"-1%\""),
    predict(
      "ask: x\ntolerance: %", "7:12: expected a tolerance such as 10% or 0.5, not \"%\""),
    predict(
      "ask: x\ntolerance: inf", "7:12: expected a tolerance such as 10% or 0.5, not \"inf\""),
    predict("ask: x", "5:1: predict p has no tolerance; add a line \"tolerance: …\""),
    predict("ask: summ\ntolerance: 1", "6:6: no metric \"summ\" in line; did you mean sum?"),
    body(
      "```compare line\ncase: a | x = 1\n```",
      "5:1: a compare takes 2 … 6 cases, here is 1; add some"),
    body("```compare line\n```", "5:1: a compare takes 2 … 6 cases, here are 0; add some"),
    body(
      "```compare line\n"
        + (1...7).map { "case: c\($0) | x = 1\n" }.joined() + "```",
      "5:1: a compare takes 2 … 6 cases, here are 7; leave some out"),
    body(
      "```compare line\ncase: a | x = 1\ncase: b | x = 0\nexpect: c | x < 1\n```",
      "8:9: no case \"c\"; did you mean a?"),
    body(
      "```compare line\ncase: a | x = 1\ncase: b | x = 0\nexpect: x < 1\n```",
      "8:9: expected \"label | metric <= number\" in a compare, not \"x < 1\""),
    body(
      "```compare line\ncase: a | x = 1\ncase: a | x = 0\n```",
      "7:7: case \"a\" stands twice; label each differently"),
    body(
      "```compare line\ncase: a | x = 1\ncase: | x = 0\n```",
      "7:7: expected \"label | knob = value, …\", not \"| x = 0\""),
    body(
      "```exercise e\nsimulation: line\ntask: t\nchoose: x\n```",
      "5:1: exercise e has no pass; add a line \"pass: …\""),
    body(
      "```exercise e\nsimulation: line\ntask: t\nchoose: x\npass: x < 1\npass-rate: 100% over 70%\n```",
      "10:12: expected rates such as \"90% over 70%\", between 0 % and 100 %, the first at least "
        + "50 %, and 5 % or more apart, not \"100% over 70%\""),
    body(
      "```exercise e\nsimulation: line\ntask: t\nchoose: x\npass: x < 1\npass-rate: 49% over 1%\n```",
      "10:12: expected rates such as \"90% over 70%\", between 0 % and 100 %, the first at least "
        + "50 %, and 5 % or more apart, not \"49% over 1%\""),
  ]

  @Test(arguments: frontMatter + fences + settings + criteria + others)
  func oneMistakeIsOneFaultWithItsPlaceAndRemedy(_ mistake: Mistake) {
    #expect(Toys.read(mistake.text).faults == ["f.md:" + mistake.fault])
  }

  @Test func columnsAreCharacters() {
    let (_, faults) = Toys.read(
      Self.head + "```simulate line\n  set :  mode = e\u{301}日, x = 2\n```\n")
    #expect(
      faults == [
        "f.md:6:17: mode cannot be \"e\u{301}日\"; there are left, right, both",
        "f.md:6:25: x 2 is out of range; it takes 0 … 1",
      ])
  }

  @Test(arguments: ["95% over 90%", "90.1% over 85.1%", "50% over 45%", "99.9% over 94.9%"])
  func ratesFivePercentApartAreAccepted(rates: String) throws {
    let exercise = try Toys.exercise(
      "simulation: coin\ntask: t\nchoose: share\npass: luck >= 1\npass-rate: \(rates)")
    #expect(abs(exercise.rates.pass - exercise.rates.fail - 0.05) < 1e-12)
  }

  @Test func chooseMayStandOnSeveralLines() throws {
    let exercise = try Toys.exercise(
      "simulation: line\ntask: t\nchoose: x, y\nchoose: steps\npass: x < 1")
    #expect(exercise.choices.map(\.name) == ["x", "y", "steps"])
  }
}

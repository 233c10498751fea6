import Grading
import Testing
import ToyCourse

@testable import Lessons

/// Numbers of directives as people write them and programs print them.
@Suite struct DirectiveReaderValuesTests {
  private static func exercise(_ lines: String) -> (exercise: Exercise?, faults: [String]) {
    let text =
      "---\ntitle: T\nsummary: S\n---\n```exercise e\nsimulation: line\ntask: t\n\(lines)\n```\n"
    let (lesson, faults) = Toys.read(text)
    return (lesson.exercises.first, faults)
  }

  @Test(arguments: [
    ("x <= −0.5", "x <= -0.5"), ("x > 1e−4", "x > 1e-4"), ("x in −1 ... 1", "x in -1 ... 1"),
    ("x in −1 … −0.5", "x in -1 ... -0.5"), ("x in 0.1..0.2", "x in 0.1 ... 0.2"),
    ("x ≤ 1", "x <= 1"), ("x ≥ −1e−6", "x >= -1e-6"), ("x ≤ 10⁻⁴", "x <= 1e-4"),
    ("x < \u{200E}-5", "x < -5"),
  ])
  func criteriaAreReadAsTheyArePrinted(_ pass: String, _ source: String) throws {
    let (exercise, faults) = Self.exercise("choose: x\npass: \(pass)")
    let criterion = try #require(exercise?.criteria.first, "\(faults)")
    #expect(criterion.source == source)
    // And what the program prints of it is read.
    let again = Self.exercise("choose: x\npass: \(criterion.text)").exercise
    #expect(again?.criteria.first?.source == source)
  }

  @Test(arguments: ["90% over 70%", "90 % over 70 %", "90\u{A0}% over 70\u{202F}%"])
  func ratesMayHaveASpaceAsTheyArePrinted(_ rates: String) throws {
    let exercise = try #require(
      Self.exercise("choose: x\npass: x < 1\npass-rate: \(rates)").exercise)
    #expect(exercise.rates.pass == 0.9 && exercise.rates.fail == 0.7)
  }

  @Test(arguments: ["1% ... 40%", "1 % … 40 %", "1%..40%"])
  func sharesMayBeWrittenAsTheyArePrinted(_ share: String) throws {
    let exercise = try #require(
      Self.exercise("choose: x\npass: x < 1\nshare: \(share) because it is").exercise)
    #expect(exercise.share.range == 0.01...0.4)
  }

  @Test func aGuessIsOkForAReason() {
    let (exercise, faults) = Self.exercise(
      "choose: x\npass: x < 1\nguess: ok  because it is what, because of all, is meant")
    #expect(exercise?.guessReason == "it is what, because of all, is meant" && faults == [])
    #expect(Self.exercise("choose: x\npass: x < 1").exercise?.guessReason == nil)
  }

  @Test(arguments: ["", "ok", "ok because", "because it is", "no because it is", "okbecause it is"])
  func aGuessWithoutAReasonIsAFault(_ guess: String) {
    let (_, faults) = Self.exercise("choose: x\npass: x < 1\nguess: \(guess)")
    #expect(faults.count == 1, "\(faults)")
  }

  @Test(arguments: [
    ("choose: x\npass: x < 0,5", "not \"0,5\"; it is written with a point: 0.5"),
    ("choose: x\npass: x in 0,1 ... 1", "not \"0,1\"; it is written with a point: 0.1"),
    ("choose: x\npass: x < –1", "not \"–1\"; it is written plainly: -1"),
    ("choose: x\npass: x < 1,000", "written with a point and no commas: 1.000 or 1000"),
    ("choose: x\npass: x < 1\npass-rate: 92,5% over 70%", "it is written with a point: 92.5"),
    ("choose: x\npass: x < 1\nshare: 1,5% ... 40% because", "it is written with a point: 1.5"),
    (
      "choose: steps\ngiven: x = 0,5\npass: x < 1",
      "not \"5\"; a number is written with a point: 0.5"
    ),
  ])
  func aDecimalCommaIsNamed(_ lines: String, _ remedy: String) {
    let faults = Self.exercise(lines).faults
    #expect(faults.contains { $0.hasSuffix(remedy) }, "\(faults)")
  }

  @Test func aToleranceWithACommaIsNamed() {
    let (_, faults) = Toys.read(
      "---\ntitle: T\nsummary: S\n---\n```predict p\nask: x\ntolerance: 0,5 %\nsimulation: line\n"
        + "question: q\n```\n")
    #expect(faults.contains { $0.hasSuffix("it is written with a point: 0.5") }, "\(faults)")
  }

  @Test func settingsTakeEitherMinus() {
    let (exercise, faults) = Self.exercise("choose: x\ngiven: rate = 1e−2\npass: x < 1")
    #expect(exercise?.given[Line.rate] == 0.01 && faults == [])
  }
}

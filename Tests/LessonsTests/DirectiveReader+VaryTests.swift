import Experiments
import Grading
import Testing
import ToyCourse

@testable import Lessons

/// What may be given instead when something is asked again.
@Suite struct DirectiveReaderVaryTests {
  private static func exercise(_ lines: String, task: String = "Do it.") -> (
    exercise: Exercise?, faults: [String]
  ) {
    let (lesson, faults) = Toys.read(
      "---\ntitle: T\nsummary: S\n---\n```exercise e\nsimulation: line\ntask: \(task)\n"
        + "choose: x\npass: sum > 0\nhint: h\n\(lines)\n```\n")
    return (lesson.exercises.first, faults)
  }

  @Test func aRangeStandsForEightValues() throws {
    let (exercise, faults) = Self.exercise("given: y = 0.5\nvary: y = 0.1 ... 0.8")
    #expect(faults == [])
    let variants = try #require(exercise?.variants)
    #expect(variants.all.map { $0["y"]?.number } == [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8])
    #expect(variants.knobs == ["y"] && variants.factor == 2)
  }

  @Test func aListStandsForItsValues() throws {
    let (exercise, faults) = Self.exercise(
      "given: y = 0.5\nvary: y in 0.25, 1\nvary-factor: 3", task: "At {y} and {x}{.")
    #expect(faults == [])
    let read = try #require(exercise)
    #expect(read.variants.all.map { $0["y"]?.number } == [0.25, 1] && read.variants.factor == 3)
    let variant = read.variant(read.variants.all[1])
    #expect(read.task == "At 0.5 and 0{." && variant.task == "At 1 and 0{.")
    #expect(variant.given["y"]?.number == 1 && variant.id == read.id)
    #expect(variant.digest != read.digest)
  }

  /// Without variants braces are braces.
  @Test func aTaskThatDoesNotVaryIsLeftAlone() throws {
    let (exercise, faults) = Self.exercise("given: y = 0.5", task: "At {y} and {z}.")
    #expect(faults == [] && exercise?.task == "At {y} and {z}.")
    #expect(exercise?.variants.isEmpty ?? false)
  }

  @Test(arguments: [
    ("vary: y", "expected \"knob = low ... high\" or \"knob in a, b, c\", not \"y\""),
    ("vary: y 0.1 ... 0.2", "expected \"knob = low ... high\""),
    ("vary: z = 0.1 ... 0.2", "no knob \"z\" in line"),
    ("vary: x = 0.1 ... 0.2", "x cannot vary, as the learner chooses it"),
    ("vary: y = 0.1", "expected a range such as \"5 ... 40\", not \"0.1\""),
    ("vary: y = 0.2 ... 0.1", "the range ends before it begins"),
    ("vary: y = 0.1 ... 0.1", "the range ends before it begins"),
    ("vary: y = 0.1 ... 9000", "y 9000 is out of range"),
    ("vary: y = a ... 0.2", "y \"a\" is not a number"),
    ("vary: y in 0.1", "y does not vary in this"),
    ("vary: y in 0.1, 0.1", "0.1 stands twice; keep one"),
    ("vary: y in 0.1,, 0.2", "y has no value"),
    ("vary: y in 0.1, 0.2\nvary: y in 0.3, 0.4", "y varies twice; keep one"),
    ("vary-factor: 2", "nothing varies here"),
    ("vary: y in 0.1, 0.2\nvary-factor: 0.5", "vary-factor takes a number 1 … 100"),
    ("vary: y in 0.1, 0.2\nvary-factor: nan", "vary-factor takes a number 1 … 100"),
  ])
  func whatCannotVaryIsSaid(_ lines: String, _ says: String) {
    let (exercise, faults) = Self.exercise(lines)
    #expect(exercise == nil && faults.contains { $0.contains(says) }, "\(faults)")
  }

  @Test func aPlaceholderNamesAKnob() {
    let (_, faults) = Self.exercise("vary: y in 0.1, 0.2", task: "At {yy}.")
    #expect(faults.contains { $0.contains("no knob \"yy\" in line; did you mean y?") })
  }

  @Test func aPredictionVaries() throws {
    let (lesson, faults) = Toys.read(
      "---\ntitle: T\nsummary: S\n---\n```predict p\nsimulation: line\nset: x = 0.25\nask: sum\n"
        + "tolerance: 5%\nquestion: At {x}?\nvary: x in 0.5, 1\n```\n")
    #expect(faults == [])
    let prediction = try #require(lesson.predictions.first)
    let variant = prediction.variant(prediction.variants.all[1])
    #expect(prediction.question == "At 0.25?" && variant.question == "At 1?")
    #expect(variant.runs.map { $0.settings["x"]?.number } == [1])
  }

  /// Cases keep what they set, and the rest varies.
  @Test func casesKeepWhatTheySet() throws {
    func read(_ vary: String) -> (Lesson, [String]) {
      Toys.read(
        "---\ntitle: T\nsummary: S\n---\n```predict p\nsimulation: line\nset: y = 0.5\n"
          + "case: a | x = 0\ncase: b | x = 1\nask: lowest sum\nquestion: q\nvary: \(vary)\n```\n")
    }
    let (lesson, faults) = read("y in 0.25, 1")
    #expect(faults == [])
    let prediction = try #require(lesson.predictions.first)
    let variant = prediction.variant(prediction.variants.all[0])
    #expect(variant.runs.map { $0.settings["x"]?.number } == [0, 1])
    #expect(variant.runs.map { $0.settings["y"]?.number } == [0.25, 0.25])
    #expect(read("x in 0.25, 1").1.contains { $0.contains("x cannot vary, as a case sets it") })
  }
}

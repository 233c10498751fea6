import Experiments
import Grading
import Lessons
import Testing

@testable import Shell

/// What the program says to type next, one case a branch.
@Suite struct NextStepsTests {
  static let lessons = [
    "01-first": Written.lesson("First", ["one", "two"]),
    "02-second": Written.lesson("Second", ["one"]),
    "03-third": Written.lesson("Third", ["one"]),
  ]

  struct Case: Sendable, CustomTestStringConvertible {
    let lines: [String]
    let next: [String]

    init(_ lines: [String], _ next: String...) {
      self.lines = lines
      self.next = next
    }

    var testDescription: String { lines.joined(separator: "; ") }
  }

  static func pass(_ id: String) -> String { "check \(id) --rate 1" }
  static func fail(_ id: String) -> String { "check \(id) --rate 0.001" }
  static let hint = "hint first/one"
  static let first = [pass("first/one"), pass("first/two")]
  static let all = first + [pass("second/one"), pass("third/one")]

  static let afterAGrade: [Case] = [
    Case([fail("first/one")], "knobs hint first/one hint 1 of 2"),
    Case([hint, fail("first/one")], "knobs hint first/one hint 2 of 2"),
    Case(
      [hint, hint, fail("first/one")],
      "knobs check first/one --rate … try again; the solution opens after 2 more attempts"),
    Case(
      [hint, hint, fail("first/one"), fail("first/one")],
      "knobs check first/one --rate … try again; the solution opens after 1 more attempt"),
    Case(
      [hint, hint, fail("first/one"), fail("first/one"), fail("first/one")],
      "knobs solution first/one from the middle of what passes"),
    Case(
      [fail("first/one"), fail("first/one"), fail("first/one")], "knobs hint first/one hint 1 of 2"),
    Case(
      [pass("first/one"), hint, hint, fail("first/one")],
      "knobs solution first/one from the middle of what passes"),
    Case(
      [hint, hint, hint, fail("first/one")],
      "knobs check first/one --rate … try again; the solution opens after 2 more attempts"),
    Case(
      [pass("first/one")], "knobs check first/two --rate … the next exercise",
      "knobs learn first back to the lesson"),
    Case(
      [pass("first/two")], "knobs check first/one --rate … the next exercise",
      "knobs learn first back to the lesson"),
    Case(first, "knobs learn second on to \"Second\""),
    Case([pass("second/one")], "knobs learn third on to \"Third\""),
    Case(
      [pass("second/one")] + first, "knobs learn third back to what is still open: \"Third\""),
    Case([pass("third/one")], "knobs learn first back to what is still open: \"First\""),
    Case(
      first + [pass("third/one"), pass("first/one")], "knobs learn second on to \"Second\""),
    Case(
      first + [pass("third/one")], "knobs learn second back to what is still open: \"Second\""),
    Case(all, "knobs progress everything is passed: see your points"),
    Case(all + [pass("first/one")], "knobs progress everything is passed: see your points"),
    Case(
      all + [fail("first/one")], "knobs hint first/one hint 1 of 2"),
  ]

  static let elsewhere: [Case] = [
    Case(
      [""], "knobs learn start with \"First\" (5 min)", "knobs lessons all lessons",
      "knobs play slide or turn knobs right away"),
    Case(
      [fail("second/one"), ""], "knobs learn start with \"Second\" (5 min)",
      "knobs log your last attempt: one with 0.001, not passed", "knobs lessons all lessons"),
    Case(
      [pass("second/one"), ""], "knobs learn start with \"First\" (5 min)",
      "knobs log your last attempt: one with 1, passed", "knobs lessons all lessons"),
    Case([hint, ""], "knobs learn start with \"First\" (5 min)", "knobs lessons all lessons"),
    Case(
      all + [""], "knobs progress your points, and what took you most",
      "knobs progress --svg FILE a page of them to keep",
      "knobs simulations turn the knobs as you like"),
    Case(["lessons"], "knobs learn first open the lesson at the arrow"),
    Case(first + ["lessons"], "knobs learn second open the lesson at the arrow"),
    Case(all + ["lessons"], "knobs progress everything is done: see your points"),
    Case(["progress"], "knobs learn first start with \"First\" (5 min)"),
    Case(
      all + ["progress"], "knobs progress --svg FILE a page to keep: what you passed, and when",
      "knobs find WORDS look up what you need at work",
      "knobs simulations turn the knobs as you like"),
    Case(
      ["learn second#1"], "knobs learn second the whole lesson"),
    Case(["learn second/one"], "knobs learn second the whole lesson"),
    Case(["reset second/one"], "knobs learn second/one begin"),
    Case(["find nowhere-at-all"], "knobs lessons --all all lessons by their titles"),
    Case(["learn"], "knobs learn second the next lesson"),
    Case(["learn third"], "knobs progress your points, exercise by exercise"),
    Case(all + ["learn"], "knobs progress your points, exercise by exercise"),
    Case([hint], "knobs check first/one --rate … try again"),
    Case(["log"], "knobs progress what they add up to", "knobs learn go on"),
    Case(["reset"], "knobs learn begin"), Case(["reset second"], "knobs learn second begin"),
    Case(
      ["run slide"], "knobs check first/one --rate … put it to the test",
      "knobs run slide … --show map its other figure",
      "knobs simulations slide every knob, metric and figure"),
    Case(
      ["run slide --show map"], "knobs check first/one --rate … put it to the test",
      "knobs run slide … --show descent its other figure",
      "knobs simulations slide every knob, metric and figure"),
    Case(
      ["run slide --show all"], "knobs check first/one --rate … put it to the test",
      "knobs simulations slide every knob, metric and figure"),
    Case(
      ["run slide --rate 0.1,0.2"], "knobs check first/one --rate … put it to the test",
      "knobs run slide … --show map its other figure"),
    Case(["run toss"], "knobs simulations toss every knob, metric and figure"),
    Case(["run toss --load 0.1,0.2"], "knobs simulations toss every knob, metric and figure"),
    Case(
      [pass("first/one"), "run slide"], "knobs check second/one --rate … put it to the test",
      "knobs run slide … --show map its other figure",
      "knobs simulations slide every knob, metric and figure"),
    Case(
      ["run slide --pushes 11"], "knobs check first/two --rate … put it to the test",
      "knobs run slide … --show map its other figure",
      "knobs simulations slide every knob, metric and figure"),
    Case(
      ["sweep slide --rate 0.1..1 --points 3 --pushes 5"],
      "knobs run slide --pushes 5 --rate … look at one value"),
    Case(
      ["simulations"], "knobs simulations slide its knobs, metrics and findings",
      "knobs run slide run it as it stands"),
    Case(
      ["simulations toss"], "knobs run toss --load 0.75 turn a knob",
      "knobs play toss turn all of them on a full screen"),
    Case(
      ["throughput"], "knobs run training-budget --show time modelled time, for any machine",
      "knobs throughput again: another moment, other numbers"),
  ]

  @Test(arguments: afterAGrade + elsewhere) func isAsItShouldBe(_ each: Case) async throws {
    try await Fixture.withFolder { folder in
      try Written.write(Self.lessons, to: folder + "/lessons")
      let session = Session(folder: folder, lessons: folder + "/lessons")
      #expect(await session.next(after: each.lines) == each.next)
    }
  }

  /// A lesson that cannot be taken is led to from nowhere.
  @Test func aBrokenLessonIsPassedOver() async throws {
    try await Fixture.withFolder { folder in
      var lessons = Self.lessons
      lessons["02-second"] = Written.broken
      try Written.write(lessons, to: folder + "/lessons")
      let session = Session(folder: folder, lessons: folder + "/lessons")
      #expect(await session.next(after: Self.first) == ["knobs learn third on to \"Third\""])
      #expect(await session.next(after: ["learn first"]) == ["knobs learn third the next lesson"])
      #expect(
        await session.next(after: [Self.pass("third/one"), "lessons"])
          == ["knobs progress everything that can be taken is done: see your points"])
    }
  }

  /// Where a lesson is gone on with: at its beginning, in the middle, or for what is open in it.
  @Test(arguments: [
    (0, "start with \"Slides: how hard to push\" (5 min)"),
    (1, "continue at \"A run\" (section 2 of 5)"),
    (3, "continue at \"Your turn\" (section 4 of 5)"),
    (5, "go back to \"Slides: how hard to push\": an exercise is open"),
  ])
  func placesAreGoneBackTo(_ place: Int, _ gloss: String) async throws {
    try await Fixture.withFolder { folder in
      let session = Session(folder: folder)
      _ = try session.context.record([.place(lesson: "slides", section: place)])
      #expect(await session.next(after: [""]).first == "knobs learn \(gloss)")
      #expect(await session.next(after: ["progress"]) == ["knobs learn slides \(gloss)"])
    }
  }

  @Test(arguments: [
    (["FOLDER/s"], "knobs author preview FOLDER/s/01-a.md see it as the learner will"),
    (["FOLDER/f"], "knobs author check FOLDER/f again, when they are mended"),
    (["FOLDER/f/01-a.md"], "knobs author check FOLDER/f/01-a.md again, when they are mended"),
    (
      ["--lessons", "FOLDER/s", "--lessons", "FOLDER/f"],
      "knobs author check --lessons FOLDER/s --lessons FOLDER/f again, when they are mended"
    ),
    ([], "knobs author check again, when they are mended"),
  ])
  func authorsAreLedOn(_ words: [String], _ next: String) async throws {
    try await Fixture.withFolder { folder in
      try Written.write(["01-a": Written.lesson("A", ["one"])], to: folder + "/s")
      try Written.write(["01-a": Written.broken], to: folder + "/f")
      let session = Session(folder: folder, lessons: folder + "/f")
      let said = await session.next(after: ["author check " + words.joined(separator: " ")])
      #expect(said.joined(separator: " ").replacing(folder, with: "FOLDER") == next)
    }
  }
}

import Experiments
import Foundation
import TestKit
import Testing
import ToyCourse

@testable import Lessons

@Suite struct LessonReaderTests {
  // A good lesson

  @Test func everythingIsRead() throws {
    let (lesson, faults) = Toys.read(Toys.goodLesson, name: "learning-rate")
    #expect(faults == [])
    #expect(lesson.name == "learning-rate")
    #expect(lesson.title == "Learning rate: the size of a step")
    #expect(lesson.summary == "Why a step can be too small.")
    #expect(lesson.minutes == 15)
    #expect(lesson.requires == ["what-is-it", "another"])
    #expect(lesson.requirements.map(\.line) == [5, 5])
    #expect(lesson.requirements.map(\.column) == [11, 23])
    #expect(lesson.sections.map(\.title) == ["Learning rate", "Side by side"])
    #expect(lesson.predictions.map(\.name) == ["growth"])
    #expect(lesson.exercises.map(\.id) == ["learning-rate/reach-the-floor"])
    #expect(lesson.maximumPoints == 9)
    let kinds = lesson.sections.map { section in
      section.elements.map { element in
        switch element {
        case .prose: "prose"
        case .simulate: "simulate"
        case .compare: "compare"
        case .predict: "predict"
        case .exercise: "exercise"
        case .takeaway: "takeaway"
        }
      }
    }
    #expect(
      kinds == [
        ["prose", "simulate"], ["prose", "compare", "predict", "prose", "exercise"],
      ])
  }

  @Test func simulateIsReadInFull() throws {
    let lesson = Toys.read(Toys.goodLesson).lesson
    guard case .simulate(let directive) = lesson.elements[1] else {
      Issue.record("no simulate")
      return
    }
    #expect(directive.simulation.name == "line")
    #expect(directive.settings[Line.x] == 0.5)
    #expect(directive.settings[Line.steps] == 40)
    #expect(directive.settings[Line.mode] == .right)
    #expect(directive.settings.turned.count == 3)
    #expect(directive.figures == ["second", "first"])
    #expect(directive.seed == 7)
    #expect(directive.promises.map(\.criterion.source) == ["sum < 100", "x in 0.5 ... 0.5"])
    #expect(directive.promises.map(\.line) == [18, 19])
    #expect(directive.promises.map(\.column) == [9, 9])
  }

  @Test func compareIsReadInFull() throws {
    let lesson = Toys.read(Toys.goodLesson).lesson
    guard case .compare(let directive) = lesson.elements[3] else {
      Issue.record("no compare")
      return
    }
    #expect(directive.cases.map(\.label) == ["too small", "just right", "past the edge"])
    #expect(directive.cases.map { $0.settings[Line.x] } == [0.1, 0.5, 0.9])
    #expect(directive.cases.allSatisfy { $0.settings[Line.steps] == 40 })
    #expect(directive.cases.map { $0.settings[Line.mode] } == [.left, .right, .left])
    #expect(directive.common.turned.keys.sorted() == ["steps"])
    #expect(directive.cases.map(\.promises.count) == [0, 0, 1])
    #expect(directive.seed == Seed.standard)
    #expect(directive.figures == ["first"])
  }

  @Test func aCaseHasTheLastWord() {
    let (lesson, faults) = Toys.read(
      "---\ntitle: T\nsummary: S\n---\n```compare line\nset: x = 0.5, y = 0.5\n"
        + "case: a | x = 0.25\ncase: b | y = 0.75\n```\n")
    #expect(faults == [])
    guard case .compare(let directive) = lesson.elements.first else {
      Issue.record("no compare")
      return
    }
    #expect(directive.cases.map { $0.settings[Line.x] } == [0.25, 0.5])
    #expect(directive.cases.map { $0.settings[Line.y] } == [0.5, 0.75])
  }

  @Test func predictIsReadInFull() throws {
    let directive = try #require(Toys.read(Toys.goodLesson).lesson.predictions.first)
    #expect(directive.metric == Line.metricX)
    guard case .number(let tolerance) = directive.answer else {
      Issue.record("a number is asked for")
      return
    }
    #expect(tolerance == .relative(0.1))
    #expect(directive.question == "By what factor: what do you think?")
    #expect(directive.settings[Line.x] == 0.25)
  }

  @Test func exerciseIsReadInFull() throws {
    let exercise = try #require(Toys.read(Toys.goodLesson).lesson.exercises.first)
    #expect(exercise.simulation.name == "coin")
    #expect(exercise.task == "Choose a share: one that passes.")
    #expect(exercise.choices.map(\.name) == ["share"])
    #expect(exercise.given[Coin.bonus] == 3)
    #expect(
      exercise.criteria.map(\.source) == ["luck >= 1", "share in 0.1 ... 1", "share > -1000"])
    #expect(exercise.criteria.map(\.points) == [7, 1, 1])
    #expect(exercise.hints == ["First.", "Second: with a colon."])
    #expect(exercise.rates.pass == 0.8)
    #expect(exercise.rates.fail == 0.505)
    #expect(exercise.line == 45)
  }

  /// However lines end, and with a byte order mark or not, a lesson is the same.
  @Test(arguments: ["\n", "\r\n", "\r"])
  func lineEndsDoNotMatter(end: String) {
    let text = "\u{FEFF}" + Toys.goodLesson.replacing("\n", with: end)
    let (lesson, faults) = Toys.read(text)
    #expect(faults == [])
    #expect(lesson.exercises.map(\.line) == [45])
    #expect(lesson.title == "Learning rate: the size of a step")
    #expect(lesson.elements.count == 7)
  }

  @Test func otherFencesAndIndentsDoNotMatter() {
    let text = Toys.goodLesson.replacing("```simulate line", with: "  ~~~~  simulate   line ")
      .replacing("expect: x in 0.5 ... 0.5\n```", with: "\texpect:\tx\tin\t0.5...0.5\t\n  ~~~~")
    let (lesson, faults) = Toys.read(text)
    #expect(faults == [])
    #expect(lesson.elements.count == 7)
  }

  @Test func proseBeforeTheTitleIsASectionOfItsOwn() {
    let (lesson, faults) = Toys.read("---\ntitle: T\nsummary: S\n---\nfirst\n\n# A\n\n## B\n")
    #expect(faults == [])
    #expect(lesson.sections.map(\.title) == ["T", "A", "B"])
    #expect(lesson.minutes == 10)
  }

  // Faults together

  @Test func allFaultsOfAFileAreReportedAtOnce() {
    let text = """
      ---
      titel: T
      summary:
      minutes: 0
      requires: No Name
      ---
      # One
      # Two
      ```simulate lin
      sett: x = 1
      seed: -1
      ```
      ```exercise A
      choose: z
      given: x = 2, y
      pass: x <=
      pass: qqq < 1 (0 points)
      ```
      """
    #expect(
      Toys.read(text).faults == [
        "f.md:1:1: front matter has no title; add a line \"title: …\"",
        "f.md:2:1: no key \"titel\" in front matter; did you mean title?",
        "f.md:3:9: summary has no value; write one or leave it out",
        "f.md:4:10: minutes takes a whole number 1 … 600, not \"0\"",
        "f.md:5:11: \"No Name\" is not the name of a lesson; "
          + "write it without its number and .md, such as learning-rate",
        "f.md:8:1: a second heading of the first level, after line 7; use ## for sections",
        "f.md:9:13: no simulation \"lin\"; did you mean line?",
        "f.md:10:1: no key \"sett\" in simulate lin; did you mean set?",
        "f.md:11:7: seed takes a whole number 0 … 4294967295, not \"-1\"",
        "f.md:13:1: exercise A has no simulation; add a line \"simulation: …\"",
        "f.md:13:1: exercise A has no task; add a line \"task: …\"",
        "f.md:13:13: exercise \"A\" is not a name; "
          + "use at most 64 lowercase letters, digits and hyphens between them",
      ])
  }

  @Test func faultsOfAnExerciseWithoutATaskAreStillFound() {
    let text = """
      ---
      title: T
      summary: S
      ---
      ```exercise a
      simulation: line
      choose: zzz, x, x, steps
      given: x = 2, y, steps = 5
      pass: x <=
      pass: qqq < 1 (0 points)
      pass-rate: 90% over 89%
      ```
      """
    #expect(
      Toys.read(text).faults == [
        "f.md:5:1: exercise a has no task; add a line \"task: …\"",
        "f.md:7:9: no knob \"zzz\" in line; there are x, y, rate, steps, mode",
        "f.md:7:17: x is chosen twice; keep one",
        "f.md:7:20: steps is both given and chosen; keep one",
        "f.md:8:12: x 2 is out of range; it takes 0 … 1",
        "f.md:8:15: expected \"knob = value\", not \"y\"",
        "f.md:9:11: expected a number such as 0.5 or 1e-6, not \"\"",
        "f.md:10:7: no metric \"qqq\" in line; "
          + "there are x, y, rate, steps, mode, sum, island, never",
        "f.md:10:15: expected points such as (3 points), a whole number 1 … 1000, "
          + "not \"(0 points)\"",
        "f.md:11:12: expected rates such as \"90% over 70%\", between 0 % and 100 %, the first at "
          + "least 50 %, and 5 % or more apart, not \"90% over 89%\"",
      ])
  }

  /// A front matter or a directive that is not closed does not hide the faults behind it, nor make
  /// mistakes of what is none.
  @Test func whatIsNotClosedIsCutShort() {
    #expect(
      Toys.read("---\ntitle: T\nsummary: S\n\n# Title\n\nText.\n\n```simulate lin\n```\n").faults
        == [
          "f.md:1:1: the front matter has no end; close it with a line ---",
          "f.md:9:13: no simulation \"lin\"; did you mean line?",
        ])
    let head = "---\ntitle: T\nsummary: S\n---\n"
    #expect(
      Toys.read(head + "```simulate line\nset: x = 3\n\nText: more.\n\nText.\n").faults == [
        "f.md:5:1: the fence is never closed; close it with a line of the same marks",
        "f.md:6:10: x 3 is out of range; it takes 0 … 1",
      ])
    #expect(
      Toys.read(head + "```simulate line\nset: x = 3\n\nText.\n\n```swift\ncode\n```\n").faults == [
        "f.md:6:10: x 3 is out of range; it takes 0 … 1",
        "f.md:10:1: a fence opens inside simulate line; close that one before this line",
      ])
  }

  @Test func directivesThatCanNotBeReadKeepTheirPlaces() {
    let text =
      "---\ntitle: T\nsummary: S\nminutes: 1\n---\n# T\n\nWords.\n\n```simulate nothing\n```\n\n"
      + "More words.\n\n```predict\n```\n"
    let sections = Toys.read(text).lesson.sections
    #expect(sections.map(\.elements.count) == [2])
    #expect(
      sections.flatMap(\.faulty) == [
        Lesson.Faulty(words: "simulate nothing", position: 1, lines: 10...11),
        Lesson.Faulty(words: "predict", position: 2, lines: 15...16),
      ])
  }

  @Test func aFileIsReadByItsPath() throws {
    let folder = try ScratchFolder()
    try folder.write(Toys.goodLesson, to: "02-learning-rate.md")
    try folder.write("", to: "draft.md")
    func read(_ name: String) -> (lesson: Lesson?, faults: [LessonFault]) {
      LessonReader.read(path: folder.path + "/" + name, catalog: Toys.catalog)
    }
    let good = read("02-learning-rate.md")
    #expect(good.faults == [] && good.lesson?.name == "learning-rate")
    #expect(read("draft.md").lesson?.name == "draft" && !read("draft.md").faults.isEmpty)
    let missing = read("none.md")
    #expect(missing.lesson == nil && missing.faults.map(\.line) == [1])
  }
}

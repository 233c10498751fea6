import Course
import Experiments
import Foundation
import Simulations
import TestKit
import Testing

@testable import Authoring

@Suite struct LessonDraftTests {
  /// A lesson that was just written passes everything that is asked, on every simulation.
  @Test(arguments: ["step-size", "batch-noise"])
  func passesTheCheck(simulation name: String) async throws {
    let simulation = try #require(Catalog.all[name])
    let draft = try #require(
      await LessonDraft.make(name: "first-steps", simulation: simulation, cache: .none))
    let folder = try ScratchFolder()
    try folder.write(draft.text, to: "01-first-steps.md")
    let report = try await PackCheck.run(
      folder: folder.path, only: nil, catalog: .all, cache: .none)
    #expect(report.faults.map(\.text) == [])
    // Every sentence that says what to write is found, and nothing else.
    #expect(report.findings.allSatisfy { $0.rule == OwnWords.name && $0.fault.isAdvice })
    #expect(report.findings.count == LessonDraft.requests.count)
    #expect(draft.text.contains("```exercise \(draft.exercise)"))
  }

  @Test(
    arguments: [
      ("pass: relative-loss in 0.5 ... 2", "Bring relative-loss between 0.5 and 2 by choosing "),
      ("pass: relative-loss <= 2", "Choose learning-rate so that relative-loss ≤ 2."),
      (
        "choose: steps\npass: relative-loss <= 2\npass: overshoots >= 1",
        "Choose learning-rate and steps so that relative-loss ≤ 2 and overshoots ≥ 1."
      ),
    ])
  func theTaskSaysWhatIsAsked(lines: String, task: String) async throws {
    let draft = try #require(await Self.draft(lines))
    #expect(draft.task.hasPrefix(task))
    #expect(draft.origin == "draft/draft")
  }

  /// What a draft takes over from the course is all of it.
  @Test func everyPartOfTheCoursesExerciseIsTaken() async throws {
    let draft = try #require(
      await Self.draft(
        """
        given: curvature = 40
        pass: relative-loss <= 1e-4 (7 points)
        pass: overshoots >= 1
        pass-rate: 70% over 40%
        share: 1% ... 40% because it is so
        """))
    #expect(
      draft.lines == [
        "choose: learning-rate", "given: curvature = 40", "pass: relative-loss <= 1e-4 (7 points)",
        "pass: overshoots >= 1 (1 point)", "pass-rate: 70% over 40%",
        "share: 1% ... 40% because it is so",
      ])
  }

  /// The course as it stands in the repository.
  private static let course: [Exercise] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Lessons").standardizedFileURL.path
    return (try? Syllabus.read(folder: folder, catalog: .all).exercises) ?? []
  }()

  private static let names = Set(course.map { $0.simulation.name }).sorted()

  /// Read again from a draft's lines, the course's exercise on any simulation is the same.
  @Test(arguments: names)
  func theCoursesExerciseStaysWhatItIs(simulation name: String) async throws {
    let simulation = try #require(Catalog.all[name])
    let draft = try #require(
      await ExerciseDraft.find(for: simulation, in: Self.course, .none))
    let one = draft.exercise
    let lines = ["simulation: \(name)", "task: \(draft.task)"] + draft.lines
    let again = try #require(
      Lesson.draft("exercise draft", lines, on: simulation).exercises.first)
    #expect(again.choices.map(\.name) == one.choices.map(\.name))
    #expect(again.choices.contains { $0.name == draft.knob.name })
    #expect(again.given == one.given && again.given.turned == one.given.turned)
    #expect(again.criteria == one.criteria && again.rates == one.rates && again.share == one.share)
    #expect(draft.origin == one.id)
  }

  @Test func theCourseHasAnExerciseOnNearlyEverySimulation() {
    let missing = Catalog.all.names.filter { name in
      !Self.course.contains { $0.simulation.name == name }
    }
    #expect(missing == ["double-well"])
  }

  /// Of the course's exercises the one with the fewest parts is taken, if it has a number to choose.
  @Test func theSimplestOfTheCourseIsTaken() async throws {
    let simulation = try #require(Catalog.all["optimizer-race"])
    let course = [
      "choose: optimizer\npass: relative-loss <= 1",
      "choose: learning-rate, steps\npass: relative-loss <= 2",
      "choose: momentum\npass: relative-loss <= 3",
      "choose: steps\npass: relative-loss <= 4\npass: growth-per-step <= 1",
    ].flatMap { Self.exercises($0, simulation) }
    #expect(course.count == 4)
    let draft = try #require(await ExerciseDraft.find(for: simulation, in: course, .none))
    #expect(draft.exercise.criteria.map(\.source) == ["relative-loss <= 3"])
    #expect(draft.knob.name == "momentum")
  }

  private static func exercises(_ lines: String, _ simulation: any Simulation.Type) -> [Exercise] {
    let lines = ["simulation: \(simulation.name)", "task: t", lines]
    return Lesson.draft("exercise draft", lines, on: simulation).exercises
  }

  private static func draft(_ lines: String) async -> ExerciseDraft? {
    guard let simulation = Catalog.all["step-size"] else { return nil }
    let course = exercises("choose: learning-rate\n\(lines)", simulation)
    return await ExerciseDraft.find(for: simulation, in: course, .none)
  }

  /// Bounds are asked for first, so they must be known from bands.
  @Test(arguments: KnobSurvey.Kind.allCases) func bandsAreKnownFromBounds(_ kind: KnobSurvey.Kind)
    async throws
  {
    let simulation = try #require(Catalog.all["step-size"])
    let knob = try #require(simulation.knobs.first { $0.name == "learning-rate" })
    let all = await KnobSurvey.of(knob, simulation).candidates(passing: 0.9, kind)
    #expect(!all.isEmpty)
    for criterion in all {
      let isBand = criterion.interval.range != nil
      #expect(isBand == (kind == .bands))
    }
  }

  @Test func longNamesStayNames() async throws {
    let simulation = try #require(Catalog.all["step-size"])
    let name = String(repeating: "a", count: 58) + "-bcdef"
    let draft = try #require(
      await LessonDraft.make(name: name, simulation: simulation, cache: .none))
    #expect(LessonName.isValid(name) && LessonName.isValid(draft.exercise))
  }

  @Test func findsWhatSuitsTheKnobAndNotItsDefault() async throws {
    let simulation = try #require(Catalog.all["step-size"])
    let draft = try #require(await ExerciseDraft.find(for: simulation, in: [], .none))
    #expect(draft.knob.name == "learning-rate" && draft.origin == nil)
    let region = await PassSearch.region(of: draft.exercise)
    let answer = try #require(await PassSearch.answer(of: draft.exercise, in: region))
    let middle = try #require(answer.choices["learning-rate"]?.number)
    #expect((0.02...0.2).contains(middle))
  }

  /// A simulation of which nothing changes has no exercise, and none is made up.
  @Test func givesUpWhereNothingIsFair() async {
    #expect(await LessonDraft.make(name: "flat", simulation: Flat.self, cache: .none) == nil)
  }
}

/// A simulation whose one metric never changes.
private enum Flat: Simulation {
  static let name = "flat"
  static let summary = "Nothing ever changes"
  static let usesChance = false
  static let knob = Knob<Double>("knob", .linear(0...1), default: 0.5, "what changes nothing")
  static let knobs: [any AnyKnob] = [knob]
  static let level = Metric("level", "always one")
  static let metrics = [level]
  static let figures: [FigureKind] = []
  static let findings: [FindingKind] = []

  static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    var outcome = Outcome()
    outcome[level] = 1
    return outcome
  }
}

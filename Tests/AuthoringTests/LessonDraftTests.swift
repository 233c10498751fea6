import Experiments
import Foundation
import Grading
import Lessons
import Simulations
import TestKit
import Testing

@testable import Authoring

@Suite struct LessonDraftTests {
  /// What a check of a draft finds, as the only lesson of its pack.
  private static func report(of draft: LessonDraft) async throws -> PackReport {
    let folder = try ScratchFolder()
    try folder.write(draft.text, to: "01-first-steps.md")
    return try await PackCheck.run(
      folder: folder.path, only: nil, catalog: .all, cache: .none)
  }

  /// A lesson that was just written passes everything that is asked, with an exercise of the course
  /// and with a gap in its place; every sentence that says what to write is found, and nothing else but a printed
  /// number that may pass.
  @Test(arguments: ["step-size", "batch-noise"], [true, false])
  func passesTheCheck(simulation name: String, hasCourse: Bool) async throws {
    let simulation = try #require(Catalog.all[name])
    let draft = try #require(
      await LessonDraft.make(
        name: "first-steps", simulation: simulation, course: hasCourse ? Self.course : [],
        cache: .none))
    let report = try await Self.report(of: draft)
    #expect(report.faults.map(\.text) == [])
    // The course's exercise stands beside other numbers here.
    let own = report.findings.filter { !hasCourse || $0.rule != PrintedGuesses.name }
    #expect(own.allSatisfy { $0.rule == OwnWords.name && $0.fault.isAdvice })
    #expect(own.count == LessonDraft.requests.count - (hasCourse ? 2 : 1))
    #expect((draft.exercise != nil) == hasCourse)
    #expect(draft.text.contains("```exercise tune-first-steps\n") == hasCourse)
    #expect(draft.text.contains("\nWrite an exercise here: ") != hasCourse)
    #expect(draft.text.contains("\n```predict foresee-first-steps\n"))
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
  func theTaskSaysWhatIsAsked(lines: String, task: String) throws {
    let draft = try #require(Self.draft(lines))
    #expect(draft.task.hasPrefix(task))
    #expect(draft.exercise.id == "draft/draft")
  }

  /// What a draft takes over from the course is all of it.
  @Test func everyPartOfTheCoursesExerciseIsTaken() throws {
    let draft = try #require(
      Self.draft(
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
  func theCoursesExerciseStaysWhatItIs(simulation name: String) throws {
    let simulation = try #require(Catalog.all[name])
    let draft = try #require(ExerciseDraft.find(for: simulation, in: Self.course))
    let one = draft.exercise
    let lines = ["simulation: \(name)", "task: \(draft.task)"] + draft.lines
    let again = try #require(
      Lesson.draft("exercise draft", lines, on: simulation).exercises.first)
    #expect(again.choices.map(\.name) == one.choices.map(\.name))
    #expect(again.choices.contains { $0.name == draft.knob.name })
    #expect(again.given == one.given && again.given.turned == one.given.turned)
    #expect(again.criteria == one.criteria && again.rates == one.rates && again.share == one.share)
  }

  @Test func theCourseHasAnExerciseOnNearlyEverySimulation() {
    let missing = Catalog.all.names.filter { name in
      !Self.course.contains { $0.simulation.name == name }
    }
    // Those that only show something, beside others on which a learner is graded.
    #expect(
      missing == [
        "double-well", "budget-curve", "posterior-curve", "expected-improvement", "branin-search",
        "bowl-search", "repeated-look", "tournament-takeover", "step-progress", "one-fifth-rule",
        "evolution-race", "repeated-folds", "random-splits", "ridge-choice", "selection-leak",
        "grouped-rows", "elementary-effects", "early-look", "hyperband-search", "digit-halving",
        "promised-quality", "head-start", "digit-transfer", "time-split", "stale-settings",
        "label-shift", "covariate-shift", "digit-duel", "setting-spread", "task-transfer",
        "tuning-contest",
      ])
  }

  /// Of the course's exercises the one with the fewest parts is taken, if it has a number to choose.
  @Test func theSimplestOfTheCourseIsTaken() throws {
    let simulation = try #require(Catalog.all["optimizer-race"])
    let course = [
      "choose: optimizer\npass: relative-loss <= 1",
      "choose: learning-rate, steps\npass: relative-loss <= 2",
      "choose: momentum\npass: relative-loss <= 3",
      "choose: steps\npass: relative-loss <= 4\npass: growth-per-step <= 1",
    ].flatMap { Self.exercises($0, simulation) }
    #expect(course.count == 4)
    let draft = try #require(ExerciseDraft.find(for: simulation, in: course))
    #expect(draft.exercise.criteria.map(\.source) == ["relative-loss <= 3"])
    #expect(draft.knob.name == "momentum")
  }

  private static func exercises(_ lines: String, _ simulation: any Simulation.Type) -> [Exercise] {
    let lines = ["simulation: \(simulation.name)", "task: t", lines]
    return Lesson.draft("exercise draft", lines, on: simulation).exercises
  }

  private static func draft(_ lines: String) -> ExerciseDraft? {
    guard let simulation = Catalog.all["step-size"] else { return nil }
    let course = exercises("choose: learning-rate\n\(lines)", simulation)
    return ExerciseDraft.find(for: simulation, in: course)
  }

  @Test func longNamesStayNames() async throws {
    let simulation = try #require(Catalog.all["step-size"])
    let name = String(repeating: "a", count: 58) + "-bcdef"
    let draft = try #require(
      await LessonDraft.make(
        name: name, simulation: simulation, course: Self.course, cache: .none))
    #expect(LessonName.isValid(name))
    #expect(LessonName.isValid(try #require(draft.exercise)))
  }

  /// Of a simulation of which nothing changes nothing is asked, and the draft says what to write.
  @Test func nothingIsMadeUp() async throws {
    let draft = try #require(
      await LessonDraft.make(name: "flat", simulation: Flat.self, course: Self.course, cache: .none)
    )
    #expect(draft.exercise == nil)
    #expect(draft.text.contains("is about the knob `knob`"))
    #expect(await LessonDraft.make(name: "b", simulation: Bare.self, cache: .none) == nil)
  }

  /// Where nothing can be foreseen there is a gap for the prediction too.
  @Test func whatCannotBeForeseenIsLeftToTheAuthor() async throws {
    let draft = try #require(
      await LessonDraft.make(name: "dark", simulation: Dark.self, cache: .none))
    #expect(draft.text.contains("\nWrite a prediction here: "))
    #expect(!draft.text.contains("```predict"))
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

/// A simulation without a knob.
private enum Bare: Simulation {
  static let name = "bare"
  static let summary = "Nothing can be turned"
  static let usesChance = false
  static let knobs: [any AnyKnob] = []
  static let metrics = [Flat.level]
  static let figures: [FigureKind] = []
  static let findings: [FindingKind] = []

  static func run(_ settings: Settings, seed: UInt64) -> Outcome { Outcome() }
}

/// A simulation whose one metric never has a value.
private enum Dark: Simulation {
  static let name = "dark"
  static let summary = "Nothing is ever seen"
  static let usesChance = false
  static let knobs: [any AnyKnob] = [Flat.knob]
  static let metrics = [Metric("light", "what is seen", absent: "dark")]
  static let figures: [FigureKind] = []
  static let findings: [FindingKind] = []

  static func run(_ settings: Settings, seed: UInt64) -> Outcome { Outcome() }
}

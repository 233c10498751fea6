import Course
import Experiments
import Foundation
import Simulations
import Testing

@testable import Authoring

@Suite struct LessonDraftTests {
  /// A lesson that was just written passes everything that is asked, on every simulation.
  @Test(arguments: ["step-size", "batch-noise"])
  func passesTheCheck(simulation name: String) async throws {
    let simulation = try #require(Catalog.all[name])
    let draft = try #require(
      await LessonDraft.make(name: "first-steps", simulation: simulation, cache: .none))
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "knobs-draft-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(draft.text.utf8).write(to: folder.appending(path: "01-first-steps.md"))
    let report = try await PackCheck.run(
      folder: folder.path, only: nil, catalog: .all, cache: .none)
    #expect(report.faults.map(\.text) == [])
    // Every sentence that says what to write is found, and nothing else.
    #expect(report.findings.allSatisfy { $0.rule == OwnWords.name && $0.fault.isAdvice })
    #expect(report.findings.count == LessonDraft.requests.count)
    #expect(draft.text.contains("```exercise \(draft.exercise)"))
  }

  @Test func aBandIsAskedForAsABand() async throws {
    let simulation = try #require(Catalog.all["step-size"])
    let (knob, metric) = (try #require(simulation.knobs.first), simulation.metrics[0])
    func task(_ condition: Criterion.Condition) -> String {
      ExerciseDraft(
        knob: knob, criterion: Criterion(metric: metric, condition: condition, points: 10),
        rates: nil, middle: "1"
      ).task
    }
    #expect(
      task(.within(0.5...2)) == "Bring \(metric.name) between 0.5 and 2 by choosing \(knob.name).")
    #expect(task(.atMost(2)).hasPrefix("Choose \(knob.name) so that \(metric.name)"))
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
      let isBand = if case .within = criterion.condition { true } else { false }
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
    let draft = try #require(await ExerciseDraft.find(for: simulation, .none))
    #expect(draft.knob.name == "learning-rate")
    let middle = try #require(Double(draft.middle))
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

import Experiments
import Foundation
import Grading
import Lessons
import Simulations
import TestKit
import Testing
import Tuning

@testable import Authoring

@Suite struct CheckBudgetTests {
  /// Two lessons with an exercise each.
  private static func lessons() throws -> [CheckedLesson] {
    let text = """
      ---
      title: Work
      summary: Work.
      ---
      # Work

      ```simulate step-size
      expect: relative-loss < 1
      ```

      ```exercise EXERCISE
      simulation: step-size
      task: Choose a rate.
      choose: learning-rate
      pass: relative-loss <= 1e-6
      hint: Look.
      ```
      """
    let folder = try ScratchFolder()
    for (number, name) in [(1, "one"), (2, "two")] {
      try folder.write(text.replacing("EXERCISE", with: name), to: "0\(number)-\(name).md")
    }
    return try PackCheck(folder: folder.path, only: nil, catalog: .all).lessons
  }

  /// What one run of the exercise costs times the cells of its grid, and the run that is shown 21
  /// times over; each is so cheap that it counts as the least.
  private static let work = PlannedRuns.least * (81 + 21)

  @Test(arguments: [
    (2 * work, [Int]()), (2 * work - 1, [1]), (work, [1]), (work - 1, [0, 1]), (0, [0, 1]),
  ])
  func stopsAtTheLimit(limit: Int, refused: [Int]) async throws {
    let lessons = try Self.lessons()
    let refusals = await CheckBudget.refusals(of: lessons, .none, limit: limit)
    #expect(refusals.keys.sorted() == refused)
    for refusal in refusals.values {
      #expect(refusal.message.contains(";") && [1, 7, 11].contains(refusal.line))
    }
  }

  /// A lesson whose exercise or whose runs a learner's command would refuse is not run, and takes
  /// nothing from the others.
  @Test(arguments: [
    (81 * PlannedRuns.least, [Int]()), (81 * PlannedRuns.least - 1, [0, 1]), (1, [0, 1]),
  ])
  func holdsEachExerciseToWhatACommandMaySpend(each: Int, refused: [Int]) async throws {
    let lessons = try Self.lessons()
    let refusals = await CheckBudget.refusals(of: lessons, .none, limit: 2 * Self.work, each: each)
    #expect(refusals.keys.sorted() == refused)
    for refusal in refusals.values {
      #expect(refusal.message.contains("a learner's command would take more than"))
      #expect(refusal.line == (each == 1 ? 7 : 11))
    }
  }

  @Test func theBundledLessonsAreFarFromIt() async throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Lessons").standardizedFileURL.path
    let lessons = try PackCheck(folder: folder, only: nil, catalog: .all).lessons
    let refusals = await CheckBudget.refusals(
      of: lessons, .none, limit: Limits.checkWork / 4, each: Limits.work / 4)
    #expect(refusals.isEmpty, "\(refusals)")
    // Grading takes more of the dearest settings than the search does on the whole.
    for exercise in lessons.flatMap(\.lesson.exercises) {
      let grid = SettingGrid(exercise)
      for cell in [0, grid.count / 2, grid.count - 1] {
        var left = Double(Limits.work / 4)
        let choices = try #require(grid.settings(at: cell))
        _ = await PlannedRuns(grading: exercise, choices).take(from: &left)
        #expect(left > 0, "\(exercise.id)")
      }
    }
  }

  /// What a search is planned to cost is no less than what it costs, and not ten times as much.
  @Test(arguments: ["batch-size/spend-the-samples", "epochs/the-other-knob"])
  func aPlanIsNoLessThanTheSearch(id: String) async throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Lessons").standardizedFileURL.path
    let exercise = try #require(Syllabus.read(folder: folder, catalog: .all).exercise(id))
    var left = 1e15
    _ = await PlannedRuns(searching: exercise).take(from: &left)
    let planned = 1e15 - left
    var samples = PassSamples(exercise)
    await samples.fill(for: exercise)
    var made = 0.0
    for cell in samples.cells {
      let choices = try #require(samples.points.settings(at: cell))
      let settings = exercise.given.overlaid(by: choices)
      let run = Run(exercise.simulation, settings, seed: PassSearch.firstSeed)
      made += Double(samples.values(of: cell).count) * PlannedRuns.work(of: run.outcome())
    }
    #expect((made...10 * made).contains(planned), "\(planned) for \(made)")
  }

  /// Every variant is searched, and counts as a search of its own.
  @Test func variantsCount() async throws {
    let text = """
      ---
      title: Work
      summary: Work.
      ---
      # Work

      ```exercise one
      simulation: step-size
      task: Choose a rate.
      choose: learning-rate
      given: steps = 50
      vary: steps in 40, 60
      pass: relative-loss <= 1e-6
      hint: Look.
      ```
      """
    let folder = try ScratchFolder()
    try folder.write(text, to: "01-one.md")
    let lessons = try PackCheck(folder: folder.path, only: nil, catalog: .all).lessons
    let work = 3 * 81 * PlannedRuns.least
    #expect(await CheckBudget.refusals(of: lessons, .none, limit: work).isEmpty)
    #expect(await CheckBudget.refusals(of: lessons, .none, limit: work - 1).count == 1)
    // What a learner's command may spend is one search.
    let each = 81 * PlannedRuns.least
    #expect(await CheckBudget.refusals(of: lessons, .none, limit: work, each: each).isEmpty)
  }
}

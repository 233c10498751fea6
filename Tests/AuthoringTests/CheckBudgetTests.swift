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
      of: lessons, .none, limit: Limits.checkWork / 2, each: Limits.work / 2)
    #expect(refusals.isEmpty, "\(refusals)")
    // Grading takes more of the dearest settings than the search does on the whole.
    for exercise in lessons.flatMap(\.lesson.exercises) {
      let grid = SettingGrid(exercise)
      for cell in [0, grid.count / 2, grid.count - 1] {
        var left = Double(Limits.work / 2)
        let choices = try #require(grid.settings(at: cell))
        _ = await PlannedRuns(grading: exercise, choices).take(from: &left)
        #expect(left > 0, "\(exercise.id)")
      }
    }
  }
}

import Experiments
import Foundation
import Lessons
import Simulations
import TestKit
import Testing

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
  /// times over: 7 multiply-adds a step, and 3 more.
  private static let work = 353 * (81 + 21)

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

  @Test func theBundledLessonsAreFarFromIt() async throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Lessons").standardizedFileURL.path
    let lessons = try PackCheck(folder: folder, only: nil, catalog: .all).lessons
    #expect(await CheckBudget.refusals(of: lessons, .none, limit: Limits.checkWork / 2).isEmpty)
  }
}

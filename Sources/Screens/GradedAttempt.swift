import Exhibits
import Experiments
import Grading
import Lessons
import Terminal
import Tuning

/// An attempt that was graded and recorded.
package struct GradedAttempt: Sendable {
  package let grade: Grade

  /// What the journal adds up to with it.
  package let progress: Progress

  /// Whether its seeds come of a new key, as that of earlier attempts is gone.
  package let lostKey: Bool
}

extension Journal {
  /// Grades an attempt and records it; when this returns, the attempt is on disk.
  ///
  /// - Parameters:
  ///   - program: the version of the program, to be recorded.
  ///   - cores: how many runs are made side by side.
  ///   - limit: the multiply-adds that a grading may take; what may take more is no attempt.
  ///   - screen: that of standard error, where it is said while it takes longer than a moment.
  package func graded(
    _ exercise: Exercise, _ choices: Settings, program: String, cores: Int,
    within limit: Int = Limits.work, on screen: Screen
  ) async throws(Refusal) -> GradedAttempt {
    try await screen.afford(
      PlannedRuns(grading: exercise, choices), within: limit, for: "grading \(exercise.id)")
    do throws(Journal.Problem) {
      let attempt = try Attempt(exercise, choices: choices, in: self)
      let grading = await attempt.grading.decided(cores: cores, on: screen)
      return GradedAttempt(
        grade: grading.grade, progress: try attempt.record(grading, program: program),
        lostKey: attempt.lostKey)
    } catch {
      throw Refusal(error.message)
    }
  }
}

extension Grading {
  /// The grading at its end.
  ///
  /// - Parameters:
  ///   - cores: how many runs are made side by side.
  ///   - screen: that of standard error, where it is said while it takes longer than a moment.
  package func decided(cores: Int, on screen: Screen) async -> Grading {
    await screen.showing({ seeds in
      seeds > 0 ? "grading … \(NumberText.count(seeds, "seed"))" : "grading …"
    }) { seeds in
      var grading = self
      while !grading.isDecided {
        let before = grading.seedsRun
        await grading.advance(by: cores)
        seeds.add(grading.seedsRun - before)
      }
      return grading
    }
  }
}

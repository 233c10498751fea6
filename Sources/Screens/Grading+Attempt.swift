import Exhibits
import Experiments
import Grading
import Terminal

extension Journal {
  /// Grades an attempt and records it; when this returns, the attempt is on disk.
  ///
  /// - Parameters:
  ///   - program: the version of the program, to be recorded.
  ///   - cores: how many runs are made side by side.
  ///   - screen: that of standard error, where it is said while it takes longer than a moment.
  package func graded(
    _ exercise: Exercise, _ choices: Settings, program: String, cores: Int, on screen: Screen
  ) async throws(Refusal) -> (grade: Grade, progress: Progress) {
    do throws(Journal.Problem) {
      let attempt = try Attempt(exercise, choices: choices, in: self)
      let grading = await screen.showing({ seeds in
        seeds > 0 ? "grading … \(NumberText.count(seeds, "seed"))" : "grading …"
      }) { seeds in
        var grading = attempt.grading
        while !grading.isDecided {
          let before = grading.seedsRun
          await grading.advance(by: cores)
          seeds.add(grading.seedsRun - before)
        }
        return grading
      }
      return (grading.grade, try attempt.record(grading, program: program))
    } catch {
      throw Refusal(error.message)
    }
  }
}

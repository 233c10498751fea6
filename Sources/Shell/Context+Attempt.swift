import Course
import Experiments
import Terminal

extension Context {
  /// Grades an attempt and records it; when this returns, the attempt is on disk.
  func graded(_ exercise: Exercise, _ choices: Settings) async throws(Refusal)
    -> (grade: Grade, progress: Transcript)
  {
    let journal = try journal()
    let cores = cores
    do throws(Journal.Problem) {
      let attempt = try Attempt(exercise, choices: choices, in: journal)
      let grading = await showing({ seeds in
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
      return (grading.grade, try attempt.record(grading, program: Program.version))
    } catch {
      throw Refusal(error.message)
    }
  }
}

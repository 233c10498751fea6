import Course
import Exhibits
import Experiments
import Terminal

extension Journal {
  /// Grades an attempt and records it; when this returns, the attempt is on disk.
  ///
  /// - Parameters:
  ///   - cores: how many runs are made side by side.
  ///   - screen: that of standard error, where it is said while it takes longer than a moment.
  package func graded(
    _ exercise: Exercise, _ choices: Settings, cores: Int, on screen: Screen
  ) async throws(Refusal) -> (grade: Grade, progress: Transcript) {
    let before: Transcript
    do throws(Problem) {
      try prepare()
      before = Transcript(try read().entries)
    } catch {
      throw Refusal(error.message)
    }
    let attempt = before[exercise.key].attemptsEver + 1
    let grading = Grading(exercise, choices: choices, attempt: attempt)
    let graded = await screen.showing({ seeds in
      seeds > 0 ? "grading … \(NumberText.count(seeds, "seed"))" : "grading …"
    }) { seeds in
      var grading = grading
      while !grading.isDecided {
        let before = grading.seedsRun
        await grading.advance(by: cores)
        seeds.add(grading.seedsRun - before)
      }
      return grading.grade
    }
    do throws(Problem) {
      let event = JournalEntry.Event.attempt(JournalEntry.Attempt(graded, choices: choices))
      return (graded, Transcript(try append(event).entries))
    } catch {
      throw Refusal(error.message)
    }
  }
}

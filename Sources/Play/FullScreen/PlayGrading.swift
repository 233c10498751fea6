import Exhibits
import Experiments
import Grading
import Lessons
import Screens
import Synchronization
import Terminal
import Tuning

/// What grades the exercise that is played, and searches what passes it, beside the picture.
///
/// A class, as those who work and the one who draws share what was found.
final class PlayGrading: Sendable {
  /// What came of it.
  enum Result: Sendable {
    case graded(GradedAttempt)
    case refused(String)

    /// Where it passes; nil where nothing was found.
    case map(PassMap?)
  }

  private let found = Mutex<[Result]>([])
  private let wake: WakePipe
  private let journal: Journal
  private let program: String
  private let cores: Int

  init(_ journal: Journal, program: String, cores: Int, wake: WakePipe) {
    self.journal = journal
    self.program = program
    self.cores = cores
    self.wake = wake
  }

  /// What was found since this was last asked.
  func take() -> [Result] {
    found.withLock { found in
      defer { found = [] }
      return found
    }
  }

  private func add(_ result: Result) {
    found.withLock { $0.append(result) }
    wake.wake()
  }

  /// Grades values as `knobs check` does, and records the attempt.
  func grade(_ exercise: Exercise, _ choices: Settings) -> Task<Void, Never> {
    Task.detached(priority: .userInitiated) {
      do throws(Refusal) {
        self.add(
          .graded(
            try await self.journal.graded(
              exercise, choices, program: self.program, cores: self.cores, on: nil)))
      } catch {
        self.add(.refused(error.message))
      }
    }
  }

  /// Searches what passes, for one who has passed.
  func search(_ exercise: Exercise) {
    Task.detached(priority: .utility) {
      let nobody: Screen? = nil
      do throws(Refusal) {
        try await nobody.afford(
          PlannedRuns(searching: exercise), within: Limits.work, for: exercise.id)
        self.add(.map(await PassMap.of(exercise)))
      } catch {
        self.add(.map(nil))
      }
    }
  }
}

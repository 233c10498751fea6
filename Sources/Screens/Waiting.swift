import Foundation
import Grading
import Plotting
import Terminal

extension Screen {
  /// Does some work, and says on standard error what it is while it takes longer than a moment.
  ///
  /// The screen is that of standard error.
  package func showing<Result: Sendable>(
    _ message: String, _ work: @Sendable () async -> Result
  ) async -> Result {
    await showing({ _ in "\(message) …" }) { _ in await work() }
  }

  /// Does some work that counts its steps, and says on standard error how it gets on.
  ///
  /// - Parameter message: what is being done, given the steps that are done.
  package func showing<Result: Sendable>(
    _ message: @escaping @Sendable (Int) -> String, _ work: @Sendable (StepCount) async -> Result
  ) async -> Result {
    await withProgress(screen: self, { StyledText(message($0), .muted) }) { steps in
      await withInterrupts(STDIN_FILENO) { await work(steps) }
    }
  }

  /// Searches what passes an exercise, and says on standard error how many runs it has made.
  package func searching<Result: Sendable>(
    _ exercise: Exercise, _ search: @Sendable (StepCount) async -> Result
  ) async -> Result {
    let most = NumberText.count(PassSamples.mostRuns(of: exercise), "run")
    return await showing({ "searching what passes … \($0) of at most \(most)" }, search)
  }
}

extension Screen? {
  /// The same, or where there is no screen the work alone: nobody is told of it, and no key interrupts
  /// it, as beside a picture that is drawn meanwhile.
  package func showing<Result: Sendable>(
    _ message: @escaping @Sendable (Int) -> String, _ work: @Sendable (StepCount) async -> Result
  ) async -> Result {
    guard let self else { return await work(StepCount()) }
    return await self.showing(message, work)
  }
}

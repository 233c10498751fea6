import Foundation
import Terminal

extension Context {
  /// Does some work, and says on standard error what it is while it takes longer than a moment.
  func showing<Result: Sendable>(
    _ message: String, _ work: @Sendable () async -> Result
  ) async -> Result {
    await showing({ _ in "\(message) …" }) { _ in await work() }
  }

  /// The same for work that counts its steps.
  ///
  /// - Parameter message: what is being done, given the steps that are done.
  func showing<Result: Sendable>(
    _ message: @escaping @Sendable (Int) -> String, _ work: @Sendable (StepCount) async -> Result
  ) async -> Result {
    await withProgress(screen: errorScreen, { StyledText(message($0), .muted) }) { steps in
      await withInterrupts(STDIN_FILENO) { await work(steps) }
    }
  }
}

import Foundation
import Terminal

extension Context {
  /// Does some work, and says on standard error what it is while it takes longer than a moment.
  func showing<Result: Sendable>(
    _ message: String, _ work: @Sendable () async -> Result
  ) async -> Result {
    await withProgress(screen: errorScreen, { _ in StyledText("\(message) …", .muted) }) { _ in
      await withInterrupts(STDIN_FILENO, work)
    }
  }
}

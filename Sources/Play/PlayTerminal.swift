import Exhibits
import Foundation
import Terminal

/// The terminal that a session is played at, and what it may use of the machine.
package struct PlayTerminal: Sendable {
  /// The variables that say what the terminal can show.
  package let environment: [String: String]

  /// What standard error can show.
  package let errorScreen: Screen

  /// How many runs are made side by side.
  package let cores: Int

  /// A terminal to play at.
  package init(environment: [String: String], errorScreen: Screen, cores: Int) {
    self.environment = environment
    self.errorScreen = errorScreen
    self.cores = cores
  }

  /// Asks somebody at the terminal, key by key.
  ///
  /// - Parameters:
  ///   - way: what to do where the terminal gives no keys.
  ///   - body: shows and asks.
  /// - Returns: nil where the reader has gone, and nothing can be shown or asked any more.
  func ask<Answer: Sendable>(
    orElse way: String, _ body: (Console) async throws -> Answer
  ) async throws(Refusal) -> Answer? {
    do {
      return try await withRawMode(
        STDIN_FILENO, escapeWait: KeyReader.escapeWait(environment: environment)
      ) { keys in
        try await body(Console(environment: environment, keys: keys))
      }
    } catch is Console.Closed {
      return nil
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      throw Refusal("the terminal gives no keys; \(way)")
    }
  }
}

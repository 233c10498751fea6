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
}

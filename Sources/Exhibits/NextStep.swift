/// A command to type next, and what it does.
package struct NextStep: Sendable, Hashable {
  /// The command as it is typed, with dots where values go.
  package let line: String

  /// What it does; empty where the command says enough.
  package let gloss: String

  /// A command to type next.
  package init(_ line: String, _ gloss: String) {
    self.line = line
    self.gloss = gloss
  }
}

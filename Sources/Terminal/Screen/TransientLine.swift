/// A line that tells what is going on and then disappears; on what is no terminal, nothing.
package struct TransientLine: Sendable {
  private let output: Output
  private let screen: Screen
  private var isShown = false

  /// A line that is not shown yet, usually on standard error.
  package init(output: Output = .error, screen: Screen) {
    self.output = output
    self.screen = screen
  }

  /// Shows the text, in place of what was shown before, cut to the screen's width.
  ///
  /// A text that cannot be written is no reason to stop, so that errors are passed over.
  package mutating func show(_ text: StyledText) {
    guard screen.movesCursor else { return }
    let line = text.adapted(to: screen)
      .truncated(to: screen.width - 1, mark: screen.usesUnicode ? "…" : "...")
    try? output.write("\r" + line.rendered(for: screen) + "\u{1B}[K")
    isShown = true
  }

  /// Takes the line off the screen again.
  package mutating func erase() {
    guard isShown else { return }
    try? output.write("\r\u{1B}[K")
    isShown = false
  }
}

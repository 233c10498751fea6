/// What a terminal is told when it is taken and when it is given back.
///
/// Computed, as a stored one may be initialized when a signal handler first asks for it.
enum TerminalCodes {
  static var pasteOn: StaticString { "\u{1B}[?2004h" }
  static var pasteOff: StaticString { "\u{1B}[?2004l" }

  /// Presses, releases, the wheel and what is moved with a button held, with places as numbers.
  static var mouseOn: StaticString { "\u{1B}[?1002h\u{1B}[?1006h" }
  static var mouseOff: StaticString { "\u{1B}[?1006l\u{1B}[?1002l" }

  /// The alternate screen without a cursor, where a full row does not move on to the next.
  static var displayOn: StaticString { "\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l\u{1B}[?2004h" }

  /// The mirror image of ``displayOn`` and ``mouseOn``, whether the mouse was asked for or not; it also
  /// ends an update that a signal may have cut short.
  static var displayOff: StaticString {
    """
    \u{1B}[?2026l\u{1B}[0m\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?2004l\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l
    """
  }

  /// For a terminal that a program which was killed left as it was: ``displayOff`` but for the cursor,
  /// which stays where it is, as nobody knows whether its place was kept.
  static var reset: StaticString {
    """
    \u{1B}[?2026l\u{1B}[0m\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?2004l\u{1B}[?7h\u{1B}[?25h\u{1B}[?1047l
    """
  }
}

/// What is written to a terminal around all that a full screen draws, for a recording of it.
package enum FullScreenCodes {
  package static func entering(usesMouse: Bool) -> String {
    "\(TerminalCodes.displayOn)" + (usesMouse ? "\(TerminalCodes.mouseOn)" : "")
  }

  package static var leaving: String { "\(TerminalCodes.displayOff)" }
}

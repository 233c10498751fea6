/// What a person did at the keyboard, or the terminal told.
package enum Key: Sendable, Hashable {
  /// A character typed; a combining mark comes as one of its own.
  case character(Character)
  case enter
  case escape
  case backspace
  case delete
  case tab
  /// Tab with Shift.
  case backtab
  case up
  case down
  case left
  case right
  case home
  case end
  case pageUp
  case pageDown
  /// One of the eight above from ``up`` on, or ``delete``, with other keys held down; never with none.
  indirect case modified(Key, Modifiers)
  /// A letter or sign, in lower case, typed with the control key held.
  case control(Character)
  /// Text pasted at once, as it came: it may hold line ends and controls.
  case paste(String)
  /// Only where the terminal was asked to tell of the mouse.
  case mouse(MouseEvent)
  /// Where the cursor is, from 0: the terminal's answer to ``KeyReader/cursorQuestion``. Some terminals
  /// send the same for F3 with another key.
  case place(row: Int, column: Int)
  /// The terminal has another size, or has been left and come back to: draw again.
  case resize
  case endOfInput
}

/// What was done with the mouse, and where.
package struct MouseEvent: Sendable, Hashable {
  package enum Button: Int, Sendable, Hashable {
    case left, middle, right
  }

  package enum Action: Sendable, Hashable {
    case press(Button)
    /// Moved to another character with a button held down.
    case drag(Button)
    case release(Button)
    case wheelUp
    case wheelDown
  }

  package let action: Action
  /// The character it points at, counted from 0; it may be off every screen.
  package let row: Int
  package let column: Int
  package let modifiers: Modifiers

  package init(_ action: Action, row: Int, column: Int, _ modifiers: Modifiers = []) {
    self.action = action
    self.row = row
    self.column = column
    self.modifiers = modifiers
  }

  /// The most rows or columns that a terminal can say it has.
  private static let farthest = Int(UInt16.max)

  /// Reads xterm's SGR form, `CSI < button ; column ; row M` or, of a release, `m`.
  ///
  /// Nil for every other sequence, for places that are on no screen, and for what means nothing here:
  /// wheels that turn sideways, buttons beyond the third, and movement without one.
  init?(_ parameters: [UInt8], final: UInt8) {
    let isRelease = final == UInt8(ascii: "m")
    guard isRelease || final == UInt8(ascii: "M"), parameters.first == UInt8(ascii: "<") else {
      return nil
    }
    let numbers =
      NumberedKey.fields(of: parameters.dropFirst())?
      .map { $0.count == 1 ? $0[0] : nil } ?? []
    guard numbers.count == 3, let code = numbers[0], let column = numbers[1],
      let row = numbers[2], 0..<128 ~= code, 1...Self.farthest ~= column,
      1...Self.farthest ~= row
    else { return nil }
    let button = Button(rawValue: code & 3)
    let action: Action
    switch (code & 64 != 0, code & 3, button) {
    case (true, 0, _) where !isRelease: action = .wheelUp
    case (true, 1, _) where !isRelease: action = .wheelDown
    case (false, _, let button?):
      action = isRelease ? .release(button) : code & 32 != 0 ? .drag(button) : .press(button)
    default: return nil
    }
    var modifiers: Modifiers = []
    if code & 4 != 0 { modifiers.insert(.shift) }
    if code & 8 != 0 { modifiers.insert(.alt) }
    if code & 16 != 0 { modifiers.insert(.control) }
    self.init(action, row: row - 1, column: column - 1, modifiers)
  }
}

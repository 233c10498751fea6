/// Keys held down while another is pressed.
package struct Modifiers: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let shift = Modifiers(rawValue: 1)
  package static let alt = Modifiers(rawValue: 2)
  package static let control = Modifiers(rawValue: 4)
}

extension Key {
  /// The key with others held down: the key alone where that makes no other of it.
  ///
  /// Only with keys of the cursor and those beside them do terminals say what is held; Tab with Shift
  /// is ``Key/backtab``.
  package func held(with modifiers: Modifiers) -> Key {
    switch self {
    case .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .delete:
      modifiers.isEmpty ? self : .modified(self, modifiers)
    case .tab: modifiers.contains(.shift) ? .backtab : self
    default: self
    }
  }

  /// The key whatever is held down with it, for those to whom that means nothing.
  package var plain: Key { if case .modified(let key, _) = self { key } else { self } }
}

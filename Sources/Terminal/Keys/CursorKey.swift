/// The keys of the cursor and those beside them, as terminals send them.
///
/// xterm's "ctlseqs", "PC-Style Function Keys": a letter, or a number and `~`, with what is held down
/// as the second number. Old forms of rxvt are read too: small letters.
enum CursorKey {
  /// The key of a control sequence; nil if it is none, or says that the key was let go.
  static func key(_ parameters: [UInt8], final: UInt8) -> Key? {
    guard let fields = NumberedKey.fields(of: parameters), !NumberedKey.isRelease(parameters) else {
      return nil
    }
    let held = fields.count > 1 ? NumberedKey.Held(fields[1]).modifiers : []
    if final == UInt8(ascii: "~") {
      return (fields[0].first ?? nil).flatMap { numbered[$0] }?.held(with: held)
    }
    if let key = key(final) { return key.held(with: held) }
    return parameters.isEmpty ? small(final)?.held(with: .shift) : nil
  }

  /// The key of a letter after `ESC O`, with what was said to be held down, one more than it is.
  static func single(_ final: UInt8, held: Int) -> Key? {
    if let key = key(final) { return key.held(with: NumberedKey.Held([held]).modifiers) }
    return held == 0 ? small(final)?.held(with: .control) : nil
  }

  private static let numbered: [Int: Key] = [
    1: .home, 7: .home, 4: .end, 8: .end, 3: .delete, 5: .pageUp, 6: .pageDown,
  ]

  private static func key(_ final: UInt8) -> Key? {
    switch Character(Unicode.Scalar(final)) {
    case "A": .up
    case "B": .down
    case "C": .right
    case "D": .left
    case "H": .home
    case "F": .end
    case "Z": .backtab
    default: nil
    }
  }

  private static func small(_ final: UInt8) -> Key? {
    UInt8(ascii: "a")...UInt8(ascii: "d") ~= final ? key(final - 0x20) : nil
  }
}

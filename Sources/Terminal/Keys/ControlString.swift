/// A control string being passed over: what a terminal answers, in which nothing is a key.
///
/// ECMA-48 5.6 and 8.3: it begins with DCS, SOS, OSC, PM or APC and goes to ST, each of which may be
/// an escape and a letter or one C1 control, in a byte or as UTF-8. xterm lets an OSC end at BEL too.
/// CAN, SUB and an escape break a string off, as in every terminal; so does Control-C, which no
/// terminal sends and a person types where nothing else helps.
struct ControlString: Sendable {
  /// What a byte meant to the string.
  enum Step: Sendable {
    case inside
    case ended
    case interrupted
    /// Broken off by an escape sequence, of which this is the byte after the escape.
    case escaped(UInt8)
  }

  private let endsAtBell: Bool
  private var isAfterEscape = false

  /// How many bytes of a character are missing, which may look like C1 controls and are none.
  private var missing = 0
  /// Whether it is one of U+0080 … U+00BF, among which the C1 controls are.
  private var isLatin = false

  /// The string that an escape and a byte begin; nil where they begin none.
  init?(after byte: UInt8) {
    switch byte {
    case UInt8(ascii: "]"): endsAtBell = true
    case UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
      endsAtBell = false
    default: return nil
    }
  }

  mutating func take(_ byte: UInt8) -> Step {
    switch byte {
    case 0x18, 0x1A: return .ended
    case 0x03: return .interrupted
    default: break
    }
    if isAfterEscape { return byte == UInt8(ascii: "\\") ? .ended : .escaped(byte) }
    if missing > 0, 0x80...0xBF ~= byte {
      missing -= 1
      return isLatin && byte == 0x9C ? .ended : .inside
    }
    missing = 0
    switch byte {
    case 0x1B: isAfterEscape = true
    case 0x07 where endsAtBell: return .ended
    case 0x9C: return .ended
    case 0xC2...0xDF: (missing, isLatin) = (1, byte == 0xC2)
    case 0xE0...0xEF: (missing, isLatin) = (2, false)
    case 0xF0...0xF4: (missing, isLatin) = (3, false)
    default: break
    }
    return .inside
  }
}

/// The keys in the bytes a terminal sends, whatever pieces they arrive in.
///
/// Follows ECMA-48 for escape sequences and xterm's "ctlseqs" for what they mean. Keys that come by
/// number mean what they always do. Sequences it does not know and control strings are swallowed
/// whole, also those that begin with a C1 control; bytes that are no UTF-8 become U+FFFD.
package struct KeyDecoder: Sendable {
  private enum State: Sendable {
    case ground
    /// The first bytes of a character, and how many are missing.
    case character([UInt8], missing: Int)
    case escape
    /// After `ESC [`, with the parameters so far.
    case control([UInt8])
    /// After `ESC O`, with a number that some terminals put between.
    case single(held: Int)
    /// After `ESC [ [`, the Linux console's function keys.
    case console
    /// After `ESC [ M`, a button and a place of the mouse in so many characters.
    case mouse(missing: Int)
    case string(ControlString)
    /// Inside a paste, and how much of its end mark has been seen.
    case paste(matched: Int)
  }

  private var state = State.ground
  private var pasted: [UInt8] = []

  private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)
  private static let longestPaste = 1 << 20
  private static let longestParameters = 64
  private static let interrupt: UInt8 = 0x03

  private let escapeWait: Duration

  /// A decoder that has seen nothing yet.
  ///
  /// - Parameter escapeWait: how long what may follow an escape is waited for.
  package init(escapeWait: Duration = .milliseconds(50)) { self.escapeWait = escapeWait }

  /// How long to wait for more of what has begun before ``flush()`` settles it; nil where nothing has.
  ///
  /// A person presses the next key later than a terminal sends the rest of a sequence. Strings and
  /// pastes are long and may stop for a moment on their way, but one whose end was lost must not
  /// take every key after it. A Control-C in a paste that nothing follows was typed.
  package var patience: Duration? {
    switch state {
    case .ground: nil
    case .string: .milliseconds(500)
    case .paste: isInterrupted ? .milliseconds(20) : .milliseconds(750)
    // Nobody types the beginning of one that has come so far.
    case .control(let parameters) where !parameters.isEmpty: .milliseconds(250)
    case .mouse: .milliseconds(250)
    default: escapeWait
    }
  }

  /// The keys that are complete with these bytes.
  package mutating func decode(_ bytes: some Sequence<UInt8>) -> [Key] {
    var keys: [Key] = []
    for byte in bytes { step(byte, &keys) }
    return keys
  }

  /// The keys that are complete when nothing follows: an escape alone is the escape key, and a paste
  /// without an end is what has come of it.
  package mutating func flush() -> [Key] {
    defer { state = .ground }
    switch state {
    case .escape: return [.escape]
    case .character: return [.character("\u{FFFD}")]
    case .paste:
      let isInterrupted = isInterrupted
      while isInterrupted, pasted.last == Self.interrupt { pasted.removeLast() }
      return [.paste(takePasted())] + (isInterrupted ? [.control("c")] : [])
    case .ground, .control, .single, .console, .mouse, .string: return []
    }
  }

  /// Whether what was pasted so far ends in a Control-C.
  private var isInterrupted: Bool {
    if case .paste(matched: 0) = state { pasted.last == Self.interrupt } else { false }
  }

  private mutating func step(_ byte: UInt8, _ keys: inout [Key]) {
    switch state {
    case .ground: ground(byte, &keys)
    case .character(let bytes, let missing): character(bytes, missing, byte, &keys)
    case .escape: escape(byte, &keys)
    case .control(let parameters): control(parameters, byte, &keys)
    case .single(let held): single(held, byte, &keys)
    case .console:
      state = .ground
      if byte < 0x20 || byte > 0x7E { broken(byte, &keys) }
    case .mouse(let missing): mouse(missing, byte, &keys)
    case .string(let string): self.string(string, byte, &keys)
    case .paste(let matched): paste(matched, byte, &keys)
    }
  }

  private mutating func ground(_ byte: UInt8, _ keys: inout [Key]) {
    state = .ground
    switch byte {
    case 0x1B: state = .escape
    case 0x0D, 0x0A: keys.append(.enter)
    case 0x09: keys.append(.tab)
    case 0x7F, 0x08: keys.append(.backspace)
    case 0x00...0x1F: keys.append(.control(Character(Unicode.Scalar(byte | 0x40)).lower))
    case 0x20...0x7E: keys.append(.character(Character(Unicode.Scalar(byte))))
    case 0xC2...0xDF: state = .character([byte], missing: 1)
    case 0xE0...0xEF: state = .character([byte], missing: 2)
    case 0xF0...0xF4: state = .character([byte], missing: 3)
    // SS3, DCS, SOS, CSI, ST, OSC, PM and APC in eight bits.
    case 0x8F, 0x90, 0x98, 0x9B...0x9F: escape(byte - 0x40, &keys)
    default: keys.append(.character("\u{FFFD}"))
    }
  }

  private mutating func character(
    _ bytes: [UInt8], _ missing: Int, _ byte: UInt8, _ keys: inout [Key]
  ) {
    guard 0x80...0xBF ~= byte else {
      keys.append(.character("\u{FFFD}"))
      return ground(byte, &keys)
    }
    guard missing == 1 else {
      state = .character(bytes + [byte], missing: missing - 1)
      return
    }
    state = .ground
    let text = String(validating: bytes + [byte], as: UTF8.self)
    // A C1 control in two bytes is no key, but may begin a sequence.
    if let scalar = text?.unicodeScalars.first, scalar.properties.generalCategory == .control {
      return escape(byte - 0x40, &keys)
    }
    keys.append(.character(text?.first ?? "\u{FFFD}"))
  }

  private mutating func escape(_ byte: UInt8, _ keys: inout [Key]) {
    if let string = ControlString(after: byte) {
      state = .string(string)
      return
    }
    switch byte {
    case 0x1B: keys.append(.escape)
    case UInt8(ascii: "["): state = .control([])
    case UInt8(ascii: "O"): state = .single(held: 0)
    // With the Alt key held, a character means nothing here.
    case 0x20...0x7E: state = .ground
    default: ground(byte, &keys)
    }
  }

  private mutating func control(_ parameters: [UInt8], _ byte: UInt8, _ keys: inout [Key]) {
    switch byte {
    case 0x20...0x3F:
      // One more than the longest marks those that are longer.
      if parameters.count <= Self.longestParameters { state = .control(parameters + [byte]) }
    case UInt8(ascii: "[") where parameters.isEmpty: state = .console
    case UInt8(ascii: "M") where parameters.isEmpty: state = .mouse(missing: 3)
    case 0x40...0x7E:
      state = .ground
      if parameters.count <= Self.longestParameters { sequence(parameters, byte, &keys) }
    default: broken(byte, &keys)
    }
  }

  /// A control sequence that is whole.
  private mutating func sequence(_ parameters: [UInt8], _ final: UInt8, _ keys: inout [Key]) {
    if let numbered = NumberedKey(parameters, final: final) {
      keys += numbered.keys
    } else if let key = CursorKey.key(parameters, final: final) {
      keys.append(key)
    } else if let event = MouseEvent(parameters, final: final) {
      keys.append(.mouse(event))
    } else if let fields = NumberedKey.fields(of: parameters) {
      answer(fields, final, &keys)
    }
  }

  /// What a terminal sends that is no key: the beginning of a paste, or where its cursor is.
  private mutating func answer(
    _ fields: NumberedKey.Fields, _ final: UInt8, _ keys: inout [Key]
  ) {
    if final == UInt8(ascii: "~"), fields[0].first == 200 {
      state = .paste(matched: 0)
    } else if final == UInt8(ascii: "R"), fields.count == 2, let row = fields[0][0],
      let column = fields[1][0], row > 0, column > 0
    {
      keys.append(.place(row: row - 1, column: column - 1))
    }
  }

  private mutating func single(_ held: Int, _ byte: UInt8, _ keys: inout [Key]) {
    // Some terminals put the keys held down between, the last number of several.
    if 0x30...0x3B ~= byte {
      let digit = Int(byte) - 0x30
      state = .single(held: digit < 10 ? (held * 10 + digit) % 1000 : 0)
      return
    }
    state = .ground
    if byte < 0x20 || byte > 0x7E { return broken(byte, &keys) }
    switch byte {
    case UInt8(ascii: "M"): keys.append(.enter)
    case UInt8(ascii: "I"): keys.append(.tab)
    case UInt8(ascii: " "): keys.append(.character(" "))
    case UInt8(ascii: "X"): keys.append(.character("="))
    // A keypad in its application mode: signs from `*` on, then digits.
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      keys.append(.character(Character(Unicode.Scalar(byte - 0x40))))
    default: if let key = CursorKey.single(byte, held: held) { keys.append(key) }
    }
  }

  /// Three bytes or, where places may be beyond column 95, three characters of one byte or two.
  private mutating func mouse(_ missing: Int, _ byte: UInt8, _ keys: inout [Key]) {
    // The second byte of a character belongs to it.
    if 0x80...0xBF ~= byte {
      if missing == 0 { state = .ground }
      return
    }
    guard missing > 0, byte >= 0x20 else { return broken(byte, &keys) }
    state = missing > 1 || byte >= 0xC2 ? .mouse(missing: missing - 1) : .ground
  }

  /// A byte that no sequence has: CAN and SUB break it off, others are what they are anywhere.
  private mutating func broken(_ byte: UInt8, _ keys: inout [Key]) {
    state = .ground
    if byte != 0x18, byte != 0x1A { ground(byte, &keys) }
  }

  private mutating func string(_ string: ControlString, _ byte: UInt8, _ keys: inout [Key]) {
    var string = string
    switch string.take(byte) {
    case .inside: state = .string(string)
    case .ended: state = .ground
    case .interrupted:
      state = .ground
      keys.append(.control("c"))
    case .escaped(0x1B): state = .escape
    case .escaped(let byte): escape(byte, &keys)
    }
  }

  private mutating func paste(_ matched: Int, _ byte: UInt8, _ keys: inout [Key]) {
    let mark = Self.pasteEnd
    if matched == 0, byte == 0x9B, endsCharacter() {
      state = .paste(matched: 2)
      return
    }
    if byte == mark[matched] {
      guard matched + 1 == mark.count else {
        state = .paste(matched: matched + 1)
        return
      }
      state = .ground
      keys.append(.paste(takePasted()))
      return
    }
    pasted += mark.prefix(matched)
    // Only the first byte of the mark can begin it anew.
    let begins = byte == mark[0]
    if !begins { pasted.append(byte) }
    if pasted.count > Self.longestPaste { pasted.removeLast(pasted.count - Self.longestPaste) }
    state = .paste(matched: begins ? 1 : 0)
  }

  /// Whether a C1 control may follow what was pasted so far: where a character ends, or, of one that
  /// comes as UTF-8, behind its first byte, which is taken away.
  private mutating func endsCharacter() -> Bool {
    guard let last = pasted.last, last >= 0x80 else { return true }
    guard last == 0xC2 else { return false }
    pasted.removeLast()
    return true
  }

  private mutating func takePasted() -> String {
    defer { pasted = [] }
    return String(decoding: pasted, as: UTF8.self)
  }
}

extension Character {
  /// The letter in lower case; other characters as they are.
  fileprivate var lower: Character { lowercased().first ?? self }
}

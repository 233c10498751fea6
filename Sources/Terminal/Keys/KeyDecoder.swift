/// The keys in the bytes a terminal sends, whatever pieces they arrive in.
///
/// Follows ECMA-48 for escape sequences and xterm's "ctlseqs" for what they mean. Sequences it does
/// not know are swallowed whole; bytes that are no UTF-8 become U+FFFD.
package struct KeyDecoder: Sendable {
  private enum State: Sendable {
    case ground
    /// The first bytes of a character, and how many are missing.
    case character([UInt8], missing: Int)
    case escape
    /// After `ESC [`, with the parameters so far.
    case control([UInt8])
    /// After `ESC O`.
    case single
    /// After `ESC [ [`, the Linux console's function keys.
    case console
    /// Inside a paste, and how much of its end mark has been seen.
    case paste(matched: Int)
  }

  private var state = State.ground
  private var pasted: [UInt8] = []

  private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)
  private static let longestPaste = 1 << 20
  private static let longestParameters = 32

  /// A decoder that has seen nothing yet.
  package init() {}

  /// Whether a sequence has begun that only more bytes, or their staying away, can settle.
  package var isWaiting: Bool {
    switch state {
    case .ground, .paste: false
    default: true
    }
  }

  /// The keys that are complete with these bytes.
  package mutating func decode(_ bytes: some Sequence<UInt8>) -> [Key] {
    var keys: [Key] = []
    for byte in bytes { step(byte, &keys) }
    return keys
  }

  /// The keys that are complete when nothing follows: an escape alone is the escape key.
  package mutating func flush() -> [Key] {
    defer { state = .ground }
    switch state {
    case .escape: return [.escape]
    case .character: return [.character("\u{FFFD}")]
    case .paste: return [.paste(takePasted())]
    case .ground, .control, .single, .console: return []
    }
  }

  private mutating func step(_ byte: UInt8, _ keys: inout [Key]) {
    switch state {
    case .ground: ground(byte, &keys)
    case .character(let bytes, let missing): character(bytes, missing, byte, &keys)
    case .escape: escape(byte, &keys)
    case .control(let parameters): control(parameters, byte, &keys)
    case .single:
      state = .ground
      if byte < 0x20 || byte > 0x7E { return ground(byte, &keys) }
      if let key = byte == 0x4D ? .enter : Self.cursorKey(byte) { keys.append(key) }
    case .console:
      state = .ground
      if byte < 0x20 || byte > 0x7E { ground(byte, &keys) }
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
    // A C1 control in two bytes is no key.
    if let scalar = text?.unicodeScalars.first, scalar.properties.generalCategory == .control {
      return
    }
    keys.append(.character(text?.first ?? "\u{FFFD}"))
  }

  private mutating func escape(_ byte: UInt8, _ keys: inout [Key]) {
    switch byte {
    case 0x1B: keys.append(.escape)
    case UInt8(ascii: "["): state = .control([])
    case UInt8(ascii: "O"): state = .single
    // With the Alt key held, a character means nothing here.
    case 0x20...0x7E: state = .ground
    default: ground(byte, &keys)
    }
  }

  private mutating func control(_ parameters: [UInt8], _ byte: UInt8, _ keys: inout [Key]) {
    switch byte {
    case 0x20...0x3F:
      if parameters.count < Self.longestParameters { state = .control(parameters + [byte]) }
    case UInt8(ascii: "[") where parameters.isEmpty: state = .console
    case UInt8(ascii: "~"):
      state = .ground
      let number = parameters.prefix { $0 != UInt8(ascii: ";") }
      switch String(decoding: number, as: UTF8.self) {
      case "1", "7": keys.append(.home)
      case "4", "8": keys.append(.end)
      case "3": keys.append(.delete)
      case "5": keys.append(.pageUp)
      case "6": keys.append(.pageDown)
      case "200": state = .paste(matched: 0)
      default: break
      }
    case 0x40...0x7E:
      state = .ground
      if let key = Self.cursorKey(byte) { keys.append(key) }
    default: ground(byte, &keys)
    }
  }

  private mutating func paste(_ matched: Int, _ byte: UInt8, _ keys: inout [Key]) {
    let mark = Self.pasteEnd
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

  private mutating func takePasted() -> String {
    defer { pasted = [] }
    return String(decoding: pasted, as: UTF8.self)
  }

  private static func cursorKey(_ final: UInt8) -> Key? {
    switch Character(Unicode.Scalar(final)) {
    case "A": .up
    case "B": .down
    case "C": .right
    case "D": .left
    case "H": .home
    case "F": .end
    default: nil
    }
  }
}

extension Character {
  /// The letter in lower case; other characters as they are.
  fileprivate var lower: Character { lowercased().first ?? self }
}

/// What a person did at the keyboard, or the terminal told.
package enum Key: Sendable, Hashable {
  /// A character typed; a combining mark comes as one of its own.
  case character(Character)
  case enter
  case escape
  case backspace
  case delete
  case tab
  case up
  case down
  case left
  case right
  case home
  case end
  case pageUp
  case pageDown
  /// A letter or sign, in lower case, typed with the control key held.
  case control(Character)
  /// Text pasted at once, as it came: it may hold line ends and controls.
  case paste(String)
  /// The terminal has another size, or has been left and come back to: draw again.
  case resize
  case endOfInput
}

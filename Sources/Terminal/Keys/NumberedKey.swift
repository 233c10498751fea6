/// A key that a terminal reports by number, with the keys held down, instead of by what it types.
///
/// Nothing here asks for that, but a program that ended badly may have left it on. There are three
/// forms: Kitty's, `CSI key:shifted:base ; held:event ; text u`; that of xterm's modifyOtherKeys,
/// `CSI 27 ; held ; key ~`; and that of Windows, `CSI key ; scan ; character ; down ; held ; times _`.
struct NumberedKey: Sendable {
  /// What was typed with it: nothing where it was let go, or means nothing here.
  private(set) var keys: [Key] = []

  /// The fields between semicolons, each with what stands between its colons.
  typealias Fields = [[Int?]]

  /// What is held down, as Kitty and xterm count it, one more than these.
  struct Held: OptionSet {
    let rawValue: Int
    static let shift = Held(rawValue: 1)
    static let control = Held(rawValue: 4)
    static let capsLock = Held(rawValue: 64)
    /// Alt, Super, Hyper and Meta, with which a character means nothing here.
    static let others = Held(rawValue: 2 | 8 | 16 | 32)

    init(rawValue: Int) { self.rawValue = rawValue }

    /// Those that a field tells of; none where it is empty.
    init(_ field: [Int?]) { rawValue = max(1, (field.first ?? nil) ?? 1) - 1 }

    /// Those that mean something with a key of the cursor.
    var modifiers: Modifiers { Modifiers(rawValue: UInt8(truncatingIfNeeded: rawValue & 7)) }
  }

  /// Reads a sequence; nil if it is of none of the three forms.
  init?(_ parameters: [UInt8], final: UInt8) {
    guard let fields = Self.fields(of: parameters) else { return nil }
    switch (final, fields.count) {
    case (UInt8(ascii: "u"), 1...): readKitty(fields)
    case (UInt8(ascii: "~"), 3) where fields[0].first == 27:
      guard let code = fields[2].first ?? nil else { return nil }
      type(code, shifted: nil, Held(fields[1]))
    case (UInt8(ascii: "_"), 4...6): readWindows(fields)
    default: return nil
    }
  }

  /// Whether a sequence of a cursor key or the like says that the key was let go.
  static func isRelease(_ parameters: [UInt8]) -> Bool {
    guard let fields = fields(of: parameters), fields.count > 1 else { return false }
    return fields[1].count > 1 && fields[1][1] == 3
  }

  /// The fields of a sequence; nil where there is anything but numbers in it.
  static func fields(of parameters: some Collection<UInt8>) -> Fields? {
    guard parameters.allSatisfy({ 0x30...0x3B ~= $0 }) else { return nil }
    return String(decoding: parameters, as: UTF8.self)
      .split(separator: ";", omittingEmptySubsequences: false)
      .map { $0.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) } }
  }

  private mutating func readKitty(_ fields: Fields) {
    let field = fields[0]
    guard let code = field.first ?? nil else { return }
    let about = fields.count > 1 ? fields[1] : []
    guard about.count < 2 || about[1] != 3 else { return }
    let text = fields.count > 2 ? fields[2].compactMap { $0.flatMap(Self.character) } : []
    guard text.isEmpty else {
      keys = text.map { .character($0) }
      return
    }
    let held = Held(about)
    // With Control, what counts is the key as on a Latin keyboard.
    let base = field.count > 2 && held.contains(.control) && code > 0x7F ? field[2] : nil
    type(base ?? code, shifted: field.count > 1 ? field[1] : nil, held)
  }

  private mutating func readWindows(_ fields: Fields) {
    let numbers = fields.map { ($0.first ?? nil) ?? 0 }
    // The keys held come fifth: both Alt keys first, then both Control keys, then Shift.
    let held = numbers.count > 4 ? numbers[4] : 0
    guard numbers[3] == 1 else { return }
    let (hasAlt, hasControl, hasShift) = (held & 3 != 0, held & 12 != 0, held & 16 != 0)
    var once = NumberedKey()
    if numbers[2] == 0 {
      var modifiers: Modifiers = hasShift ? .shift : []
      if hasAlt { modifiers.insert(.alt) }
      if hasControl { modifiers.insert(.control) }
      once.keys = Self.windowsKeys[numbers[0]].map { [$0.held(with: modifiers)] } ?? []
    } else if hasAlt == hasControl || !hasAlt {
      // Alt and Control together are AltGr, which types characters.
      switch numbers[2] {
      case 0x00...0x1F: once.typeControl(UInt8(numbers[2]) | 0x40, hasShift)
      default: once.type(numbers[2], shifted: nil, [])
      }
    }
    let times = numbers.count > 5 ? min(max(1, numbers[5]), Self.mostRepeats) : 1
    keys = (0..<times).flatMap { _ in once.keys }
  }

  private init() {}

  private static let mostRepeats = 16
  private static let windowsKeys: [Int: Key] = [
    33: .pageUp, 34: .pageDown, 35: .end, 36: .home, 37: .left, 38: .up, 39: .right, 40: .down,
    46: .delete,
  ]

  /// Types a key: its character, or that with Shift, or what it does.
  private mutating func type(_ code: Int, shifted: Int?, _ held: Held) {
    if let key = Self.keypadKeys[code] {
      keys = [key.held(with: held.modifiers)]
      return
    }
    switch code {
    case 0x1B, 0x0D, 0x09, 0x7F, 0x08:
      let control: UInt8 = code == 0x7F ? UInt8(ascii: "H") : UInt8(code) | 0x40
      typeControl(control, held.contains(.shift))
    default:
      guard held.isDisjoint(with: .others), var character = Self.character(shifted ?? code) else {
        return
      }
      if held.contains(.control) {
        guard let letter = character.asciiValue, 0x40...0x7E ~= letter || letter == 0x20 else {
          return
        }
        typeControl(letter == 0x20 ? 0x40 : letter & 0x1F | 0x40, false)
        return
      }
      if shifted == nil, held.contains(.shift) != held.contains(.capsLock) {
        // What Shift makes of a digit, only the keyboard knows.
        guard !character.isNumber else { return }
        let upper = character.uppercased()
        if upper.count == 1, let first = upper.first { character = first }
      }
      keys = [.character(character)]
    }
  }

  /// Types what a letter means with Control held, whether or not it has a key of its own.
  private mutating func typeControl(_ letter: UInt8, _ isShifted: Bool) {
    switch letter {
    case UInt8(ascii: "["): keys = [.escape]
    case UInt8(ascii: "M"), UInt8(ascii: "J"): keys = [.enter]
    case UInt8(ascii: "I"): keys = [isShifted ? .backtab : .tab]
    case UInt8(ascii: "H"): keys = [.backspace]
    default:
      keys = [.control(Character(Character(Unicode.Scalar(letter)).lowercased()))]
    }
  }

  /// The character of a number; nil where it is no character that one types, such as one of the
  /// numbers that Kitty gives to keys.
  private static func character(_ code: Int) -> Character? {
    guard let number = UInt32(exactly: code), let scalar = Unicode.Scalar(number) else {
      return nil
    }
    switch scalar.properties.generalCategory {
    case .control, .privateUse, .unassigned, .surrogate: return nil
    default: return Character(scalar)
    }
  }

  /// The keys of the keypad by the numbers that Kitty gives them.
  private static let keypadKeys: [Int: Key] = {
    let signs: [Key] = "0123456789./*-+".map { .character($0) }
    let others: [Key?] = [
      .enter, .character("="), .character(","), .left, .right, .up, .down, .pageUp, .pageDown,
      .home, .end, nil, .delete,
    ]
    return Dictionary(
      uniqueKeysWithValues: zip(57399..., signs.map(Optional.some) + others)
        .compactMap { code, key in key.map { (code, $0) } })
  }()
}

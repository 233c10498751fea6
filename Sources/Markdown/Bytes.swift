/// The ASCII characters that Markdown gives a meaning to.
extension UInt8 {
  static var tab: UInt8 { 0x09 }
  static var lineFeed: UInt8 { 0x0A }
  static var carriageReturn: UInt8 { 0x0D }
  static var space: UInt8 { 0x20 }
  static var exclamationMark: UInt8 { 0x21 }
  static var doubleQuote: UInt8 { 0x22 }
  static var numberSign: UInt8 { 0x23 }
  static var dollar: UInt8 { 0x24 }
  static var ampersand: UInt8 { 0x26 }
  static var singleQuote: UInt8 { 0x27 }
  static var leftParenthesis: UInt8 { 0x28 }
  static var rightParenthesis: UInt8 { 0x29 }
  static var asterisk: UInt8 { 0x2A }
  static var plus: UInt8 { 0x2B }
  static var comma: UInt8 { 0x2C }
  static var hyphen: UInt8 { 0x2D }
  static var period: UInt8 { 0x2E }
  static var slash: UInt8 { 0x2F }
  static var colon: UInt8 { 0x3A }
  static var semicolon: UInt8 { 0x3B }
  static var lessThan: UInt8 { 0x3C }
  static var equals: UInt8 { 0x3D }
  static var greaterThan: UInt8 { 0x3E }
  static var questionMark: UInt8 { 0x3F }
  static var at: UInt8 { 0x40 }
  static var leftBracket: UInt8 { 0x5B }
  static var backslash: UInt8 { 0x5C }
  static var rightBracket: UInt8 { 0x5D }
  static var caret: UInt8 { 0x5E }
  static var underscore: UInt8 { 0x5F }
  static var backtick: UInt8 { 0x60 }
  static var pipe: UInt8 { 0x7C }
  static var tilde: UInt8 { 0x7E }
}

extension UInt8 {
  var isSpaceOrTab: Bool { self == .space || self == .tab }

  var isSpaceOrLineFeed: Bool { isSpaceOrTab || self == .lineFeed }

  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  var isLetter: Bool { lowercased >= 0x61 && lowercased <= 0x7A }

  var isLetterOrDigit: Bool { isLetter || isDigit }

  /// The lowercase letter of an uppercase one; any other character itself.
  var lowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }

  /// The uppercase letter of a lowercase one; any other character itself.
  var uppercased: UInt8 { self >= 0x61 && self <= 0x7A ? self & 0xDF : self }

  /// Whether a backslash before this character takes its meaning away.
  var isPunctuation: Bool { self > 0x20 && self < 0x7F && !isLetterOrDigit }

  var isControl: Bool { self < 0x20 || self == 0x7F }

  /// Whether this byte goes on with a character rather than beginning one, in UTF-8.
  var isContinuation: Bool { self & 0xC0 == 0x80 }
}

extension RandomAccessCollection<UInt8> where SubSequence == ArraySlice<UInt8>, Index == Int {
  /// The bytes without spaces and tabs at either end.
  var trimmed: ArraySlice<UInt8> {
    var rest = self[...]
    while let first = rest.first, first.isSpaceOrTab { rest.removeFirst() }
    while let last = rest.last, last.isSpaceOrTab { rest.removeLast() }
    return rest
  }
}

extension ByteScanner {
  /// Takes an address in angle brackets, of a page or of a mailbox, and says where it leads.
  mutating func takeAutolink() -> String? {
    guard next == .lessThan else { return nil }
    var attempt = self
    attempt.position += 1
    let start = attempt.position
    let isPage = attempt.takeAbsoluteAddress()
    if !isPage {
      attempt.position = start
      guard attempt.takeMailAddress() else { return nil }
    }
    let address = String(decoding: bytes[start..<attempt.position], as: UTF8.self)
    guard attempt.take(.greaterThan) else { return nil }
    self = attempt
    return isPage ? address : "mailto:" + address
  }

  /// Takes a scheme of 2 to 32 characters, a colon, and anything but white space and brackets.
  private mutating func takeAbsoluteAddress() -> Bool {
    guard next?.isLetter ?? false else { return false }
    let length = take {
      $0.isLetterOrDigit || $0 == .plus || $0 == .period || $0 == .hyphen
    }
    guard (2...32).contains(length), take(.colon) else { return false }
    take { !$0.isControl && $0 != .space && $0 != .lessThan && $0 != .greaterThan }
    return next == .greaterThan
  }

  private mutating func takeMailAddress() -> Bool {
    let name = take {
      guard $0.isPunctuation else { return $0.isLetterOrDigit }
      return switch $0 {
      case .doubleQuote, .leftParenthesis, .rightParenthesis, .comma, .colon, .semicolon,
        .lessThan, .greaterThan, .at, .leftBracket, .backslash, .rightBracket:
        false
      default: true
      }
    }
    guard name > 0, take(.at) else { return false }
    repeat {
      let start = position
      let length = take { $0.isLetterOrDigit || $0 == .hyphen }
      guard (1...63).contains(length), bytes[start] != .hyphen, bytes[position - 1] != .hyphen
      else { return false }
    } while take(.period)
    return next == .greaterThan
  }
}

/// What stands before a list item: a bullet, or a number and its delimiter.
struct ListMarker {
  /// The number, or nil for a bullet.
  let start: Int?

  /// The bullet, or the delimiter after the number.
  let sign: UInt8

  /// The width of the marker, in characters.
  let width: Int

  /// Reads the marker that comes next, if there is one followed by white space or nothing.
  init?(_ scanner: ByteScanner) {
    var scanner = scanner
    let begin = scanner.position
    let digits = scanner.take(while: \.isDigit)
    // Nine digits at most, so that the number fits everywhere.
    guard digits <= 9 else { return nil }
    let number = scanner.bytes[begin..<scanner.position].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    guard let sign = scanner.next else { return nil }
    if digits > 0 {
      guard sign == .period || sign == .rightParenthesis else { return nil }
      start = number
    } else {
      guard sign == .asterisk || sign == .plus || sign == .hyphen else { return nil }
      start = nil
    }
    scanner.position += 1
    guard scanner.next?.isSpaceOrTab ?? true else { return nil }
    self.sign = sign
    width = digits + 1
  }

  /// Whether an item with this marker belongs in a list begun with the other one.
  func continues(_ other: ListMarker) -> Bool {
    sign == other.sign && (start == nil) == (other.start == nil)
  }
}

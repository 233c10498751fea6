/// The opening fence of a code block.
struct Fence {
  /// A backtick or a tilde.
  let sign: UInt8

  /// How many of them, at least 3.
  let length: Int

  /// The columns of white space before the fence, which the lines of the code may have too.
  let indent: Int

  /// The rest of the line, trimmed.
  let info: [UInt8]

  /// Reads the opening fence on a line whose text is next, if there is one.
  init?(_ scanner: ByteScanner, indent: Int) {
    guard let sign = scanner.next, sign == .backtick || sign == .tilde else { return nil }
    var scanner = scanner
    let length = scanner.take { $0 == sign }
    guard length >= 3 else { return nil }
    let rest = scanner.bytes[scanner.position..<scanner.end]
    if sign == .backtick, rest.contains(.backtick) { return nil }
    self.sign = sign
    self.length = length
    self.indent = indent
    info = Array(rest.trimmed)
  }

  /// Whether the text that comes next is this fence's closing fence.
  func isClosed(by scanner: ByteScanner) -> Bool {
    var scanner = scanner
    return scanner.take { $0 == sign } >= length && scanner.takeEndOfLine()
  }
}

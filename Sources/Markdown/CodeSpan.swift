/// The rules of code spans.
enum CodeSpan {
  /// The text of a code span, given what stands between its backticks.
  ///
  /// Line endings become spaces, and one space at either end, which keeps backticks apart, goes.
  static func text(_ content: ArraySlice<UInt8>) -> String {
    var text = content.map { $0 == .lineFeed ? .space : $0 }[...]
    if text.first == .space, text.last == .space, text.contains(where: { $0 != .space }) {
      text = text.dropFirst().dropLast()
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension ByteScanner {
  /// Where the last run of backticks of each length begins, from the reading position on.
  ///
  /// Known beforehand, it saves looking for a closing run that is not there again and again.
  var lastBackticks: [Int: Int] {
    var last: [Int: Int] = [:]
    var scanner = self
    while !scanner.isAtEnd {
      scanner.take { $0 != .backtick }
      let start = scanner.position
      let length = scanner.take { $0 == .backtick }
      if length > 0 { last[length] = start }
    }
    return last
  }
}

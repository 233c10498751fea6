extension ArraySlice<UInt8> {
  /// The text with its backslash escapes and character references resolved.
  var unescaped: String {
    guard contains(where: { $0 == .backslash || $0 == .ampersand }) else {
      return String(decoding: self, as: UTF8.self)
    }
    var scanner = ByteScanner(Array(self))
    var text: [UInt8] = []
    text.reserveCapacity(count)
    while let byte = scanner.next {
      if byte == .backslash, let escaped = scanner.byte(1), escaped.isPunctuation {
        text.append(escaped)
        scanner.position += 2
      } else if byte == .ampersand, let character = scanner.takeCharacterReference() {
        text.append(contentsOf: character.utf8)
      } else {
        text.append(byte)
        scanner.position += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

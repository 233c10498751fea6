extension DialectFinder {
  /// Whether a text ends in a word between braces or colons, as MyST and reStructuredText name roles.
  static func endsInRole(_ text: String) -> Bool {
    let bytes = text.utf8.suffix(40)
    let (opening, closing) = (bytes.last == UInt8(ascii: "}"), bytes.last == UInt8(ascii: ":"))
    guard opening || closing else { return false }
    let word = bytes.dropLast().reversed().prefix { isWordly($0) || "-:".utf8.contains($0) }
    if closing {
      return word.count > 1 && word.last == UInt8(ascii: ":") && word.first != UInt8(ascii: ":")
    }
    return !word.isEmpty
      && bytes.dropLast(word.count + 1).last == UInt8(ascii: "{")
  }

  /// What stands between two of a sign, doubled or not, and how many bytes both take; nil where there
  /// is no second one.
  ///
  /// - Parameter isWord: whether it has to be a word of ASCII.
  private static func pair(
    _ sign: Unicode.Scalar, doubled: Bool, at place: Int, in bytes: [UInt8], isWord: Bool = false
  ) -> Int? {
    let (byte, size) = (UInt8(ascii: sign), doubled ? 2 : 1)
    let start = place + size
    guard start < bytes.count, bytes[start] != byte, !isSpace(bytes[start]),
      place == 0 || bytes[place - 1] != byte,
      let length = length(sign, from: start, in: bytes)
    else { return nil }
    let end = start + length
    guard !isSpace(bytes[end - 1]),
      !doubled || end + 1 < bytes.count && bytes[end + 1] == byte,
      end + size >= bytes.count || bytes[end + size] != byte
    else { return nil }
    let isPlain = bytes[start..<end].allSatisfy { isWordly($0) && $0 < 0x80 }
    let isApart =
      (place == 0 || !isWordly(bytes[place - 1]))
      && (end + size >= bytes.count || !isWordly(bytes[end + size]))
    return (isWord ? isPlain : isApart) ? length + 2 * size : nil
  }

  /// What stands at a place of a text, and how many bytes it takes; nil if it is nothing special.
  static func mark(at place: Int, in bytes: [UInt8]) -> (Dialect, Int)? {
    func next(_ distance: Int) -> UInt8 {
      place + distance < bytes.count ? bytes[place + distance] : 0
    }
    switch bytes[place] {
    case UInt8(ascii: "["):
      if next(1) == UInt8(ascii: "^"), let length = length("]", from: place + 2, in: bytes) {
        return (.footnote, length + 3)
      }
      if next(1) == UInt8(ascii: "@"), let length = length("]", from: place + 2, in: bytes) {
        return (.citation, length + 3)
      }
      guard next(1) == UInt8(ascii: "["), let length = length("]", from: place + 2, in: bytes),
        next(length + 3) == UInt8(ascii: "]")
      else { return nil }
      return (.wikiLink, length + 4)
    case UInt8(ascii: "{"):
      switch next(1) {
      // In formulas other characters follow.
      case UInt8(ascii: "%"), UInt8(ascii: "{"):
        if " <%".utf8.contains(next(2)) { return (.template, 3) }
        guard next(1) == UInt8(ascii: "{"), place == 0 || !"^_".utf8.contains(bytes[place - 1]),
          place == 0 || !isWordly(bytes[place - 1]), isWordly(next(2)),
          let length = length("}", from: place + 2, in: bytes),
          next(length + 3) == UInt8(ascii: "}")
        else { return nil }
        return (.template, length + 4)
      case UInt8(ascii: ":"), UInt8(ascii: "#"), UInt8(ascii: "."):
        guard isWordly(next(2)) && !isDigit(next(2)) || next(2) == UInt8(ascii: " ") else {
          return nil
        }
        return length("}", from: place + 2, in: bytes).map { (.attributes, $0 + 3) }
      case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "~"), UInt8(ascii: ">"),
        UInt8(ascii: "="):
        guard next(2) == next(1), let length = length("}", from: place + 3, in: bytes) else {
          return nil
        }
        return (.change, length + 4)
      default: return nil
      }
    case UInt8(ascii: "~"):
      if let length = pair("~", doubled: true, at: place, in: bytes) {
        return (.strikethrough, length)
      }
      if let length = pair("~", doubled: false, at: place, in: bytes, isWord: true) {
        return (.script, length)
      }
      return pair("~", doubled: false, at: place, in: bytes).map { (.strikethrough, $0) }
    case UInt8(ascii: "="):
      return pair("=", doubled: true, at: place, in: bytes).map { (.highlight, $0) }
    case UInt8(ascii: "+"):
      return pair("+", doubled: true, at: place, in: bytes).map { (.insertion, $0) }
    case UInt8(ascii: "%"):
      return pair("%", doubled: true, at: place, in: bytes).map { (.hidden, $0) }
    case UInt8(ascii: "^"):
      if next(1) == UInt8(ascii: "["), let length = length("]", from: place + 2, in: bytes) {
        return (.footnote, length + 3)
      }
      return pair("^", doubled: false, at: place, in: bytes, isWord: true).map { (.script, $0) }
    case UInt8(ascii: ":"):
      guard place == 0 || !isWordly(bytes[place - 1]),
        let length = length(":", from: place + 1, in: bytes), length > 1,
        bytes[(place + 1)..<(place + 1 + length)].allSatisfy({
          isWordly($0) || "+-".utf8.contains($0)
        }),
        !isDigit(next(1)), !isWordly(next(length + 2))
      else { return nil }
      return (.shortcode, length + 2)
    default: return nil
    }
  }

  /// How far a sign is that something else stands before, of at most as many bytes as such marks take.
  private static func length(_ sign: Unicode.Scalar, from start: Int, in bytes: [UInt8]) -> Int? {
    let rest = bytes[min(start, bytes.count)...].prefix(60)
    return rest.firstIndex(of: UInt8(ascii: sign)).flatMap { $0 > start ? $0 - start : nil }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isWordly(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || byte == UInt8(ascii: "_") || byte >= 0x80
  }
}

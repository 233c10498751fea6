/// White space and columns by the bytes of a text, which for almost all of a lesson are characters.
extension StringProtocol {
  /// Whether every byte is a character of its own: ASCII, without carriage returns.
  var isPlain: Bool {
    utf8.withContiguousStorageIfAvailable(\.isPlain) ?? false
  }

  /// The text without white space at its start.
  func trimmingStart() -> SubSequence {
    self[unicodeScalars.drop(while: \.isWhiteSpace).startIndex...]
  }

  /// The text without white space at its end.
  func trimmingEnd() -> String {
    var kept = unicodeScalars[...]
    while let last = kept.last, last.isWhiteSpace { kept.removeLast() }
    return String(self[..<kept.endIndex])
  }

  /// How many characters stand before a place.
  func count(before place: Index) -> Int {
    let beginning = self[..<place]
    return beginning.isPlain ? beginning.utf8.count : beginning.count
  }
}

extension Unicode.Scalar {
  /// Whether it is white space of Unicode, found at once where it is of ASCII.
  var isWhiteSpace: Bool {
    isASCII ? UInt8(ascii: self).isWhiteSpace : properties.isWhitespace
  }
}

extension UInt8 {
  /// Whether it is white space of ASCII.
  var isWhiteSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether every byte is a character of its own: ASCII, without carriage returns.
  var isPlain: Bool {
    // Without an early end, so that many bytes are looked at in one step.
    var all: UInt8 = 0
    var returns = 0
    for byte in self {
      all |= byte
      returns &+= byte == 0x0D ? 1 : 0
    }
    return all < 0x80 && returns == 0
  }

  /// The text of some bytes.
  func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: self[range]), as: UTF8.self)
  }

  /// How many characters some bytes are.
  func characters(in range: Range<Int>) -> Int {
    UnsafeBufferPointer(rebasing: self[range]).isPlain ? range.count : text(range).count
  }

  /// A range without white space at either end; one of white space alone is empty where it ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (begin, end) = (range.lowerBound, range.upperBound)
    while begin < end, let width = whiteSpace(at: begin, before: end) { begin += width }
    while begin < end, let width = whiteSpace(before: end, from: begin) { end -= width }
    return begin..<end
  }

  /// How many bytes the white space takes that begins at a place; nil if something else does.
  func whiteSpace(at place: Int, before end: Int) -> Int? {
    let first = self[place]
    guard first >= 0x80 else { return first.isWhiteSpace ? 1 : nil }
    if place + 1 < end, Self.isWhiteSpace(first, self[place + 1]) { return 2 }
    guard place + 2 < end else { return nil }
    return Self.isWhiteSpace(first, self[place + 1], self[place + 2]) ? 3 : nil
  }

  /// How many bytes the white space takes that ends at a place; nil if something else does.
  private func whiteSpace(before end: Int, from begin: Int) -> Int? {
    let last = self[end - 1]
    guard last >= 0x80 else { return last.isWhiteSpace ? 1 : nil }
    if end - 2 >= begin, Self.isWhiteSpace(self[end - 2], last) { return 2 }
    guard end - 3 >= begin else { return nil }
    return Self.isWhiteSpace(self[end - 3], self[end - 2], last) ? 3 : nil
  }

  /// U+0085 and U+00A0.
  private static func isWhiteSpace(_ one: UInt8, _ two: UInt8) -> Bool {
    one == 0xC2 && (two == 0x85 || two == 0xA0)
  }

  /// U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F and U+3000.
  private static func isWhiteSpace(_ one: UInt8, _ two: UInt8, _ three: UInt8) -> Bool {
    switch (one, two, three) {
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9),
      (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
      true
    default: false
    }
  }
}

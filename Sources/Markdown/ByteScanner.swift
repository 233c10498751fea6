/// A reading position in bytes; copying it remembers the place, so that a failed attempt can go back.
struct ByteScanner {
  let bytes: [UInt8]
  var position: Int
  let end: Int

  init(_ bytes: [UInt8], from position: Int = 0, to end: Int? = nil) {
    self.bytes = bytes
    self.position = position
    self.end = min(end ?? bytes.count, bytes.count)
  }

  /// The next byte, or nil at the end.
  var next: UInt8? { byte(0) }

  var isAtEnd: Bool { position >= end }

  /// The byte a few places ahead, or nil past the end.
  func byte(_ distance: Int) -> UInt8? {
    position + distance < end ? bytes[position + distance] : nil
  }

  /// Takes the given byte if it comes next.
  mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  /// Takes the given ASCII text if it comes next.
  mutating func take(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard length <= end - position else { return false }
    for place in 0..<length where bytes[position + place] != text.utf8Start[place] { return false }
    position += length
    return true
  }

  /// Takes bytes as long as they qualify, and says how many they were.
  @discardableResult
  mutating func take(while qualifies: (UInt8) -> Bool) -> Int {
    let start = position
    while position < end, qualifies(bytes[position]) { position += 1 }
    return position - start
  }

  /// Takes everything up to and including the given ASCII text; false, and unmoved, without one.
  mutating func take(through text: StaticString) -> Bool {
    var attempt = self
    while !attempt.isAtEnd {
      if attempt.take(text) {
        self = attempt
        return true
      }
      attempt.position += 1
    }
    return false
  }

  /// Takes spaces, tabs and line feeds, and says how many they were.
  @discardableResult
  mutating func takeSpace() -> Int {
    take(while: \.isSpaceOrLineFeed)
  }

  /// Takes the spaces and tabs up to the end of a line, and the line feed; false if text comes first.
  mutating func takeEndOfLine() -> Bool {
    take(while: \.isSpaceOrTab)
    return isAtEnd || take(.lineFeed)
  }
}

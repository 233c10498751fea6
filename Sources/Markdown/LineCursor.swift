/// A reading position in the lines of a text, counting columns with tab stops every four.
///
/// A tab may be used up in part: what is left of it then counts as spaces.
struct LineCursor {
  let bytes: [UInt8]

  /// The number of the line, counted from 1; 0 before the first line.
  private(set) var number = 0

  /// The bytes of the line from the reading position on, without the line ending.
  private(set) var offset = 0
  private(set) var end = 0

  /// Where the first character that is neither space nor tab stands.
  private(set) var textOffset = 0

  /// Where the line begins.
  private var lineStart = 0
  private var following = 0
  private var column = 0
  private var textColumn = 0
  private var isInsideTab = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // A byte order mark is no text.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { following = 3 }
  }

  /// How many bytes of the line stand before a place in it.
  func column(of place: Int) -> Int { place - lineStart }

  /// Whether only spaces and tabs are left.
  var isBlank: Bool { textOffset >= end }

  /// The columns of white space before the text.
  var indent: Int { textColumn - column }

  /// Whether the text stands so far in that no marker counts.
  var isIndented: Bool { indent >= 4 }

  /// The first character of the text, or nil on a blank line.
  var firstByte: UInt8? { isBlank ? nil : bytes[textOffset] }

  /// The text of the line, ready to be scanned.
  var scanner: ByteScanner { ByteScanner(bytes, from: textOffset, to: end) }

  /// The text of the line as bytes.
  var text: ArraySlice<UInt8> { bytes[textOffset..<end] }

  /// Moves to the next line; false at the end of the text.
  mutating func nextLine() -> Bool {
    guard following < bytes.count else { return false }
    lineStart = number == 0 ? 0 : following
    offset = following
    end = offset
    while end < bytes.count, bytes[end] != .lineFeed, bytes[end] != .carriageReturn { end += 1 }
    following = end + 1
    if end + 1 < bytes.count, bytes[end] == .carriageReturn, bytes[end + 1] == .lineFeed {
      following += 1
    }
    number += 1
    column = 0
    isInsideTab = false
    findText()
    return true
  }

  /// Skips white space.
  mutating func skipIndent() {
    offset = textOffset
    column = textColumn
    isInsideTab = false
  }

  /// Skips white space and a marker of the given length.
  mutating func skip(marker length: Int) {
    skipIndent()
    offset = min(offset + length, end)
    column += length
    findText()
  }

  /// Skips at most the given number of columns of white space.
  mutating func skip(columns: Int) {
    var left = min(columns, indent)
    while left > 0, offset < end {
      let width = bytes[offset] == .tab ? 4 - column % 4 : 1
      let step = min(left, width)
      column += step
      left -= step
      isInsideTab = step < width
      if !isInsideTab { offset += 1 }
    }
  }

  /// Appends what is left of the line; the rest of a tab used up in part becomes spaces.
  func appendRest(to text: inout [UInt8]) {
    var start = offset
    if isInsideTab {
      text.append(contentsOf: repeatElement(.space, count: 4 - column % 4))
      start += 1
    }
    guard start < end else { return }
    bytes.withUnsafeBufferPointer { bytes in
      text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end]))
    }
  }

  private mutating func findText() {
    textOffset = offset
    textColumn = column
    while textOffset < end, bytes[textOffset].isSpaceOrTab {
      textColumn += bytes[textOffset] == .tab ? 4 - textColumn % 4 : 1
      textOffset += 1
    }
  }
}

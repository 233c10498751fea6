import Foundation

/// Cuts bytes that come in pieces into lines.
package struct LineCutter {
  /// A line without its end.
  package struct Line {
    /// Its bytes; none where it is too long to be kept.
    package let bytes: UnsafeRawBufferPointer

    /// Whether it is longer than ``LineCutter/longest``.
    package let isTooLong: Bool

    /// Whether a line end stands behind it: only the last line may have none.
    package let isEnded: Bool
  }

  /// The most bytes of a line that is kept.
  package static let longest = 1 << 20

  /// The line that has no end yet.
  private var rest: [UInt8] = []
  private var isTooLong = false

  package init() {}

  /// Takes in a piece, and hands over each line that ends in it.
  package mutating func take(_ piece: UnsafeRawBufferPointer, _ body: (Line) -> Void) {
    guard let start = piece.baseAddress else { return }
    var place = 0
    while place < piece.count {
      let found = memchr(start + place, 10, piece.count - place)
      let end = found.map { UnsafeRawPointer($0) - start } ?? piece.count
      let bytes = UnsafeRawBufferPointer(rebasing: piece[place..<end])
      guard found != nil else { return keep(bytes) }
      place = end + 1
      if rest.isEmpty, !isTooLong, bytes.count <= Self.longest {
        body(Line(bytes: bytes, isTooLong: false, isEnded: true))
      } else {
        keep(bytes)
        hand(over: true, body)
      }
    }
  }

  /// Hands over the last line where it has no end.
  package mutating func end(_ body: (Line) -> Void) {
    if isTooLong || !rest.isEmpty { hand(over: false, body) }
  }

  private mutating func keep(_ bytes: UnsafeRawBufferPointer) {
    if rest.count + bytes.count > Self.longest { isTooLong = true }
    if isTooLong { rest = [] } else { rest += bytes }
  }

  private mutating func hand(over isEnded: Bool, _ body: (Line) -> Void) {
    rest.withUnsafeBytes { bytes in
      body(Line(bytes: bytes, isTooLong: isTooLong, isEnded: isEnded))
    }
    rest.removeAll(keepingCapacity: true)
    isTooLong = false
  }
}

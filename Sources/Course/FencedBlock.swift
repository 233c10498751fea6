/// A fenced block at the left margin of a lesson, by its place in the file.
struct Fence {
  /// What stands behind the opening fence.
  let info: Field

  /// The words of that.
  let words: [Field]

  /// The lines between the fences, a slice of all lines of the file.
  let lines: ArraySlice<String>
  let isClosed: Bool

  /// - Parameters:
  ///   - place: the lines of the block, from 1, its fences included.
  ///   - isClosed: whether there is a closing fence.
  ///   - lines: all lines of the file.
  init(_ place: ClosedRange<Int>, isClosed: Bool, in lines: [String]) {
    self.isClosed = isClosed
    let first = min(max(0, place.lowerBound - 1), lines.count)
    let last = min(max(first, isClosed ? place.upperBound - 1 : place.upperBound), lines.count)
    self.lines = lines[min(first + 1, last)..<last]
    let text = lines[first...].first ?? ""
    let fence = text.trimmingStart()
    let mark = fence.first
    let rest = fence.drop { $0 == mark }
    let info = rest.trimmingStart()
    self.info = Field(
      key: "", keyColumn: 1, value: info.trimmingEnd(), line: first + 1,
      column: text.count(before: info.startIndex) + 1)
    words = self.info.words
  }
}

extension String {
  /// Whether three backticks or tildes stand behind the white space at its start.
  var beginsWithFence: Bool {
    let mayBegin =
      utf8.withContiguousStorageIfAvailable { bytes in
        bytes.contains { $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "~") }
      } ?? true
    guard mayBegin else { return false }
    let text = trimmingStart()
    return text.hasPrefix("```") || text.hasPrefix("~~~")
  }
}

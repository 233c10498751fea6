/// Where the running text of a block stands in the source of its document.
struct TextOrigin {
  /// The line of the source on which the text begins.
  let line: Int

  /// At which byte of each line of the source its text begins, by the number of the line.
  let starts: [Int]

  /// At which byte of its first line the text begins.
  let start: Int

  /// Where in the text the backslash of a pipe was left out, for the cell of a table; in order.
  let pipes: [Int]

  init(line: Int, starts: [Int], start: Int? = nil, pipes: [Int] = []) {
    self.line = line
    self.starts = starts
    self.start = start ?? Self.start(of: line, starts)
    self.pipes = pipes
  }

  fileprivate static func start(of line: Int, _ starts: [Int]) -> Int {
    starts.indices.contains(line) ? starts[line] : 0
  }
}

/// A way through a text, which tells the places of its bytes in the source one after another.
struct SourceMap {
  private let text: [UInt8]
  private let origin: TextOrigin

  /// How far the text has been looked at.
  private var position = 0

  /// The line of the source there, the offset in the text at which it begins, and its first byte.
  private var line: Int
  private var lineOffset = 0
  private var start: Int

  /// How many of the pipes stand before the position.
  private var pipes = 0

  init(_ text: [UInt8], _ origin: TextOrigin) {
    self.text = text
    self.origin = origin
    line = origin.line
    start = origin.start
  }

  /// The place of an offset in the text, which is not before the last one asked for.
  mutating func place(of offset: Int) -> SourcePosition {
    while position < min(offset, text.count) {
      if text[position] == .lineFeed {
        line += 1
        lineOffset = position + 1
        start = TextOrigin.start(of: line, origin.starts)
      }
      position += 1
    }
    while pipes < origin.pipes.count, origin.pipes[pipes] < offset { pipes += 1 }
    return SourcePosition(line: line, byte: start + max(0, offset - lineOffset) + pipes)
  }

  /// One of the pipes whose backslash was left out, by its order.
  func pipe(_ index: Int) -> Int? { index < origin.pipes.count ? origin.pipes[index] : nil }

  /// The places of a range of offsets.
  mutating func places(of range: Range<Int>) -> Range<SourcePosition> {
    let begin = place(of: range.lowerBound)
    return begin..<max(begin, place(of: range.upperBound))
  }
}

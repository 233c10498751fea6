/// A fenced block of a lesson as it stands in the file, whether or not it is a directive and can be
/// read.
package struct FencedBlock: Sendable {
  /// What stands behind the opening fence.
  let info: Field

  /// The words of that.
  let words: [Field]
  let isClosed: Bool

  /// What kind of directive it is; nil if it is none.
  package let kind: DirectiveKind?

  /// The line inside of it on which another fence opens, from 1; nil without one.
  let opening: Int?

  /// Its lines but for the blank ones, if it is a directive; none else.
  ///
  /// They end where another fence opens, and if the fence is never closed and so takes in what
  /// follows, at a blank line.
  let lines: [Field.Line]

  /// The line from which on something else is likely meant, if another fence opens inside.
  private let doubtful: Int

  /// The line of the opening fence, from 1.
  package var line: Int { info.line }

  /// What stands behind the word; empty if nothing does, or too much.
  package var name: String { words.count == 2 ? words[1].value : "" }

  /// The column of the name, from 1; 1 without one.
  package var nameColumn: Int { words.count == 2 ? words[1].column : 1 }

  /// The lines of `key: value` of a directive, also those that it does not know.
  package var fields: [Field] { lines.fields }

  /// The lines that belong to a directive for sure.
  ///
  /// One that is not closed swallows what follows it, up to the end of the next; it is cut at the
  /// next opening fence, or else at a blank line, lest its prose be taken for mistakes.
  var ownLines: [Field.Line] {
    opening == nil ? lines : lines.filter { ($0.content?.line ?? 0) < doubtful }
  }

  /// Takes a block apart.
  ///
  /// - Parameters:
  ///   - place: the lines of the block, from 1, its fences included.
  ///   - isClosed: whether there is a closing fence.
  ///   - lines: all lines of the file.
  ///   - word: the word of its fence, where the fence does not begin its line.
  init(
    _ place: ClosedRange<Int>, isClosed: Bool, in lines: [String], word: String? = nil
  ) {
    self.isClosed = isClosed
    let first = min(max(0, place.lowerBound - 1), lines.count)
    let last = min(
      max(first, isClosed ? place.upperBound - 1 : place.upperBound), lines.count)
    info = Self.info(of: lines[first...].first ?? "", line: first + 1)
    words = info.words
    kind = DirectiveKind(rawValue: word ?? words.first?.value ?? "")
    guard kind != nil else {
      opening = nil
      doubtful = 0
      self.lines = []
      return
    }
    let inside = lines[min(first + 1, last)..<last]
    let opening = inside.firstIndex(where: \.beginsWithFence)
    self.opening = opening.map { $0 + 1 }
    var own = inside[..<(opening ?? inside.endIndex)]
    let isWhole = isClosed && opening == nil
    let blank = isWhole ? nil : own.firstIndex { $0.allSatisfy(\.isWhitespace) }
    doubtful = (blank ?? own.endIndex) + 1
    if !isClosed { own = own[..<(blank ?? own.endIndex)] }
    self.lines = Field.read(own)
  }

  /// What stands behind the mark of a fence.
  private static func info(of text: String, line: Int) -> Field {
    let fence = text.trimmingStart()
    let mark = fence.first
    let info = fence.drop { $0 == mark }.trimmingStart()
    return Field(
      key: "", keyColumn: 1, value: info.trimmingEnd(), line: line,
      column: text.count(before: info.startIndex) + 1)
  }
}

extension String {
  /// Whether three backticks or tildes stand behind the white space at its start.
  fileprivate var beginsWithFence: Bool {
    let text = unicodeScalars.drop(while: \.isWhiteSpace)
    guard let first = text.first, first == "`" || first == "~" else { return false }
    return text.prefix(3).elementsEqual(repeatElement(first, count: 3))
  }
}

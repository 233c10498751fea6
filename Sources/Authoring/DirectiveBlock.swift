import Course
import Markdown

/// A directive as it stands in the file, whether or not it can be read.
///
/// Rules of form look at these, so that one fault of a directive never hides another.
package struct DirectiveBlock: Sendable {
  /// A line of `key: value`.
  struct Entry: Sendable {
    let key: String
    let value: String

    /// The line in the file, from 1.
    let line: Int
  }

  /// The word of the fence, such as `exercise`.
  let word: String

  /// What stands behind the word; empty if nothing does.
  let name: String

  /// The line of the opening fence, from 1.
  let line: Int

  /// The column of the name, from 1.
  let nameColumn: Int
  let entries: [Entry]

  func has(_ key: String) -> Bool { entries.contains { $0.key == key } }

  /// Reads a block; nil unless it is a fence at the left margin with the word of a directive.
  init?(_ block: Block, in lines: [String]) {
    guard case .code(let info, _, fenced: true, let isClosed) = block.kind else { return nil }
    let words = info.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let word = words.first, LessonSource.directives.contains(word) else { return nil }
    self.word = word
    name = words.count == 2 ? words[1] : ""
    line = block.lines.lowerBound
    let text = lines.element(line - 1)
    nameColumn = name.isEmpty ? 1 : text.column(ofLast: name) ?? 1
    var entries: [Entry] = []
    let inner = (line + 1)..<max(line + 1, block.lines.upperBound + (isClosed ? 0 : 1))
    for number in inner {
      let text = lines.element(number - 1).trimmed
      // An unclosed fence swallows what follows it.
      if text.hasPrefix("```") || text.hasPrefix("~~~") || (!isClosed && text.isEmpty) { break }
      guard !text.hasPrefix("#"), let mark = text.firstIndex(of: ":") else { continue }
      entries.append(
        Entry(
          key: text[..<mark].trimmed, value: text[text.index(after: mark)...].trimmed,
          line: number))
    }
    self.entries = entries
  }
}

extension CheckedLesson {
  /// The directives in the order of the file.
  package var directives: [DirectiveBlock] {
    document.blocks.compactMap { DirectiveBlock($0, in: lines) }
  }
}

extension [String] {
  /// A line; empty where there is none.
  func element(_ index: Int) -> String { indices.contains(index) ? self[index] : "" }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: String {
    var rest = self[...]
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest.drop(while: \.isWhitespace))
  }

  /// The column, from 1, at which some text stands for the last time.
  func column(ofLast text: String) -> Int? {
    ranges(of: text).last.map { distance(from: startIndex, to: $0.lowerBound) + 1 }
  }
}

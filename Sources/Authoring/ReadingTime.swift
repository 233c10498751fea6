import Grading
import Lessons
import Markdown

/// How long a lesson takes, measured.
///
/// Words at 200 a minute, somewhat below the 238 that adults read silently in non-fiction (Brysbaert
/// 2019, "How many words do we read per minute?", *Journal of Memory and Language* 109), for formulas
/// and figures slow one down; and a stated time for everything that is looked at, foreseen or done.
struct ReadingTime: Sendable, Hashable {
  static let wordsAMinute = 200.0

  /// Minutes for each directive of a kind.
  static let minutes: [DirectiveKind: Double] = [
    .simulate: 0.5, .compare: 1, .predict: 1, .exercise: 3,
  ]

  /// Words of headings, paragraphs, lists, quotes and tables, of questions and of tasks, and of what
  /// is to be kept.
  let words: Int

  /// Minutes for all directives.
  let practice: Double

  /// All minutes.
  var total: Double { Double(words) / Self.wordsAMinute + practice }

  init(of checked: CheckedLesson) {
    let directives = checked.text.directives
    let asked = directives.flatMap { directive in
      let isKept = directive.kind?.subject == .nothing
      return directive.fields.filter { isKept || ["task", "question"].contains($0.key) }
    }
    words =
      Self.words(in: checked.blocks)
      + asked.map { Self.words(in: $0.value) }.reduce(0, +)
    practice = directives.compactMap(\.kind).compactMap { Self.minutes[$0] }.reduce(0, +)
  }

  private static func words(in blocks: [Block]) -> Int {
    var count = 0
    var rest = blocks
    while let block = rest.popLast() {
      switch block.kind {
      case .heading(_, let text), .paragraph(let text): count += words(in: text.plainText)
      case .table(let table):
        for cell in (table.header + table.rows.joined()) { count += words(in: cell.plainText) }
      case .quote(let blocks), .footnote(_, let blocks): rest += blocks
      case .list(let list): rest += list.items.joined()
      case .code, .html, .thematicBreak: break
      }
    }
    return count
  }

  /// What stands between white space and holds a letter or a digit.
  private static func words(in text: String) -> Int {
    text.split(whereSeparator: \.isWhitespace).count { word in
      word.contains { $0.isLetter || $0.isNumber }
    }
  }
}

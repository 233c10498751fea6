import Lessons
import Markdown

/// The numbers that a lesson shows to its readers, each with the first line on which it stands.
///
/// Those of prose, tables and code count, and those that directives show: what is set, given and
/// asked for. Hints do not, which lead to an answer on purpose, nor years, the numbers of sections,
/// and what a run measures.
struct PrintedNumbers: Sendable {
  /// The keys of directives whose values are shown.
  private static let shown: Set = ["set", "case", "given", "task", "question", "pass"]

  /// The line of each number, from 1.
  private(set) var lines: [Double: Int] = [:]

  init(of checked: CheckedLesson) {
    for block in checked.blocks {
      if let directive = checked.text.directive(of: block) {
        for field in directive.fields where Self.shown.contains(field.key) {
          note(field.value, line: field.line)
        }
      } else {
        note(block)
      }
    }
  }

  private mutating func note(_ block: Block) {
    [block].forEachLeaf { block in
      let line = block.lines.lowerBound
      switch block.kind {
      case .code(_, let text, _, _): note(text, line: line)
      case .table(let table):
        for cell in table.header { note(cell, line: line) }
        for cell in table.rows.joined() { note(cell, line: line) }
      case .heading(_, let text), .paragraph(let text): note(text, line: line)
      case .html, .thematicBreak, .quote, .list, .footnote: break
      }
    }
  }

  private mutating func note(_ inlines: [Inline], line: Int) {
    let prose = ProseText(inlines, other: " \u{FFFC} ")
    for number in ProseNumber.all(in: prose.text) {
      note(number, line: prose.place(at: number.offset)?.line ?? line)
    }
    for code in inlines.codeSpans { note(code.text, line: code.line) }
  }

  private mutating func note(_ text: String, line: Int) {
    for number in ProseNumber.all(in: text) { note(number, line: line) }
  }

  private mutating func note(_ number: ProseNumber, line: Int) {
    guard !number.isReference else { return }
    // A share is typed either way.
    let values = number.isPercentage ? [number.value, number.value / 100] : [number.value]
    for value in values { lines[value] = min(line, lines[value] ?? line) }
  }
}

import Experiments
import Grading
import Lessons
import Markdown

/// The sentences of a section that a search looks at, each with its line in the file.
struct SectionText: Sendable {
  /// A sentence, or another piece of text that is read as one.
  struct Sentence: Sendable {
    let text: String
    let line: Int
  }

  private(set) var sentences: [Sentence] = []

  /// The line on which the section begins, as far as anything in it tells.
  private(set) var line = 1

  /// What a section says: its prose, the tasks of its exercises, the questions of its predictions, and
  /// what it gives to take along.
  ///
  /// - Parameter summary: what the lesson says of itself, for its first section; else nil.
  init(_ section: Lesson.Section, summary: String?) {
    if let summary { sentences.append(Sentence(text: summary, line: 1)) }
    var isFirst = true
    for element in section.elements {
      switch element {
      case .prose(let blocks):
        if isFirst, let block = blocks.first { line = block.lines.lowerBound }
        var blocks = blocks
        // The heading of the section is its title.
        if isFirst, let first = blocks.first, case .heading = first.kind { blocks.removeFirst() }
        blocks.forEachLeaf { add($0) }
      case .exercise(let exercise): add(exercise.task, exercise.line)
      case .predict(let directive): add(directive.question, directive.line)
      case .takeaway(let takeaway): add(takeaway)
      case .simulate, .compare: break
      }
      isFirst = false
    }
  }

  private mutating func add(_ takeaway: Takeaway) {
    switch takeaway.content {
    case .recap(let sentences): for sentence in sentences { add(sentence, takeaway.line) }
    case .library(let note):
      for call in note.calls {
        let parts = [call.library, call.code ?? "", call.note].filter { !$0.isEmpty }
        add(parts.joined(separator: " · "), takeaway.line, isWhole: true)
      }
      for sentence in [note.first, note.trap].compactMap(\.self) { add(sentence, takeaway.line) }
    case .words(let definitions):
      for definition in definitions {
        add("\(definition.term): \(definition.meaning)", definition.line, isWhole: true)
      }
    }
  }

  private mutating func add(_ block: Block) {
    let line = block.lines.lowerBound
    switch block.kind {
    case .heading(_, let text), .paragraph(let text): add(text.plainText, line)
    case .table(let table):
      for (index, row) in ([table.header] + table.rows).enumerated() {
        let cells = row.map(\.plainText).filter { !$0.isEmpty }
        // The line of dashes stands below the header.
        add(cells.joined(separator: " · "), index == 0 ? line : line + index + 1, isWhole: true)
      }
    case .code, .list, .quote, .footnote, .thematicBreak, .html: break
    }
  }

  /// Adds a text, sentence by sentence.
  private mutating func add(_ text: String, _ line: Int, isWhole: Bool = false) {
    guard !isWhole else {
      if !text.isEmpty { sentences.append(Sentence(text: text, line: line)) }
      return
    }
    var sentence = ""
    var isEnd = false
    for character in text {
      let isSpace = character.isWhitespace
      if isSpace, isEnd {
        finish(&sentence, line)
      } else if !isSpace || sentence.last.map({ $0 != " " }) ?? false {
        sentence.append(isSpace ? " " : character)
      }
      isEnd = ".!?".contains(character)
    }
    finish(&sentence, line)
  }

  private mutating func finish(_ sentence: inout String, _ line: Int) {
    if !sentence.isEmpty { sentences.append(Sentence(text: sentence, line: line)) }
    sentence = ""
  }
}

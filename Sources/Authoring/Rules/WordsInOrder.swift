import Experiments
import Files
import Lessons
import Markdown

/// A term that a lesson defines is not used before that, and is defined once.
enum WordsInOrder: Rule {
  static let name = "words"
  static let summary = "Terms of words blocks are defined once, and not used in a section before."

  static func faults(in checked: CheckedLesson, _ cache: Cache) async -> [LessonFault] {
    let index = checked.index
    guard !index.terms.isEmpty, let own = index.numbers[checked.entry.name],
      checked.pack.indices.contains(own), checked.pack[own].file == checked.entry.file
    else { return [] }
    return repeated(in: checked, own) + early(in: checked, own)
  }

  /// Terms that another lesson has defined already.
  private static func repeated(in checked: CheckedLesson, _ own: Int) -> [LessonFault] {
    checked.lesson.definitions.compactMap { definition, _ in
      guard let first = checked.index.terms[TermFinder.key(of: definition.term)],
        first.file != checked.entry.file || first.line != definition.line
      else { return nil }
      return checked.fault(
        definition.line, definition.column,
        "\(Quoted.bare(definition.term)) is defined already in \(Quoted.path(first.file)), "
          + "line \(first.line); keep one")
    }
  }

  /// The first use of each term that is defined in a later section.
  private static func early(in checked: CheckedLesson, _ own: Int) -> [LessonFault] {
    let later = checked.index.terms.filter { $0.value.lesson >= own }
    guard !later.isEmpty else { return [] }
    let finder = TermFinder(later.keys)
    var section = 0
    var hasBegun = false
    var faults: [LessonFault] = []
    var seen = Set<String>()
    for block in checked.blocks {
      if case .heading(let level, _) = block.kind, level <= 2 {
        section += hasBegun ? 1 : 0
        hasBegun = true
      } else if !block.showsNothing {
        hasBegun = true
      }
      var found: [(term: String, place: SourcePosition?)] = []
      [block].forEachLeaf { leaf in
        for text in leaf.runningTexts {
          let prose = ProseText(text, other: " \u{FFFC} ")
          found += finder.terms(in: prose.text).map { ($0.term, prose.place(at: $0.offset)) }
        }
      }
      for (term, place) in found {
        guard let first = later[term], (first.lesson, first.section) > (own, section),
          seen.insert(term).inserted
        else { continue }
        let column = [place].compactMap { $0 }.columns(in: checked.text.lines).first
        faults.append(
          checked.advice(
            place?.line ?? block.lines.lowerBound, column ?? 1,
            "\(Quoted.text(term)) is used here and defined later, in \(Quoted.path(first.file)), "
              + "line \(first.line); define it here, or say it otherwise"))
      }
    }
    return faults
  }
}

extension Block {
  /// The running text in it, but that of a title, which may say what its lesson is about.
  fileprivate var runningTexts: [[Inline]] {
    switch kind {
    case .heading(let level, let text): level > 1 ? [text] : []
    case .paragraph(let text): [text]
    case .table(let table): table.header + table.rows.joined()
    case .list, .quote, .footnote, .code, .html, .thematicBreak: []
    }
  }
}

import Experiments
import Files
import Lessons
import Markdown

/// A number that the prose reads off a run may be wrong tomorrow, unless the run is held to it.
enum NumbersPromised: Rule {
  static let name = "numbers"
  static let summary = "Numbers in prose beside a run are promised by an expect, or set, or asked."

  /// The most numbers that are named of a paragraph.
  private static let mostNamed = 6

  static func faults(in checked: CheckedLesson, _ cache: Cache) async -> [LessonFault] {
    let sections = sections(of: checked)
    guard !sections.isEmpty else { return [] }
    let promised = PromisedNumbers(of: checked)
    return sections.flatMap { blocks in
      paragraphs(in: blocks).compactMap { block, inlines in
        fault(inlines, block, promised, checked)
      }
    }
  }

  /// The blocks of the sections in which something runs.
  private static func sections(of checked: CheckedLesson) -> [[Block]] {
    var sections: [(blocks: [Block], hasRun: Bool)] = [([], false)]
    for block in checked.blocks {
      if case .heading(let level, _) = block.kind, level <= 2 { sections.append(([], false)) }
      let last = sections.count - 1
      sections[last].blocks.append(block)
      if checked.text.directive(of: block)?.kind?.showsRuns ?? false {
        sections[last].hasRun = true
      }
    }
    return sections.filter(\.hasRun).map(\.blocks)
  }

  private static func paragraphs(in blocks: [Block]) -> [(Block, [Inline])] {
    var found: [(Block, [Inline])] = []
    blocks.forEachLeaf { block in
      if case .paragraph(let text) = block.kind { found.append((block, text)) }
    }
    return found
  }

  private static func fault(
    _ inlines: [Inline], _ block: Block, _ promised: PromisedNumbers, _ checked: CheckedLesson
  ) -> LessonFault? {
    var texts: [String] = []
    var seen = Set<String>()
    var place: SourcePosition?
    // Code, links and images are no part of a number.
    let prose = ProseText(inlines, other: " \u{FFFC} ")
    for number in ProseNumber.all(in: prose.text) {
      guard !number.isPlain, !promised.cover(number) else { continue }
      place = place ?? prose.place(at: number.offset)
      let text = Quoted.bare(number.text) + (number.isPercentage ? " %" : "")
      if seen.insert(text).inserted { texts.append(text) }
    }
    guard let first = texts.first else { return nil }
    let named = texts.prefix(mostNamed)
    let list =
      texts.count > mostNamed
      ? named.joined(separator: ", ") + ", …"
      : named.count == 1
        ? first : named.dropLast().joined(separator: ", ") + " and " + (named.last ?? "")
    let column = [place].compactMap { $0 }.columns(in: checked.text.lines).first
    return checked.advice(
      place?.line ?? block.lines.lowerBound, column ?? 1,
      "\(list) \(texts.count == 1 ? "is" : "are") promised by no expect; "
        + "add one, or take \(texts.count == 1 ? "it" : "them") out")
  }
}

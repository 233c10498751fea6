import Course
import Experiments
import Files
import Markdown

/// A number that the prose reads off a run may be wrong tomorrow, unless the run is held to it.
enum NumbersPromised: Rule {
  static let name = "numbers"
  static let summary = "Numbers in prose beside a run are promised by an expect, or set, or asked."

  /// The most numbers that are named of a paragraph.
  private static let mostNamed = 6

  static func faults(in subject: Subject, _ cache: Cache) async -> [LessonFault] {
    let promised = PromisedNumbers(of: subject)
    return sections(of: subject).flatMap { blocks in
      blocks.flatMap { paragraphs(in: $0) }.compactMap { block, inlines in
        fault(inlines, block, promised, subject)
      }
    }
  }

  /// The blocks of the sections in which something runs.
  private static func sections(of subject: Subject) -> [[Block]] {
    var sections: [(blocks: [Block], hasRun: Bool)] = [([], false)]
    for block in subject.document.blocks {
      if case .heading(let level, _) = block.kind, level <= 2 { sections.append(([], false)) }
      let last = sections.count - 1
      sections[last].blocks.append(block)
      if let directive = DirectiveBlock(block, in: subject.lines), directive.word != "exercise" {
        sections[last].hasRun = true
      }
    }
    return sections.filter(\.hasRun).map(\.blocks)
  }

  private static func paragraphs(in block: Block) -> [(Block, [Inline])] {
    var found: [(Block, [Inline])] = []
    var rest = [block]
    while let block = rest.popLast() {
      switch block.kind {
      case .paragraph(let text): found.append((block, text))
      case .quote(let blocks): rest += blocks.reversed()
      case .list(let list): rest += list.items.joined().reversed()
      case .heading, .code, .table, .html, .thematicBreak: break
      }
    }
    return found
  }

  private static func fault(
    _ inlines: [Inline], _ block: Block, _ promised: PromisedNumbers, _ subject: Subject
  ) -> LessonFault? {
    var texts: [String] = []
    for number in ProseNumber.all(in: plain(inlines)) {
      guard !number.isPlain, !promised.cover(number) else { continue }
      let text = number.text + (number.isPercentage ? " %" : "")
      if !texts.contains(text) { texts.append(text) }
    }
    guard let first = texts.first else { return nil }
    let named = texts.prefix(mostNamed)
    let list =
      texts.count > mostNamed
      ? named.joined(separator: ", ") + ", …"
      : named.count == 1
        ? first : named.dropLast().joined(separator: ", ") + " and " + (named.last ?? "")
    var cursor = SourceCursor(block.lines, in: subject.lines)
    let place = cursor.place(of: first.prefix { $0 != " " }.description)
    return subject.advice(
      place?.line ?? block.lines.lowerBound, place?.column ?? 1,
      "\(list) \(texts.count == 1 ? "is" : "are") promised by no expect; "
        + "add one, or take \(texts.count == 1 ? "it" : "them") out")
  }

  /// The text with code, links and images replaced by what is no part of a number.
  private static func plain(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): text
      case .emphasis(let inner), .strong(let inner): plain(inner)
      case .softBreak, .lineBreak: " "
      case .code, .link, .image, .html: " \u{FFFC} "
      }
    }.joined()
  }
}

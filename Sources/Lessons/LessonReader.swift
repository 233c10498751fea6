import Experiments
import Foundation
import Grading
import Markdown

/// Reads one lesson file.
package enum LessonReader {
  /// How much of a lesson is read.
  package enum Depth: Sendable {
    /// All but the running text, which is left out: enough to list lessons and their faults.
    case outline

    /// All of it.
    case whole

    /// All of it, and the text is kept for those who look at more than the lesson it makes.
    case text
  }

  /// The lesson as far as it can be read, and everything that is wrong with it.
  ///
  /// - Parameters:
  ///   - text: the file's text.
  ///   - file: its path, as faults shall name it.
  ///   - name: the lesson's name.
  ///   - key: under what its progress is kept; its name unless given.
  ///   - catalog: the simulations that directives may name.
  ///   - depth: how much is read; the faults are the same.
  package static func read(
    _ text: String, file: String, name: String, key: LessonKey? = nil, catalog: Catalog,
    depth: Depth = .whole
  ) -> (lesson: Lesson, faults: [LessonFault]) {
    let size = text.utf8.count
    var faults = Faults(file: file)
    let lines = LessonLines(text, of: "the lesson", &faults)
    let matter = FrontMatter(lines, &faults)
    let readsProse = depth != .outline
    let text = LessonText(lines, readsProse: readsProse)
    var sections = SectionList(title: matter.title, keepsProse: readsProse)
    let reader = DirectiveReader(catalog: catalog, lesson: name)
    var counts = DirectiveCounts()
    var named = NamedDirectives()
    var fences = text.fences.makeIterator()
    for block in text.document.blocks {
      switch block.kind {
      case .heading(let level, let text) where level <= 2:
        sections.begin(text.plainText, level: level, line: block.lines.lowerBound, &faults)
        sections.add(.prose([block]))
      case .code(let info, _, fenced: true, _):
        guard let fence = fences.next() else { continue }
        defer { named.add(fence, &faults) }
        guard counts.admits(fence, &faults) else { continue }
        switch reader.read(fence, &faults) {
        case .directive(.exercise(var exercise)):
          exercise.lessonKey = key
          sections.add(.exercise(exercise))
        case .directive(let element): sections.add(element)
        case .code: sections.add(.prose([block]))
        case .faulty:
          sections.addFaulty(info, block.lines)
          // What an open fence takes in is not to be lost.
          if fence.kind == nil, !fence.isClosed { sections.add(.prose([block])) }
        }
      // A section begins where there is something to see.
      case .html where block.showsNothing: continue
      default:
        reportNested(in: block, &faults)
        sections.add(.prose([block]))
      }
    }
    var lesson = Lesson(
      name: name, title: matter.title, summary: matter.summary, minutes: matter.minutes,
      requirements: matter.requirements, sections: sections.sections,
      text: depth == .text ? text : nil, part: matter.part, ability: matter.ability)
    if let key { lesson.key = key.text }
    return (lesson, faults.list.listed(ofBytes: size))
  }

  /// Reads one lesson file from disk, with the care that a folder of lessons is read with.
  ///
  /// The lesson's name is that in the file's name, `02-learning-rate.md`, or all of it where that is
  /// no lesson's.
  ///
  /// - Returns: the lesson, and nil where the file gives no text; the faults say why.
  package static func read(path: String, catalog: Catalog) -> (
    lesson: Lesson?, faults: [LessonFault]
  ) {
    let file = PackedFile(path: path)
    let name =
      LessonName.split(fileName: file.name)?.name
      ?? (file.name as NSString).deletingPathExtension
    switch file.text() {
    case .success(let text):
      let (lesson, faults) = read(text, file: path, name: name, catalog: catalog)
      return (lesson, faults)
    case .failure(let fault): return (nil, [fault])
    }
  }

  /// Reports directives inside lists and quotes, which would pass for code, and what is too deep or
  /// too wide to be shown.
  private static func reportNested(in block: Block, _ faults: inout Faults) {
    var rest = [(block: block, depth: 0)]
    while let (block, depth) = rest.popLast() {
      var inside: [Block] = []
      switch block.kind {
      case .list(let list):
        for item in list.items { inside += item }
      case .quote(let blocks), .footnote(_, let blocks): inside = blocks
      case .table(let table) where table.header.count > Limits.columns:
        faults.add(
          block.lines.lowerBound, 1,
          "a table of more than \(Limits.columns) columns; make it narrower")
      case .code(let info, _, fenced: true, _) where depth > 0:
        guard let word = info.split(whereSeparator: \.isWhitespace).first.map(String.init),
          DirectiveKind(rawValue: word) != nil
        else { continue }
        faults.add(
          block.lines.lowerBound, 1,
          "\(word) inside a list or a quote is not run; begin its fence at the left margin")
      default: break
      }
      if !inside.isEmpty, depth == Limits.nesting {
        faults.add(
          block.lines.lowerBound, 1,
          "quotes and lists stand more than \(Limits.nesting) deep in each other; make them flatter"
        )
      } else {
        for block in inside where block.kind.mayHoldFaults { rest.append((block, depth + 1)) }
      }
    }
  }
}

extension Block.Kind {
  /// False for what nothing can be said of wherever it stands: most of what a list holds.
  fileprivate var mayHoldFaults: Bool {
    switch self {
    case .list, .quote, .footnote, .table, .code: true
    case .heading, .paragraph, .thematicBreak, .html: false
    }
  }
}

/// How many directives a lesson has so far.
private struct DirectiveCounts {
  private var directives = 0
  private var exercises = 0

  /// Whether a fence may be read; one too many is a fault once.
  mutating func admits(_ fence: FencedBlock, _ faults: inout Faults) -> Bool {
    guard let kind = fence.kind, let word = fence.words.first else { return true }
    directives += 1
    if kind == .exercise { exercises += 1 }
    if directives == Limits.directives + 1 {
      faults.add(
        word, "more than \(Limits.directives) directives in one lesson; make two lessons of it")
    } else if kind == .exercise, exercises == Limits.exercises + 1 {
      faults.add(
        word, "more than \(Limits.exercises) exercises in one lesson; make two lessons of it")
    }
    return directives <= Limits.directives
      && (kind != .exercise || exercises <= Limits.exercises)
  }
}

/// The exercises and predictions of a lesson by their names.
private struct NamedDirectives {
  private var lines: [String: Int] = [:]

  /// Adds that of a fence, if there is one; a name that stands already is a fault.
  mutating func add(_ fence: FencedBlock, _ faults: inout Faults) {
    guard let kind = fence.kind, kind.isNamed, fence.words.count == 2, let name = fence.words.last
    else { return }
    let key = "\(kind.rawValue) \(name.value)"
    if let first = lines[key] {
      faults.add(
        name, "\(Quoted.bare(key)) stands already at line \(first); give it another name")
    } else {
      lines[key] = name.line
    }
  }
}

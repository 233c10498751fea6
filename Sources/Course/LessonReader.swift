import Experiments
import Markdown

/// Reads one lesson file.
package enum LessonReader {
  /// The lesson as far as it can be read, and everything that is wrong with it.
  ///
  /// - Parameters:
  ///   - text: the file's text.
  ///   - file: its path, as faults shall name it.
  ///   - name: the lesson's name.
  ///   - catalog: the simulations that directives may name.
  package static func read(_ text: String, file: String, name: String, catalog: Catalog)
    -> (lesson: Lesson, faults: [LessonFault])
  {
    var faults = Faults(file: file)
    var lines = SourceLines.split(text)
    for (number, column, scalar) in SourceLines.controls(in: lines) {
      faults.add(
        number, column,
        "control character U+\(SourceLines.hexadecimal(scalar)) in the text; remove it")
    }
    let matter = FrontMatter(takenFrom: &lines, &faults)
    let document = Document(lines.joined(separator: "\n"))
    var sections = SectionList(title: matter.title)
    let reader = DirectiveReader(catalog: catalog, lesson: name)
    for block in document.blocks {
      switch block.kind {
      case .heading(let level, let text) where level <= 2:
        sections.begin(text.plainText, level: level, line: block.lines.lowerBound, &faults)
        sections.add(.prose([block]))
      case .code(let info, _, fenced: true, let isClosed):
        switch reader.read(Fence(block.lines, isClosed: isClosed, in: lines), &faults) {
        case .directive(let element): sections.add(element)
        case .code: sections.add(.prose([block]))
        case .faulty: sections.addFaulty(info, block.lines)
        }
      default:
        reportNested(in: block, lines, &faults)
        sections.add(.prose([block]))
      }
    }
    checkNames(of: document, lines, &faults)
    let lesson = Lesson(
      name: name, title: matter.title, summary: matter.summary, minutes: matter.minutes,
      requirements: matter.requirements, sections: sections.sections)
    return (lesson, faults.list.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
  }

  /// Reports directives inside lists and quotes, which would pass for code.
  private static func reportNested(in block: Block, _ lines: [String], _ faults: inout Faults) {
    var rest = [block]
    while let block = rest.popLast() {
      switch block.kind {
      case .list(let list): rest += list.items.joined()
      case .quote(let blocks): rest += blocks
      case .code(let info, _, fenced: true, _):
        guard let word = info.split(whereSeparator: \.isWhitespace).first.map(String.init),
          DirectiveReader.words.contains(word)
        else { continue }
        faults.add(
          block.lines.lowerBound, 1,
          "\(word) inside a list or a quote is not run; begin its fence at the left margin")
      default: break
      }
    }
  }

  /// Reports exercises and predictions that share a name.
  private static func checkNames(
    of document: Document, _ lines: [String], _ faults: inout Faults
  ) {
    var seen: [String: Int] = [:]
    for block in document.blocks {
      guard case .code(_, _, fenced: true, let isClosed) = block.kind else { continue }
      let words = Fence(block.lines, isClosed: isClosed, in: lines).info.words
      guard words.count == 2, let word = words.first, let name = words.last,
        word.value == "exercise" || word.value == "predict"
      else { continue }
      let key = "\(word.value) \(name.value)"
      if let first = seen[key] {
        faults.add(
          name, "\(Quoted.bare(key)) stands already at line \(first); give it another name")
      } else {
        seen[key] = name.line
      }
    }
  }
}

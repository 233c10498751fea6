import Experiments
import Markdown

/// Reads one lesson file.
package enum LessonReader {
  static let keys = ["title", "summary", "minutes", "requires"]

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
    let matter = frontMatter(&lines, &faults)
    let document = Document(lines.joined(separator: "\n"))
    let sections = sections(
      of: document, titled: matter.title,
      by: DirectiveReader(catalog: catalog, lesson: name), &faults)
    let lesson = Lesson(
      name: name, title: matter.title, summary: matter.summary, minutes: matter.minutes,
      requires: matter.requires, sections: sections)
    checkNames(of: document, &faults)
    return (lesson, faults.list.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
  }

  private struct FrontMatter {
    var title = "Untitled"
    var summary = ""
    var minutes = 10
    var requires: [String] = []
  }

  /// Reads the front matter and blanks its lines, so that those behind keep their numbers.
  private static func frontMatter(_ lines: inout [String], _ faults: inout Faults) -> FrontMatter {
    var matter = FrontMatter()
    guard lines.first?.trimmingEnd() == "---" else {
      faults.add(1, 1, "the lesson does not begin with front matter; begin it with a line ---")
      return matter
    }
    guard let end = lines.dropFirst().firstIndex(where: { $0.trimmingEnd() == "---" }) else {
      faults.add(1, 1, "the front matter has no end; close it with a line ---")
      for index in lines.indices { lines[index] = "" }
      return matter
    }
    var fields = FieldSet(
      of: lines[1..<end], firstLine: 2, owner: "front matter", ownerLine: 1, faults: &faults)
    if let title = fields.required("title", &faults) { matter.title = title.value }
    if let summary = fields.required("summary", &faults) { matter.summary = summary.value }
    if let minutes = fields.whole("minutes", 1...600, &faults) { matter.minutes = minutes }
    for field in fields.all("requires", &faults).flatMap({ $0.parts(separatedBy: ",") }) {
      if LessonName.isValid(field.value) {
        matter.requires.append(field.value)
      } else {
        faults.add(field, "\(Quoted.text(field.value)) is not the name of a lesson")
      }
    }
    fields.finish(known: keys, &faults)
    for index in 0...end { lines[index] = "" }
    return matter
  }

  /// The blocks of a document as sections, each beginning at a heading of the first two levels.
  private static func sections(
    of document: Document, titled title: String, by reader: DirectiveReader, _ faults: inout Faults
  ) -> [Lesson.Section] {
    var sections: [Lesson.Section] = []
    func add(_ element: Lesson.Element) {
      if sections.isEmpty { sections.append(Lesson.Section(title: title)) }
      if case .prose(let more) = element, case .prose(let blocks) = sections.last?.elements.last {
        sections[sections.count - 1].elements.removeLast()
        sections[sections.count - 1].elements.append(.prose(blocks + more))
      } else {
        sections[sections.count - 1].elements.append(element)
      }
    }
    for block in document.blocks {
      switch block.kind {
      case .heading(let level, let text) where level <= 2:
        if level == 1, sections.isEmpty {
          sections.append(Lesson.Section(title: text.plainText))
        } else if level == 1 {
          faults.add(
            block.lines.lowerBound, 1, "a second heading of the first level; use ## for sections")
        } else {
          sections.append(Lesson.Section(title: text.plainText))
        }
        add(.prose([block]))
      case .code(let info, let text, fenced: true, let isClosed):
        if !isClosed {
          faults.add(block.lines.lowerBound, 1, "the fence is never closed; close it with ```")
        }
        let before = faults.list.count
        let element = reader.read(
          info: info, text: text, line: block.lines.lowerBound, &faults)
        if let element {
          add(element)
        } else if faults.list.count == before {
          add(.prose([block]))
        }
      default:
        add(.prose([block]))
      }
    }
    return sections
  }

  /// Reports exercises and predictions that share a name.
  private static func checkNames(of document: Document, _ faults: inout Faults) {
    var seen: [String: Int] = [:]
    for block in document.blocks {
      guard case .code(let info, _, fenced: true, _) = block.kind else { continue }
      let words = info.split(whereSeparator: \.isWhitespace)
      guard words.count == 2, words[0] == "exercise" || words[0] == "predict" else { continue }
      let name = words.joined(separator: " ")
      if let first = seen[name] {
        faults.add(
          block.lines.lowerBound, 4,
          "\(Quoted.bare(name)) stands already at line \(first); give it another name")
      } else {
        seen[name] = block.lines.lowerBound
      }
    }
  }
}

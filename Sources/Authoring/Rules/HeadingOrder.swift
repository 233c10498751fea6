import Experiments
import Files
import Lessons
import Markdown

/// Headings tell where one is, so none is missing and none is skipped.
enum HeadingOrder: Rule {
  static let name = "headings"
  static let summary = "The first heading is of level 1, none is empty, and no level is skipped."

  static func faults(in checked: CheckedLesson, _ cache: Cache) async -> [LessonFault] {
    var faults: [LessonFault] = []
    var levelBefore: Int?
    var sections: [String: Int] = [:]
    for block in checked.blocks {
      guard case .heading(let level, let inlines) = block.kind else { continue }
      let line = block.lines.lowerBound
      let text = inlines.plainText.trimmed
      if text.isEmpty {
        let marks = String(repeating: "#", count: level)
        faults.append(
          checked.fault(line, 1, "a heading without words; write some behind \(marks)"))
      }
      let expected = (levelBefore ?? 0) + 1
      if level > expected {
        let remedy = "begin it with \(String(repeating: "#", count: expected))"
        faults.append(
          checked.fault(
            line, 1,
            levelBefore.map { "a heading of level \(level) below one of level \($0); \(remedy)" }
              ?? "the first heading is of level \(level); \(remedy)"))
      }
      levelBefore = level
      guard level == 2, !text.isEmpty else { continue }
      if let first = sections[text] {
        faults.append(
          checked.advice(
            line, 1,
            "\(Quoted.text(text)) is the heading of line \(first) too; tell the two apart"))
      } else {
        sections[text] = line
      }
    }
    if levelBefore == nil {
      let first = checked.blocks.first?.lines.lowerBound ?? max(1, checked.text.lines.count)
      faults.append(
        checked.fault(first, 1, "the lesson has no heading; begin it with # and its title"))
    }
    return faults
  }
}

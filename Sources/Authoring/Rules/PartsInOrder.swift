import Experiments
import Files
import Lessons

/// A part of a course that was left is not come back to: lists would show it twice.
enum PartsInOrder: Rule {
  static let name = "parts-in-order"
  static let summary = "The lessons of a part of the course stand one after another."

  static func faults(in checked: CheckedLesson, _ cache: Cache) async -> [LessonFault] {
    guard let part = checked.lesson.part, let end = checked.index.partEnds[part],
      end < checked.index.numbers[checked.entry.name] ?? 0,
      let field = checked.text.frontMatter.first(where: { $0.key == "part" })
    else { return [] }
    return [
      checked.fault(
        field.line, field.column,
        "the part \(Quoted.text(part)) ends with \(checked.index.names[end]); move this lesson "
          + "behind that, or name another part")
    ]
  }
}

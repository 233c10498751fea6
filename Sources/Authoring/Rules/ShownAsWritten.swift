import Experiments
import Files
import Lessons
import Markdown

/// What only other viewers of Markdown know is named, lest its author think that learners see it so.
enum ShownAsWritten: Rule {
  static let name = "shown-as-written"
  static let summary =
    "Nothing stands there that other viewers show in another way, and no comment is open."

  static func faults(in checked: CheckedLesson, _ cache: Cache) async -> [LessonFault] {
    let all = Dialect.all(in: checked.text.document)
    let advice = zip(all, all.map(\.place).columns(in: checked.text.lines)).map { found, column in
      let rest = found.count - 1
      let others = rest > 0 ? " (and \(NumberText.count(rest, "more place")))" : ""
      return checked.advice(
        found.place.line, column,
        "\(found.dialect.name) is shown as it is written\(others); \(found.dialect.remedy)")
    }
    return advice + openComments(in: checked)
  }

  /// Comments without an end, which hide all that follows.
  private static func openComments(in checked: CheckedLesson) -> [LessonFault] {
    var faults: [LessonFault] = []
    var rest = checked.blocks
    while let block = rest.popLast() {
      switch block.kind {
      case .html(let text):
        guard RawHTML(text).isUnended else { continue }
        faults.append(
          checked.fault(
            block.lines.lowerBound, 1,
            "a comment that begins here has no end and hides what follows; close it with -->"))
      case .quote(let blocks): rest += blocks
      case .list(let list): rest += list.items.joined()
      case .heading, .paragraph, .code, .table, .thematicBreak: break
      }
    }
    return faults
  }
}

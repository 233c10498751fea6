import Experiments
import Files
import Lessons
import Markdown

/// What only other viewers of Markdown know is named, lest its author think that learners see it so.
enum ShownAsWritten: Rule {
  static let name = "shown-as-written"
  static let summary =
    "Nothing stands there that other viewers show in another way, and no comment or code is open."

  static func faults(in checked: CheckedLesson, _ cache: Cache) async -> [LessonFault] {
    let all = Dialect.all(in: checked.text.document)
    let advice = zip(all, all.map(\.place).columns(in: checked.text.lines)).map { found, column in
      let rest = found.count - 1
      let others = rest > 0 ? " (and \(NumberText.count(rest, "more place")))" : ""
      return checked.advice(
        found.place.line, column,
        "\(found.dialect.name) is shown as it is written\(others); \(found.dialect.remedy)")
    }
    return advice + openComments(in: checked) + openCode(in: checked)
  }

  /// Code that takes in the beginning of other code, and so most likely was not closed.
  private static func openCode(in checked: CheckedLesson) -> [LessonFault] {
    let all = checked.text.lines
    return checked.blocks.compactMap { block in
      guard case .code(_, _, fenced: true, isClosed: true) = block.kind,
        checked.text.directive(of: block) == nil, block.lines.upperBound <= all.count,
        let mark = fence(all[block.lines.lowerBound - 1])
      else { return nil }
      let inside = block.lines.dropFirst().dropLast()
      let opening = inside.first { line in
        guard let other = fence(all[line - 1]), let first = other.mark.first else { return false }
        return first == mark.mark.first && other.mark.count >= mark.mark.count && other.hasWords
      }
      return opening.map { line in
        checked.advice(
          block.lines.lowerBound, 1,
          "code that begins here takes in the fence of line \(line); "
            + "close it before that, or begin it with more marks")
      }
    }
  }

  /// The marks with which a line begins or ends code, and whether something stands behind them.
  private static func fence(_ line: String) -> (mark: Substring, hasWords: Bool)? {
    let text = line.drop { $0 == " " }
    guard let first = text.first, first == "`" || first == "~" else { return nil }
    let mark = text.prefix { $0 == first }
    let words = text[mark.endIndex...].drop(while: \.isWhitespace)
    guard mark.count >= 3, first == "~" || !words.contains("`") else { return nil }
    return (mark, !words.isEmpty)
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
      case .quote(let blocks), .footnote(_, let blocks): rest += blocks
      case .list(let list): rest += list.items.joined()
      case .heading, .paragraph, .code, .table, .thematicBreak: break
      }
    }
    return faults
  }
}

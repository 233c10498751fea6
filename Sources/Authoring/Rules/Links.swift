import Experiments
import Files
import Lessons
import Markdown

/// Links and images lead somewhere, and nowhere outside the pack but to the web.
enum Links: Rule {
  static let name = "links"
  static let summary = "Links and images resolve inside the pack, or are addresses on the web."

  static func faults(in checked: CheckedLesson, _ cache: Cache) async -> [LessonFault] {
    let links = LessonLinks(of: checked.text)
    var faults: [LessonFault] = []
    var target = LinkTarget(checked)
    var problems: [String: String?] = [:]
    func check(_ destination: String, isImage: Bool, _ line: Int, _ column: Int) {
      let key = (isImage ? "!" : "") + destination
      let problem =
        problems[key] ?? target.problem(with: destination, isImage: isImage)
      problems[key] = .some(problem)
      if let problem { faults.append(checked.fault(line, column, problem)) }
    }
    for link in links.items {
      if link.isImage, link.text.trimmed.isEmpty {
        faults.append(
          checked.fault(
            link.line, link.column,
            "the image \(Quoted.text(link.destination)) has no words for those who do not see it; "
              + "write some between ![ and ]"))
      }
      check(link.destination, isImage: link.isImage, link.line, link.column)
    }
    for definition in links.definitions {
      check(definition.destination, isImage: false, definition.line, definition.column)
      // Nobody refers to a comment: `[//]: # (…)`.
      if !definition.isUsed, definition.label != "//" {
        faults.append(
          checked.advice(
            definition.line, definition.column,
            "nothing refers to [\(Quoted.bare(definition.label))]; refer to it, or take it out"))
      }
    }
    let lost = LostReference.all(in: checked.text.document)
    for (lost, column) in zip(lost, lost.map(\.place).columns(in: checked.text.lines)) {
      faults.append(
        checked.advice(
          lost.place.line, column,
          "[\(Quoted.bare(lost.label))] is defined nowhere; "
            + "add a line \"[\(Quoted.bare(lost.label))]: address\""))
    }
    return faults
  }
}

import Experiments
import Files
import Lessons

/// An exercise or a prediction is told from every other of its pack by its name.
enum UniqueNames: Rule {
  static let name = "unique-names"
  static let summary = "No two exercises and no two predictions of a pack share a name."

  static func faults(in checked: CheckedLesson, _ cache: Cache) async -> [LessonFault] {
    var seen = Set<String>()
    return checked.text.directives.compactMap { directive in
      // Those of one lesson are told apart while it is read.
      guard directive.kind?.isNamed ?? false,
        let first = checked.index.firstUses[directive.key], first.file != checked.entry.file,
        seen.insert(directive.key).inserted
      else { return nil }
      return checked.fault(
        directive.line, directive.nameColumn,
        "\(Quoted.bare(directive.key)) stands already in \(Quoted.path(first.file)), "
          + "line \(first.line); give it another name")
    }
  }
}

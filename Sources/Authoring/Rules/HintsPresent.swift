import Experiments
import Files
import Lessons

/// That there is something to ask for when one is stuck.
enum HintsPresent: Rule {
  static let name = "hints"
  static let summary = "Every exercise has a hint."

  static func faults(in checked: CheckedLesson, _ cache: Cache) async -> [LessonFault] {
    let exercises = checked.text.directives.filter { $0.kind == .exercise }
    return exercises.filter { !$0.fields.contains { $0.key == "hint" } }.map { exercise in
      checked.fault(
        exercise.line, 1, "\(Quoted.bare(exercise.key)) has no hint; add a line \"hint: …\"")
    }
  }
}

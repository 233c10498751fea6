import Course
import Experiments
import Files

/// Who is stuck has something to ask for.
enum HintsPresent: Rule {
  static let name = "hints"
  static let summary = "Every exercise has a hint."

  static func faults(in subject: Subject, _ cache: Cache) async -> [LessonFault] {
    subject.directives.filter { $0.word == "exercise" && !$0.has("hint") }.map { exercise in
      subject.fault(
        exercise.line, 1, "\(Quoted.bare(exercise.key)) has no hint; add a line \"hint: …\"")
    }
  }
}

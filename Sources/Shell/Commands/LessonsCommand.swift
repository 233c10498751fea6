import Exhibits
import Experiments
import Grading
import Lessons
import Screens

/// `knobs lessons`: every lesson, with what has been done.
enum LessonsCommand: Command {
  static let name = "lessons"
  static let summary = "all lessons, with your progress"
  struct Options: OptionTable { let json = Option.json }

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
  {
    let syllabus = try context.outline()
    let known = context.progress()
    return try Report(
      LessonList(syllabus, known.progress, isKnown: known.isKnown), asDocument: arguments.json,
      context, warnings: known.warnings, notes: syllabus.notes)
  }
}

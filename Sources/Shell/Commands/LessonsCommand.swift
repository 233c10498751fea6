import Exhibits
import Experiments
import Grading
import Lessons
import Screens

/// `knobs lessons`: every lesson, with what has been done.
enum LessonsCommand: Command {
  static let name = "lessons"
  static let summary = "all lessons, with your progress"
  struct Options: OptionTable {
    let all = Option("all", "every lesson, also where they have no room on the screen")
    let json = Option.json
  }
  static let discussion = [
    "Where the terminal has fewer rows than there are lessons, the parts of the course where you are "
      + "not take a line each; --all lists every lesson, as files and other programs get them."
  ]

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
  {
    let syllabus = try context.outline()
    let known = context.progress()
    return try Report(
      LessonList(
        syllabus, known.progress, isKnown: known.isKnown, showsAll: arguments.all),
      asDocument: arguments.json, context, warnings: known.warnings, notes: syllabus.notes)
  }
}

import Exhibits
import Experiments
import Grading
import Lessons
import Screens

/// `knobs progress`: the points, exercise by exercise.
enum ProgressCommand: Command {
  static let name = "progress"
  static let summary = "your points, exercise by exercise"
  struct Options: OptionTable { let json = Option.json }

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
  {
    let syllabus = try context.outline()
    let (progress, notes) = try context.progress()
    return try Report(
      ProgressExhibit(syllabus, progress), asDocument: arguments.json, context,
      notes: notes + syllabus.notes)
  }
}

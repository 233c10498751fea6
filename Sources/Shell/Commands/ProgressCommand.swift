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
    let known = try context.requiredProgress()
    return try Report(
      ProgressExhibit(syllabus, known.progress), asDocument: arguments.json, context,
      warnings: known.warnings, notes: syllabus.notes)
  }
}

import Exhibits
import Experiments
import Grading
import Lessons
import Screens

/// `knobs progress`: the points, exercise by exercise.
enum ProgressCommand: Command {
  static let name = "progress"
  static let summary = "your points, exercise by exercise"
  struct Options: OptionTable {
    let csv = Option("csv", "print a CSV table, a row for each exercise")
    let svg = Option<String?>("svg", "FILE", "write a page to keep, with each first pass, as SVG")
    let json = Option.json
  }
  static let discussion = [
    "--csv has the columns \(ProgressRecord.columns.joined(separator: ", ")); times are in UTC. "
      + "--svg writes a page of what was passed, when, and on which version of the program. "
      + Export.rule
  ]
  static let examples = [
    Example("knobs progress --svg course.svg", "a page to keep"),
    Example("knobs progress --csv > course.csv", "a table for a spreadsheet"),
  ]

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
  {
    let isTable = arguments.csv || arguments.json
    guard !(arguments.csv && arguments.json), !(isTable && arguments.svg == Export.standardOutput)
    else {
      throw Refusal("standard output holds one document; ask for one of --csv, --json and --svg -")
    }
    let page = try arguments.svg.map { path throws(Refusal) in
      try Export.Page(path, environment: context.environment)
    }
    let syllabus = try context.outline()
    var history = PassHistory()
    let known = try context.requiredProgress { history.add($0) }
    let record = ProgressRecord(syllabus, known.progress, history)
    var report: Report
    if arguments.csv {
      report = Report(plain: record.csv)
      report.notes = known.warnings
    } else {
      report = try Report(
        ProgressExhibit(syllabus, known.progress, history), asDocument: arguments.json, context,
        warnings: known.warnings, notes: syllabus.notes)
    }
    try page?.write(record.sheet.document, into: &report)
    return report
  }
}

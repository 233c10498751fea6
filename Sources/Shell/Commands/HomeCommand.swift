import Exhibits
import Experiments
import Foundation
import Grading
import Lessons
import Screens

/// `knobs` alone: where the learner is, and the one command to type next.
enum HomeCommand: Command {
  static let name = ""
  static let summary = "where you are, and what to type next"
  struct Options: OptionTable {
    let json = Option.json
    let version = Option("version", "show the version")
  }

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
  {
    if arguments.version { return Report(plain: "knobs \(Program.version)\n") }
    let syllabus = try context.outline()
    var schedule = ReviewSchedule()
    let known = context.progress { schedule.add($0) }
    let plan = ReviewPlan(syllabus, schedule, at: context.now, in: context.zone)
    var exhibit = HomeExhibit(
      syllabus, known.progress, due: plan.questions.count, isKnown: known.isKnown,
      simulation: context.catalog.names.first)
    let step = SearchPath.step(
      to: Bundle.main.executablePath, from: FileManager.default.currentDirectoryPath,
      path: context.environment["PATH"])
    if let step { exhibit.next.insert(step, at: 0) }
    return try Report(
      exhibit, asDocument: arguments.json, context, warnings: known.warnings,
      notes: syllabus.notes)
  }
}

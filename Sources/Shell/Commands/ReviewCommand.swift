import Exhibits
import Experiments
import Foundation
import Grading
import Lessons
import Play
import Screens
import Terminal

/// `knobs review`: what was passed is asked again, with other values.
enum ReviewCommand: Command {
  static let name = "review"
  static let summary = "be asked again what you passed, with other values"
  struct Options: OptionTable { let json = Option.json }
  static let discussion = [
    "An exercise that you passed and a prediction that you made are asked again, with given values "
      + "that you have not met, and so are the sentences to keep of a lesson, three a day. The first "
      + "time is the next day; each success makes the time to the next longer (1, 3, 7, 16, 35, 80, 180 "
      + "days), and a failure begins anew. A review earns no points and takes none. What is asked when "
      + "follows from the journal alone; nothing else is kept.",
    "Where input or output is no terminal, what is asked today is listed.",
  ]
  static let examples = [
    Example("knobs review", "be asked what is due"),
    Example("knobs review | cat", "only see what that is"),
  ]

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
  {
    let syllabus = try context.contents().reading(.outline)
    var schedule = ReviewSchedule()
    let known = try context.requiredProgress { schedule.add($0) }
    let plan = ReviewPlan(syllabus, schedule, at: context.now, in: context.zone)
    guard context.canAsk, !arguments.json, !plan.questions.isEmpty else {
      return try Report(plan, asDocument: arguments.json, context, warnings: known.warnings)
    }
    for note in known.warnings {
      try? Output.error.write(note.rendered(for: context.errorScreen) + "\n")
    }
    let page = try await ReviewSession.take(
      plan, known.contents, keeping: context.journal, program: Program.version,
      at: context.terminal)
    return Report(page)
  }
}

import Exhibits
import Experiments
import Grading
import Lessons
import Screens

/// `knobs log`: every attempt, the last one at the end.
enum LogCommand: Command {
  static let name = "log"
  static let summary = "every attempt you made"
  struct Options: OptionTable { let json = Option.json }

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
  {
    let (entries, notes) = try context.entries()
    let log = AttemptLog(entries, listings: (try? context.contents())?.listings ?? [])
    return try Report(log, asDocument: arguments.json, context, notes: notes)
  }
}

import Exhibits
import Experiments
import Grading
import Lessons
import Screens

/// `knobs simulations`: the catalogue, and what each simulation takes and gives.
enum SimulationsCommand: Command {
  static let name = "simulations"
  static let summary = "the simulations; one simulation's knobs, metrics and findings"
  static let arguments = [Argument("SIMULATION", .simulation, isRequired: false)]
  struct Options: OptionTable { let json = Option.json }

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
  {
    guard let name = arguments.words.first else {
      return try Report(SimulationList(context.catalog), asDocument: arguments.json, context)
    }
    return try Report(
      SimulationExhibit(try context.simulation(name)), asDocument: arguments.json, context)
  }
}

import Course
import Experiments
import Terminal

/// `knobs simulations`: the catalogue, and what each simulation takes and gives.
enum SimulationsCommand: Command {
  static let name = "simulations"
  static let summary = "the simulations; one simulation's knobs, metrics and findings"
  static let arguments = [Argument("SIMULATION", .simulation, isRequired: false)]
  struct Options: OptionTable { let json = Option.json }

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
  {
    guard let name = arguments.words.first else { return try list(arguments, context) }
    let simulation = try context.simulation(name)
    if arguments.json { return try Report(json: SimulationDocument(simulation)) }
    var page = Page(context.screen)
    page.heading(name)
    page.text(StyledText(simulation.summary))
    page.table(
      "knobs", ["", "range", "default", ""],
      simulation.knobs.map { knob in
        [knob.name, knob.domain.text, knob.defaultValue.text, knob.summary]
      })
    page.table("metrics", ["", ""], simulation.metrics.map { [$0.name, $0.summary] })
    page.table("findings", ["", ""], simulation.findings.map { [$0.code, $0.summary] })
    page.table("figures", ["", ""], simulation.figures.map { [$0.name, $0.summary] })
    page.blank()
    page.next([(exampleLine(simulation), "turn a knob")])
    return Report(page)
  }

  private static func list(_ arguments: ParsedArguments<Options>, _ context: Context)
    throws(Refusal) -> Report
  {
    let all = context.catalog.simulations
    if arguments.json {
      return try Report(json: ["simulations": all.map { SimulationDocument($0) }])
    }
    var page = Page(context.screen)
    for simulation in all {
      page.blank()
      page.text(StyledText(simulation.name, .bold), indent: 0)
      page.text(StyledText(simulation.summary))
      page.text(StyledText(simulation.knobs.map(\.name).joined(separator: ", "), .muted))
    }
    page.blank()
    page.next(
      all.prefix(1).flatMap { simulation in
        [
          ("knobs simulations \(simulation.name)", "its knobs, metrics and findings"),
          ("knobs run \(simulation.name)", "run it as it stands"),
        ]
      })
    return Report(page)
  }

  /// A run with the first knob turned somewhere else than its default.
  private static func exampleLine(_ simulation: any Simulation.Type) -> String {
    let line = "knobs run \(simulation.name)"
    guard let knob = simulation.knobs.first else { return line }
    let grid = knob.domain.grid(5).filter { $0 != knob.defaultValue }
    return grid.isEmpty ? line : "\(line) --\(knob.name) \(grid[grid.count / 2].text)"
  }
}

/// A simulation as other programs read it.
struct SimulationDocument: Encodable {
  private struct Knob: Encodable {
    let name: String
    let summary: String
    let kind: String
    let minimum: Double?
    let maximum: Double?
    let scale: Scale.Kind?
    let choices: [String]?
    let defaultValue: SettingValue

    private enum CodingKeys: String, CodingKey {
      case name, summary, kind, minimum, maximum, scale, choices
      case defaultValue = "default"
    }

    init(_ knob: any AnyKnob) {
      name = knob.name
      summary = knob.summary
      minimum = knob.domain.bounds?.lowerBound
      maximum = knob.domain.bounds?.upperBound
      defaultValue = knob.defaultValue
      switch knob.domain {
      case .real(_, let spread):
        (kind, scale, choices) = ("real", spread, nil)
      case .integer(_, let spread):
        (kind, scale, choices) = ("integer", spread, nil)
      case .choice(let names):
        (kind, scale, choices) = ("choice", nil, names)
      }
    }
  }

  private struct Described: Encodable {
    let name: String
    let summary: String
    var theory: String?
  }

  private let name: String
  private let summary: String
  private let usesChance: Bool
  private let knobs: [Knob]
  private let metrics: [Described]
  private let findings: [Described]
  private let figures: [Described]

  init(_ simulation: any Simulation.Type) {
    name = simulation.name
    summary = simulation.summary
    usesChance = simulation.usesChance
    knobs = simulation.knobs.map { Knob($0) }
    metrics = simulation.metrics.map {
      Described(name: $0.name, summary: $0.summary, theory: $0.theory)
    }
    findings = simulation.findings.map { Described(name: $0.code, summary: $0.summary) }
    figures = simulation.figures.map { Described(name: $0.name, summary: $0.summary) }
  }
}

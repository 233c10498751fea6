import Experiments

/// What a simulation takes and gives.
package struct SimulationExhibit: Exhibit {
  private struct Knob: Encodable, Sendable {
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

  private struct Described: Encodable, Sendable {
    let name: String
    let summary: String
    var formerly: String?
    var theory: String?
    var theoryKind: String?
    var theoryLimit: String?
    var theoryError: Double?

    init(_ name: String, _ summary: String) {
      self.name = name
      self.summary = summary
    }

    init(_ metric: Metric) {
      self.init(metric.name, metric.summary)
      formerly = metric.formerly
      guard let said = metric.theory.map(TheoryDocument.init) else { return }
      (theory, theoryKind) = (said.theory, said.theoryKind)
      (theoryLimit, theoryError) = (said.theoryLimit, said.theoryError)
    }
  }

  /// The name as it is typed.
  package let name: String

  /// What it shows.
  package let summary: String
  private let usesChance: Bool
  private let knobs: [Knob]
  private let metrics: [Described]
  private let findings: [Described]
  private let figures: [Described]

  /// The knobs, with range, default and summary in words.
  package let knobRows: [[String]]

  /// The metrics by name, each with what it is, and how far theory holds where it is not exact.
  package let metricRows: [[String]]

  /// What to type next.
  package let next: [NextStep]

  private enum CodingKeys: CodingKey {
    case name, summary, usesChance, knobs, metrics, findings, figures
  }

  /// A simulation as it describes itself.
  package init(_ simulation: any Simulation.Type) {
    name = simulation.name
    summary = simulation.summary
    usesChance = simulation.usesChance
    knobs = simulation.knobs.map { Knob($0) }
    metrics = simulation.metrics.map { Described($0) }
    metricRows = simulation.metrics.map { metric in
      let kind = metric.theory?.kind
      let given = kind?.word == nil ? "" : kind.map { "; theory gives \($0.given)" } ?? ""
      return [metric.name, metric.summary + given]
    }
    findings = simulation.findings.map { Described($0.code, $0.summary) }
    figures = simulation.figures.map { Described($0.name, $0.summary) }
    knobRows = simulation.knobs.map { knob in
      [knob.name, knob.domain.text, knob.defaultValue.text, knob.summary]
    }
    next = [
      NextStep(Self.exampleLine(simulation), "turn a knob"),
      NextStep("knobs play \(simulation.name)", "turn all of them on a full screen"),
    ]
  }

  /// The findings by code, each with when it is found.
  package var findingRows: [[String]] { findings.map { [$0.name, $0.summary] } }

  /// The figures by name, each with what it shows.
  package var figureRows: [[String]] { figures.map { [$0.name, $0.summary] } }

  /// The names of the knobs as a line lists them.
  package var knobNames: String { knobs.map(\.name).joined(separator: ", ") }

  /// A run with the first knob turned somewhere else than its default.
  private static func exampleLine(_ simulation: any Simulation.Type) -> String {
    let line = "knobs run \(simulation.name)"
    guard let knob = simulation.knobs.first else { return line }
    let grid = knob.domain.grid(5).filter { $0 != knob.defaultValue }
    return grid.isEmpty ? line : "\(line) --\(knob.name) \(grid[grid.count / 2].text)"
  }
}

/// The catalogue of simulations.
package struct SimulationList: Exhibit {
  /// The simulations in the catalogue's order.
  package let simulations: [SimulationExhibit]

  private enum CodingKeys: CodingKey { case simulations }

  /// The simulations of a catalogue.
  package init(_ catalog: Catalog) {
    simulations = catalog.simulations.map { SimulationExhibit($0) }
  }

  /// What to type next.
  package var next: [NextStep] {
    guard let first = simulations.first else { return [] }
    return [
      NextStep("knobs simulations \(first.name)", "its knobs, metrics and findings"),
      NextStep("knobs run \(first.name)", "run it as it stands"),
    ]
  }
}

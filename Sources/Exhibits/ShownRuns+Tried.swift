import Experiments
import Lessons
import Tuning

/// Runs of a lesson on which a learner may try other values.
package enum TriedRuns: Sendable {
  case simulate(SimulateDirective)
  case compare(CompareDirective)

  /// The runs that a step ends with; nil where it ends with none.
  package init?(_ content: LessonPart.Content) {
    switch content {
    case .simulate(let directive): self = .simulate(directive)
    case .compare(let directive): self = .compare(directive)
    case .predict(let directive, _): self.init(directive)
    case .opening, .empty, .prose, .exercise, .takeaway, .faulty: return nil
    }
  }

  /// The runs that a prediction is about.
  package init(_ directive: PredictDirective) {
    switch directive.answer {
    case .number:
      self = .simulate(
        SimulateDirective(
          simulation: directive.simulation, settings: directive.settings, seed: directive.seed,
          figures: [], line: directive.line))
    case .which(_, let cases):
      self = .compare(
        CompareDirective(
          simulation: directive.simulation, common: directive.settings, seed: directive.seed,
          figures: [], cases: cases, line: directive.line))
    }
  }

  /// Whose knobs they are.
  package var simulation: any Simulation.Type {
    switch self {
    case .simulate(let directive): directive.simulation
    case .compare(let directive): directive.simulation
    }
  }

  /// The seed that the lesson shows.
  package var seed: UInt64 {
    switch self {
    case .simulate(let directive): directive.seed
    case .compare(let directive): directive.seed
    }
  }

  /// The line of the file on which the directive begins.
  package var line: Int {
    switch self {
    case .simulate(let directive): directive.line
    case .compare(let directive): directive.line
    }
  }

  /// The settings that a learner begins with: the lesson's, of several runs those of the first.
  package var settings: Settings {
    switch self {
    case .simulate(let directive): directive.settings
    case .compare(let directive): directive.cases.first?.settings ?? directive.common
    }
  }

  /// The figure that the lesson shows first; nil where it names none.
  package var figure: String? {
    switch self {
    case .simulate(let directive): directive.figures.first
    case .compare(let directive): directive.figures.first
    }
  }

  /// The settings of the lesson's other runs.
  package var others: [Settings] {
    switch self {
    case .simulate: []
    case .compare(let directive): directive.cases.dropFirst().map(\.settings)
    }
  }

  /// What the run is called that has these settings.
  package var label: String {
    switch self {
    case .simulate: "lesson"
    case .compare(let directive): directive.cases.first?.label ?? "lesson"
    }
  }

  /// Makes the lesson's runs, or with a learner's settings the one that these began with and theirs, side
  /// by side.
  package func shown(_ own: Settings?, seed: UInt64) async -> ShownRuns {
    guard let own, own != settings else {
      return switch self {
      case .simulate(let directive): await directive.run(seed: seed)
      case .compare(let directive): await directive.run(seed: seed)
      }
    }
    var figures: [String]
    let metrics: [String]
    switch self {
    case .simulate(let directive): (figures, metrics) = (directive.figures, directive.metrics)
    case .compare(let directive): (figures, metrics) = (directive.figures, directive.metrics)
    }
    if figures.isEmpty { figures = Array(simulation.figures.prefix(1).map(\.name)) }
    let both = [(label, settings), ("yours", own)]
    let outcomes = await both.map { Run(simulation, $0.1, seed: seed) }.outcomes()
    return ShownRuns(
      simulation: simulation, common: settings,
      varied: simulation.knobs.map(\.name).filter { settings[$0] != own[$0] }, seed: seed,
      runs: zip(both, outcomes).map { LabelledRun(label: $0.0, settings: $0.1, outcome: $1) },
      figures: figures, metrics: metrics.isEmpty ? nil : metrics)
  }
}

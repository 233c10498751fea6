import Experiments
import Grading
import Tuning

/// The kinds of directives, by the words with which the information of their fences begins.
package enum DirectiveKind: String, Sendable, CaseIterable {
  case simulate, compare, predict, exercise, recap, library, words

  /// What stands behind the word.
  package enum Subject: String, Sendable {
    case simulation = "SIMULATION"

    /// A name of its own.
    case name = "NAME"
    case nothing = ""
  }

  /// What stands behind the word.
  package var subject: Subject {
    switch self {
    case .simulate, .compare: .simulation
    case .predict, .exercise: .name
    case .recap, .library, .words: .nothing
    }
  }

  /// Whether a name of its own stands behind the word.
  package var isNamed: Bool { subject == .name }

  /// Whether it shows what a run gave, or asks for it.
  package var showsRuns: Bool {
    switch self {
    case .simulate, .compare, .predict: true
    case .exercise, .recap, .library, .words: false
    }
  }

  /// The words of all kinds.
  static let allWords = allCases.map(\.rawValue)
}

/// A run that a lesson shows.
package struct SimulateDirective: Sendable {
  package let simulation: any Simulation.Type
  package let settings: Settings
  package let seed: UInt64

  /// The names of the figures shown; empty shows the first.
  package let figures: [String]

  /// The names of the metrics shown; empty where the lesson leaves the choice to its text.
  package var metrics: [String] = []

  /// What the prose promises of the run.
  package let promises: [Promise]

  /// The line of the file on which it begins; 0 if it stands in none.
  package let line: Int

  package init(
    simulation: any Simulation.Type, settings: Settings, seed: UInt64, figures: [String],
    metrics: [String] = [], promises: [Promise] = [], line: Int = 0
  ) {
    self.simulation = simulation
    self.settings = settings
    self.seed = seed
    self.figures = figures
    self.metrics = metrics
    self.promises = promises
    self.line = line
  }
}

/// Runs that a lesson shows side by side.
package struct CompareDirective: Sendable {
  package struct Case: Sendable {
    package let label: String
    package let settings: Settings
    package let promises: [Promise]
  }

  package let simulation: any Simulation.Type

  /// What all cases have in common.
  package let common: Settings
  package let seed: UInt64
  package let figures: [String]

  /// The names of the metrics shown; empty where the lesson leaves the choice to its text.
  package var metrics: [String]
  package let cases: [Case]

  /// The line of the file on which it begins.
  package let line: Int

  package init(
    simulation: any Simulation.Type, common: Settings, seed: UInt64, figures: [String],
    metrics: [String] = [], cases: [Case], line: Int
  ) {
    self.simulation = simulation
    self.common = common
    self.seed = seed
    self.figures = figures
    self.metrics = metrics
    self.cases = cases
    self.line = line
  }
}

/// A run that a lesson shows, or asks about, with what it promises of it.
package struct ShownRun: Sendable {
  package let run: Run
  package let promises: [Promise]

  /// The line of the file on which its directive begins.
  package let line: Int
}

extension Lesson.Element {
  /// The runs that a directive shows or asks about, in order.
  package var shownRuns: [ShownRun] {
    switch self {
    case .simulate(let directive):
      let run = Run(directive.simulation, directive.settings, seed: directive.seed)
      return [ShownRun(run: run, promises: directive.promises, line: directive.line)]
    case .compare(let directive):
      return directive.cases.map { each in
        let run = Run(directive.simulation, each.settings, seed: directive.seed)
        return ShownRun(run: run, promises: each.promises, line: directive.line)
      }
    case .predict(let directive):
      return directive.runs.map { ShownRun(run: $0, promises: [], line: directive.line) }
    case .prose, .exercise, .takeaway: return []
    }
  }
}

/// A requirement that the prose of a lesson relies on, with its place.
package struct Promise: Sendable {
  package let criterion: Criterion

  /// Whether it is made of the seed shown alone, and not of others.
  package var isOfSeedShown = false
  package let line: Int
  package let column: Int
}

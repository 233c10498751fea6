import Experiments
import Lessons
import Tuning

extension SimulateDirective {
  /// The same with its metrics chosen by its section, where it does not name them.
  func choosingMetrics(in section: Lesson.Section) -> SimulateDirective {
    guard metrics.isEmpty else { return self }
    var chosen = self
    chosen.metrics = MetricChoice.names(
      of: simulation, promises, in: section, hasRowOfTheory: false)
    return chosen
  }

  /// What the lesson shows.
  package var runs: [Run] { [Run(simulation, settings, seed: seed)] }

  /// The run that was made.
  package func shown(_ outcomes: [Outcome]) -> ShownRuns {
    shown(outcomes.first ?? Outcome(), settings, seed)
  }

  /// Makes the run; other settings and another seed take the place of the lesson's own.
  package func run(_ other: Settings? = nil, seed: UInt64? = nil) async -> ShownRuns {
    let settings = other ?? self.settings
    let seed = seed ?? self.seed
    let outcome = await [Run(simulation, settings, seed: seed)].outcomes().first ?? Outcome()
    return shown(outcome, settings, seed)
  }

  private func shown(_ outcome: Outcome, _ settings: Settings, _ seed: UInt64) -> ShownRuns {
    ShownRuns(
      simulation: simulation, common: settings, varied: [], seed: seed,
      runs: [LabelledRun(label: "", settings: settings, outcome: outcome)],
      figures: figures.orFirst(of: simulation)
    ).inLesson(metrics)
  }
}

extension CompareDirective {
  /// The same with its metrics chosen by its section, where it does not name them.
  func choosingMetrics(in section: Lesson.Section) -> CompareDirective {
    guard metrics.isEmpty else { return self }
    var chosen = self
    chosen.metrics = MetricChoice.names(
      of: simulation, cases.flatMap(\.promises), in: section, hasRowOfTheory: true)
    return chosen
  }

  /// What the lesson shows.
  package var runs: [Run] { runs(seed: seed) }

  /// The runs that were made.
  package func shown(_ outcomes: [Outcome]) -> ShownRuns { shown(outcomes, seed) }

  /// Makes the runs; another seed takes the place of the lesson's own.
  package func run(seed: UInt64? = nil) async -> ShownRuns {
    let seed = seed ?? self.seed
    return shown(await runs(seed: seed).outcomes(), seed)
  }

  private func runs(seed: UInt64) -> [Run] {
    cases.map { Run(simulation, $0.settings, seed: seed) }
  }

  private func shown(_ outcomes: [Outcome], _ seed: UInt64) -> ShownRuns {
    let varied = simulation.knobs.map(\.name).filter { name in
      Set(cases.map { $0.settings[name] }).count > 1
    }
    let runs = zip(cases, outcomes).map { each, outcome in
      LabelledRun(label: each.label, settings: each.settings, outcome: outcome)
    }
    return ShownRuns(
      simulation: simulation, common: common, varied: varied, seed: seed, runs: runs,
      figures: figures.orFirst(of: simulation)
    ).inLesson(metrics)
  }
}

extension [String] {
  /// The names, or where there are none the simulation's first figure.
  fileprivate func orFirst(of simulation: any Simulation.Type) -> [String] {
    isEmpty ? Array(simulation.figures.prefix(1).map(\.name)) : self
  }
}

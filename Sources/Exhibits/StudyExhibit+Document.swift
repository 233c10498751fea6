import Experiments
import Tuning

extension StudyExhibit {
  /// Writes one search, or a list of several under `studies`.
  package func encode(to encoder: any Encoder) throws {
    let documents = searches.map(StudyDocument.init)
    guard documents.count > 1 else { return try documents[0].encode(to: encoder) }
    try ["studies": documents].encode(to: encoder)
  }
}

/// A knob with the part of it that was searched.
package struct SearchedKnob: Codable, Sendable, Hashable {
  package let knob: String
  package let low: Double?
  package let high: Double?
  package let scale: String?
  package let choices: [String]?

  package init(_ knob: any AnyKnob) {
    self.knob = knob.name
    low = knob.domain.bounds?.lowerBound
    high = knob.domain.bounds?.upperBound
    scale = knob.domain.bounds == nil ? nil : knob.domain.scale.rawValue
    choices = if case .choice(let names) = knob.domain { names } else { nil }
  }
}

/// A trial as other programs read it, and as a study file keeps it.
package struct TrialDocument: Encodable, Sendable {
  private let number: Int
  private let settings: [String: SettingValue]
  private let value: Nullable
  private let excesses: [Nullable]?
  private let feasible: Bool
  private let seed: UInt64
  private let cost: Cost

  package init(_ trial: StudyTrial) {
    number = trial.number
    settings = trial.settings.dictionary
    value = Nullable(trial.value)
    excesses = trial.excesses.isEmpty ? nil : trial.excesses.map(Nullable.init)
    feasible = trial.isFeasible
    seed = trial.seed
    cost = trial.cost
  }
}

private struct StudyDocument: Encodable {
  private struct Best: Encodable {
    struct Fresh: Encodable {
      let mean: Nullable
      let deviation: Nullable
      let seeds: Int
    }

    let number: Int
    let settings: [String: SettingValue]
    let value: Nullable
    let fresh: Fresh
  }

  private let simulation: String
  private let search: String
  private let over: [SearchedKnob]
  private let metric: String
  private let direction: String
  private let subjectTo: [String]
  private let seed: UInt64
  private let trials: [TrialDocument]
  private let best: Best?
  private let importance: [String: Double]?

  private enum Key: CodingKey {
    case simulation, search, over, metric, direction, subjectTo, seed, trials, best, importance
  }

  init(_ search: StudyExhibit.Search) {
    let (study, plan) = (search.study, search.study.plan)
    simulation = plan.simulation.name
    self.search = search.name
    over = plan.space.knobs.map(SearchedKnob.init)
    metric = plan.objective.metric.name
    direction = plan.objective.direction == .lower ? "minimize" : "maximize"
    subjectTo = plan.objective.constraints.map { $0.text }
    seed = plan.seed
    trials = study.trials.map(TrialDocument.init)
    best = study.best.map { best in
      Best(
        number: best.number, settings: best.settings.dictionary, value: Nullable(best.value),
        fresh: Best.Fresh(
          mean: Nullable(search.found?.mean), deviation: Nullable(search.found?.deviation),
          seeds: search.fresh.count))
    }
    importance = study.importance.map { shares in
      Dictionary(zip(plan.space.knobs.map(\.name), shares), uniquingKeysWith: { $1 })
    }
  }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(simulation, forKey: .simulation)
    try fields.encode(search, forKey: .search)
    try fields.encode(over, forKey: .over)
    try fields.encode(metric, forKey: .metric)
    try fields.encode(direction, forKey: .direction)
    try fields.encode(subjectTo, forKey: .subjectTo)
    try fields.encode(seed, forKey: .seed)
    try fields.encode(trials, forKey: .trials)
    // Also where there is none, so that nobody has to ask.
    try fields.encode(best, forKey: .best)
    try fields.encode(importance, forKey: .importance)
  }
}

extension Constraint {
  /// The constraint as it is typed.
  package var text: String {
    interval.text(of: metric.name).replacing("≤", with: "<=").replacing("≥", with: ">=")
  }
}

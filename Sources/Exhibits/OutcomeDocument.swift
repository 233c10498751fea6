import Experiments
import Tuning

/// A run as other programs read it.
struct OutcomeDocument: Encodable {
  private let simulation: String
  private let settings: [String: SettingValue]
  private let seed: UInt64
  private let metrics: [String: Nullable]
  private let theories: [String: TheoryDocument]
  private let figures: [Figure]
  private let findings: [FindingDocument]
  private let cost: Cost

  init(_ run: Run, _ outcome: Outcome) {
    simulation = run.simulation.name
    settings = run.settings.dictionary
    seed = run.seed
    metrics = run.simulation.metrics.byNames { Nullable(outcome[$0]) }
    theories = run.simulation.metrics.byNames { $0.theory.map(TheoryDocument.init) }
    figures = outcome.figures
    findings = outcome.findings.map(FindingDocument.init)
    cost = outcome.cost
  }
}

/// What theory says of a metric, as other programs read it.
struct TheoryDocument: Encodable, Sendable {
  /// The name of the metric that holds the value.
  let theory: String
  let theoryKind: String

  /// What it is a limit of.
  let theoryLimit: String?

  /// The largest error of an approximation, as a share.
  let theoryError: Double?

  init(_ theory: Theory) {
    self.theory = theory.metric
    theoryKind = theory.kind.name
    theoryLimit = theory.kind.limit
    theoryError = if case .approximation(let share) = theory.kind { share } else { nil }
  }
}

/// A finding as other programs read it.
struct FindingDocument: Encodable {
  private let code: String
  private let message: String
  private let predicted: Nullable
  private let measured: Nullable

  init(_ finding: Finding) {
    code = finding.code
    message = finding.message
    predicted = Nullable(finding.predicted)
    measured = Nullable(finding.measured)
  }
}

/// A number that is `null` in JSON where it is missing or not finite.
package struct Nullable: Encodable, Sendable {
  /// The number, finite where there is one.
  package let number: Double?

  /// The number, or none where it is not finite.
  package init(_ number: Double?) { self.number = number?.ifFinite }

  /// Writes the number, or `null`.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let number { try container.encode(number) } else { try container.encodeNil() }
  }
}

extension [Metric] {
  /// What is made of each, where there is something, under all names that it has and had.
  func byNames<Value>(_ value: (Metric) -> Value?) -> [String: Value] {
    let pairs = flatMap { metric in
      value(metric).map { value in metric.names.map { ($0, value) } } ?? []
    }
    return Dictionary(pairs, uniquingKeysWith: { $1 })
  }
}

extension Settings {
  /// Every knob's value by name.
  package var dictionary: [String: SettingValue] {
    Dictionary(values.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
  }
}

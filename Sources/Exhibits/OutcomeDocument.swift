import Experiments
import Tuning

/// A run as other programs read it.
struct OutcomeDocument: Encodable {
  private let simulation: String
  private let settings: [String: SettingValue]
  private let seed: UInt64
  private let metrics: [String: Nullable]
  private let figures: [Figure]
  private let findings: [FindingDocument]
  private let cost: Cost

  init(_ run: Run, _ outcome: Outcome) {
    simulation = run.simulation.name
    settings = run.settings.dictionary
    seed = run.seed
    metrics = Dictionary(
      run.simulation.metrics.map { ($0.name, Nullable(outcome[$0])) }, uniquingKeysWith: { $1 })
    figures = outcome.figures
    findings = outcome.findings.map(FindingDocument.init)
    cost = outcome.cost
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

extension Settings {
  /// Every knob's value by name.
  package var dictionary: [String: SettingValue] {
    Dictionary(values.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
  }
}

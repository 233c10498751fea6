import Experiments
import Tuning

/// A run as other programs read it.
struct OutcomeDocument: Encodable {
  private struct Picture: Encodable {
    struct Line: Encodable {
      let name: String
      let role: Figure.Role
      let x: [Double?]
      let y: [Double?]
    }

    let name: String
    let kind: Figure.Form
    let title: String
    let x: Figure.Axis
    let y: Figure.Axis
    let series: [Line]
    let markers: [Figure.Marker]?
    let field: Grid?
  }

  private struct Grid: Encodable {
    let x: [Double]
    let y: [Double]
    let columns: Int
    let values: [Double?]
    let levels: [Double]
  }

  private let simulation: String
  private let settings: [String: SettingValue]
  private let seed: UInt64
  private let metrics: [String: Nullable]
  private let figures: [Picture]
  private let findings: [FindingDocument]
  private let cost: Cost

  init(_ run: Run, _ outcome: Outcome) {
    simulation = run.simulation.name
    settings = run.settings.dictionary
    seed = run.seed
    metrics = Dictionary(
      run.simulation.metrics.map { ($0.name, Nullable(outcome[$0])) }, uniquingKeysWith: { $1 })
    figures = outcome.figures.map { figure in
      Picture(
        name: figure.name, kind: figure.form, title: figure.title, x: figure.x, y: figure.y,
        series: figure.series.map { series in
          Picture.Line(
            name: series.name, role: series.role, x: series.x.map(\.ifFinite),
            y: series.y.map(\.ifFinite))
        },
        markers: figure.markers.isEmpty ? nil : figure.markers,
        field: figure.field.map { field in
          Grid(
            x: [field.x.lowerBound, field.x.upperBound],
            y: [field.y.lowerBound, field.y.upperBound], columns: field.columns,
            values: field.values.map(\.ifFinite), levels: field.levels)
        })
    }
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
struct Nullable: Encodable {
  let number: Double?

  init(_ number: Double?) { self.number = number?.ifFinite }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let number { try container.encode(number) } else { try container.encodeNil() }
  }
}

extension Double {
  /// The number, or nil where it is not finite.
  var ifFinite: Double? { isFinite ? self : nil }
}

extension Settings {
  /// Every knob's value by name.
  var dictionary: [String: SettingValue] {
    Dictionary(values.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
  }
}

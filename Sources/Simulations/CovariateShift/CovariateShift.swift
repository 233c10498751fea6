import Experiments

/// A model fitted where rows were, and judged where rows are now.
///
/// Targets are x², without noise. Rows lie anywhere in [0, 1] when a line or a parabola is fitted, and in
/// [shift, 1 + shift] when it is used. Errors are taken over the whole of each interval.
package enum CovariateShift: Simulation {
  package static let name = "covariate-shift"
  package static let summary =
    "Rows move to where a model has never been: a line and a parabola fitted to a parabola"
  package static let usesChance = true

  /// What is fitted.
  enum Model: String, CaseIterable, KnobValue {
    case line, parabola

    /// How many numbers it has.
    var terms: Int { self == .line ? 2 : 3 }
  }

  // What it takes

  static let shift = Knob<Double>(
    "shift", .linear(0...2), default: 1, "how far the rows have moved, in widths of where they were"
  )
  static let model = Knob<Model>("model", default: .line, "what is fitted to the parabola")
  static let rows = Knob<Int>("rows", 10...2000, .log, default: 200, "how many rows are fitted")

  package static let knobs: [any AnyKnob] = [shift, model, rows]

  // What it gives

  /// An error, and what it comes to as rows grow many.
  private static func pair(_ name: String, _ summary: String) -> (
    measured: Metric, predicted: Metric
  ) {
    let predicted = Metric(
      "predicted-\(name)", "what \(name) comes to as rows grow many", isExact: true)
    return (
      Metric(name, summary, theory: .limit(predicted, as: rows, .grows), better: .lower), predicted
    )
  }

  static let oldError = pair("old-error", "mean squared error where the rows were")
  static let newError = pair("new-error", "mean squared error where the rows are now")
  static let refittedError = pair(
    "refitted-error", "new-error of the same model fitted to as many rows where they are now")

  package static let metrics = [
    newError.measured, newError.predicted, oldError.measured, oldError.predicted,
    refittedError.measured, refittedError.predicted,
  ]

  static let fitFigure = FigureKind("fit", "the parabola, the model, and the model fitted anew")
  static let errorFigure = FigureKind("error", "error by shift")

  package static let figures = [errorFigure, fitFigure]

  // What it finds

  static let breaks = FindingKind(
    "breaks", "by theory the error is over twice what it was where the rows were")
  static let holds = FindingKind(
    "holds", "by theory the error is at most twice what it was where the rows were")

  package static let findings = [breaks, holds]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let moved = MovedRows(
      shift: settings[shift], model: settings[model], rows: settings[rows], seed: seed)
    var outcome = Outcome()
    for (metric, value) in moved.values { outcome[metric] = value }
    outcome.findings = [moved.finding]
    outcome.draw { [moved.errorFigure, moved.fitFigure] }
    let terms = settings[model].terms
    outcome.cost = Cost(
      multiplyAdds: 2 * settings[rows] * terms * (terms + 1), bytes: 16 * settings[rows] * terms)
    return outcome
  }
}

import Experiments

/// How much of an outcome's variance each input explains, estimated from samples and known exactly.
///
/// The outcome is Ishigami's function of three inputs, sin x₁ + 7 sin² x₂ + x₃⁴ sin x₁/10, each even on
/// −π … π. The first-order index of an input is the share that it explains by itself, the total index
/// the share that would be left if all others were known. N samples take 5N evaluations.
package enum SensitivityIndices: Simulation {
  package static let name = "sensitivity-indices"
  package static let summary =
    "Sobol' indices of a function of three inputs, estimated from random or from even points"
  package static let usesChance = true

  /// How the points are chosen.
  enum Sampling: String, CaseIterable, KnobValue {
    /// Each on its own.
    case random
    /// Halton's sequence, moved by a random amount.
    case halton
  }

  /// How far off an index may be to count as settled.
  static let nearness = 0.1

  // What it takes

  static let samples = Knob<Int>(
    "samples", 32...4096, .log, default: 64, "how many samples are drawn; each is evaluated 5 times"
  )
  static let sampling = Knob<Sampling>(
    "sampling", default: .random, "how they are drawn: each by chance, or spread evenly")

  package static let knobs: [any AnyKnob] = [samples, sampling]

  // What it gives

  static let inputs = ["one", "two", "three"]

  static let exactFirst = inputs.map {
    Metric(
      "exact-first-\($0)", "what first-\($0) comes to with endless samples", .fixed(decimals: 3),
      isExact: true)
  }
  static let first = zip(inputs, exactFirst).map { input, exact in
    Metric(
      "first-\(input)", "share of the variance that input \(input) explains by itself",
      .fixed(decimals: 3), theory: .limit(exact, as: samples, .grows))
  }
  static let exactTotal = inputs.map {
    Metric(
      "exact-total-\($0)", "what total-\($0) comes to with endless samples", .fixed(decimals: 3),
      isExact: true)
  }
  static let total = zip(inputs, exactTotal).map { input, exact in
    Metric(
      "total-\(input)", "share of the variance in which input \(input) has a part",
      .fixed(decimals: 3), theory: .limit(exact, as: samples, .grows))
  }
  static let worstError = Metric(
    "worst-error", "how far the worst of the six indices is off", .fixed(decimals: 3),
    better: .lower)
  static let evaluations = Metric(
    "evaluations", "how often the function is evaluated: 5 times the samples", .count,
    better: .lower, isExact: true)

  package static let metrics =
    [worstError] + first + total + exactFirst + exactTotal + [evaluations]

  static let indicesFigure = FigureKind("indices", "the six indices, estimated and exact")
  static let errorFigure = FigureKind(
    "error", "root mean square error of the indices by the number of samples, both ways of drawing")

  package static let figures = [indicesFigure, errorFigure]

  // What it finds

  static let settled = FindingKind(
    "settled", "all six indices are within 0.1 of their exact values", explains: [worstError])
  static let unsettled = FindingKind(
    "unsettled", "one of the six indices is over 0.1 off", explains: [worstError])
  static let belowNothing = FindingKind(
    "below-nothing", "an estimated share is below 0, as only an estimate can be", explains: first)
  static let interaction = FindingKind(
    "interaction", "always: what the third input does by itself, and with the first",
    explains: first + total)

  package static let findings = [settled, unsettled, belowNothing, interaction]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let design = SampledDesign(
      samples: settings[samples], sampling: settings[sampling], seed: seed)
    var outcome = Outcome()
    for (metric, value) in design.values { outcome[metric] = value }
    outcome.findings = design.findings
    outcome.draw { [design.indicesFigure, design.errorFigure] }
    outcome.cost = Cost(
      multiplyAdds: 40 * 5 * settings[samples], bytes: 8 * 11 * settings[samples])
    return outcome
  }
}

import Experiments
import Tuning

/// Looking at one point again and again, where every look has noise.
///
/// A value is drawn from N(0, 1), and each look adds noise to it. A Gaussian process that takes the noise
/// for larger or smaller than it is says what the value is, and how sure it is of that. How far off it is
/// in truth is measured over 400 values.
package enum RepeatedLook: Simulation {
  package static let name = "repeated-look"
  package static let summary =
    "Noisy looks at one point: how sure the model is of the value, and how far off it is"
  package static let usesChance = true

  /// How many values are drawn.
  static let draws = 400

  // What it takes

  static let looks = Knob<Int>(
    "looks", 1...50, .log, default: 2, "how often the point is looked at")
  static let noise = Knob<Double>(
    "noise", .log(0.01...1), default: 0.3, "the standard deviation of the noise in a look")
  static let assumedNoise = Knob<Double>(
    "assumed-noise", .log(1e-6...1), default: 1e-6, "what the model takes for its variance")

  package static let knobs: [any AnyKnob] = [looks, noise, assumedNoise]

  // What it gives

  static let predictedError = Metric(
    "predicted-error", "what error comes to over very many values", isExact: true)
  static let error = Metric(
    "error", "how far off the model's mean is, root mean square of 400 values",
    theory: .approximation(predictedError, within: 0.01), better: .lower)
  static let predictedClaimedError = Metric(
    "predicted-claimed-error", "√(α/(k + α)) for k looks and an assumed variance α", isExact: true)
  static let claimedError = Metric(
    "claimed-error", "the model's standard deviation: how far off it thinks that it is",
    theory: .exact(predictedClaimedError), isExact: true)

  package static let metrics = [error, predictedError, claimedError, predictedClaimedError]

  static let looksFigure = FigureKind("looks", "both errors by the number of looks")

  package static let figures = [looksFigure]

  // What it finds

  static let overconfident = FindingKind(
    "overconfident", "in expectation the error is over twice what the model claims")
  static let honest = FindingKind(
    "honest", "in expectation the error is at most twice what the model claims, and at least half")
  static let timid = FindingKind(
    "timid", "in expectation the error is under half of what the model claims")

  package static let findings = [overconfident, honest, timid]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let point = RepeatedPoint(settings, seed: seed)
    let measured = point.measured
    var outcome = Outcome()
    outcome[error] = measured.error
    outcome[predictedError] = point.predictedError
    outcome[claimedError] = measured.claimed
    outcome[predictedClaimedError] = point.predictedClaimedError
    outcome.findings = [point.finding(measured.error)]
    outcome.draw { [point.looksFigure] }
    let count = settings[looks]
    outcome.cost = Cost(
      updates: draws * count, multiplyAdds: draws * count * (count + 12),
      bytes: 8 * (count * count + draws))
    return outcome
  }
}

import Experiments
import Tuning

/// What a Gaussian process makes of five values.
///
/// Mean and deviation at one place, and how likely the five values are under a length-scale: once by the
/// factor of all of them, once as a product of what each was expected to be after those before it.
package enum PosteriorCurve: Simulation {
  package static let name = "posterior-curve"
  package static let summary =
    "A Gaussian process that knows five values: what it expects elsewhere, and how likely they are"
  package static let usesChance = false

  /// Where the values are known, and what they are.
  static let places = [0.1, 0.3, 0.45, 0.7, 0.9]
  static let values = [0.5, -0.2, -0.9, 0.1, 0.8]

  /// How alike the values of a curve are by their distance.
  enum Shape: String, CaseIterable, KnobValue {
    /// Curves that have two derivatives.
    case matern
    /// Curves without any kink.
    case rbf
  }

  // What it takes

  static let lengthScale = Knob<Double>(
    "length-scale", .log(0.02...2), default: 0.2,
    "the distance over which values are expected to be alike")
  static let kernel = Knob<Shape>(
    "kernel", default: .matern, "how alike values are by distance: Matérn 5/2 or e^(−r²/2)")
  static let noise = Knob<Double>(
    "noise", .log(1e-6...1), default: 1e-4,
    "the variance of the noise that values are taken to have")
  static let place = Knob<Double>(
    "place", .linear(0...1), default: 0.2, "the x at which mean and deviation are told")

  package static let knobs: [any AnyKnob] = [lengthScale, kernel, noise, place]

  // What it gives

  static let mean = Metric("mean", "what the curve is expected to be at the place")
  static let nearestDeviation = Metric(
    "nearest-deviation", "the deviation there if only the nearest value were known")
  static let deviation = Metric(
    "deviation", "the standard deviation of the curve there", theory: .upperBound(nearestDeviation),
    better: .lower)
  static let stepwiseLikelihood = Metric(
    "stepwise-log-likelihood",
    "the sum of the values' log densities, each as expected after those before it")
  static let likelihood = Metric(
    "log-likelihood", "the logarithm of the density of the five values together",
    theory: .exact(stepwiseLikelihood), better: .higher)
  static let bestLength = Metric(
    "best-length-scale", "the likeliest of 81 length-scales for this kernel and noise")

  package static let metrics = [
    mean, deviation, nearestDeviation, likelihood, stepwiseLikelihood, bestLength,
  ]

  static let posteriorFigure = FigureKind(
    "posterior", "the values, and what the process expects everywhere")
  static let likelihoodFigure = FigureKind(
    "likelihood", "how likely the values are by length-scale, for both kernels")

  package static let figures = [posteriorFigure, likelihoodFigure]

  // What it finds

  private static let fit = [likelihood, stepwiseLikelihood, bestLength]

  static let tooRough = FindingKind(
    "too-rough", "a longer length-scale makes the values over e times as likely", explains: fit)
  static let plausible = FindingKind(
    "plausible", "no length-scale makes the values over e times as likely", explains: fit)
  static let tooSmooth = FindingKind(
    "too-smooth", "a shorter length-scale makes the values over e times as likely", explains: fit)

  package static let findings = [tooRough, plausible, tooSmooth]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    var outcome = Outcome()
    guard let posterior = FivePoints(settings).posterior else { return outcome }
    for (metric, value) in posterior.values { outcome[metric] = value }
    outcome.findings = posterior.findings
    outcome.draw { [posterior.posteriorFigure, posterior.likelihoodFigure] }
    outcome.cost = Cost(multiplyAdds: 82 * 200, bytes: 8 * 100)
    return outcome
  }
}

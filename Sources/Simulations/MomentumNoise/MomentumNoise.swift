import Experiments
import Learning
import Numerics

/// The heavy ball in a noisy bowl: what momentum does to speed, and what to noise.
///
/// The loss is ½w², its minimum 0 at 0; w starts at 5, and every slope is off by a standard normal
/// draw of its own. Many chains take the steps side by side. Theory is the exact recursion of their
/// mean and covariance.
package enum MomentumNoise: Simulation {
  package static let name = "momentum-noise"
  package static let summary =
    "Descending a noisy bowl with momentum: faster at the start, louder at the end"
  package static let usesChance = true

  // What it takes

  static let learningRate = Knob<Double>(
    "learning-rate", .log(0.001...1.9), default: 0.1, "what the velocity is multiplied by")
  static let momentum = Knob<Double>(
    "momentum", .linear(0...0.99), default: 0.9, "share of the velocity kept at each step")
  static let steps = Knob<Int>("steps", 10...1000, .log, default: 200, "how many steps are taken")

  package static let knobs: [any AnyKnob] = [learningRate, momentum, steps]

  // What it gives

  static let predictedSquaredError = Metric(
    "predicted-squared-error", "what squared-error is in expectation", isExact: true)
  static let squaredError = Metric(
    "squared-error", "squared distance from the minimum at the end, mean of 2048 chains",
    theory: .expectation(predictedSquaredError), better: .lower)
  static let startLeft = Metric(
    "start-left", "the part of predicted-squared-error that is left of the start", .scientific,
    isExact: true)
  static let noiseFloor = Metric(
    "noise-floor", "the variance that stays for ever: η(1 + β)/((1 − β)(2(1 + β) − η))",
    isExact: true)
  static let plainFloor = Metric(
    "plain-floor", "the same without momentum at this rate: η/(2 − η)", isExact: true)
  static let effectiveRate = Metric(
    "effective-rate", "learning-rate/(1 − momentum): what a steady slope adds up to",
    isExact: true)

  package static let metrics = [
    squaredError, predictedSquaredError, startLeft, noiseFloor, plainFloor, effectiveRate,
  ]

  static let errorFigure = FigureKind("error", "squared error, step by step")
  static let chainsFigure = FigureKind("chains", "the way of two chains, and how far chains spread")

  package static let figures = [errorFigure, chainsFigure]
  package static let time: (any AnyKnob)? = steps
  package static let timeFigures = [errorFigure, chainsFigure]

  // What it finds

  private static let errors = [squaredError, predictedSquaredError]

  static let startRemains = FindingKind(
    "start-remains", "most of the error by theory is left of the start",
    explains: errors + [startLeft])
  static let noiseRemains = FindingKind(
    "noise-remains", "most of the error by theory is noise",
    explains: errors + [noiseFloor, plainFloor])

  package static let findings = [startRemains, noiseRemains]

  // How

  /// How many independent runs the error is averaged over.
  static let chains = 2048

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let theory = NoisyHeavyBall(rate: settings[learningRate], momentum: settings[momentum])
    let run = Chains(
      theory, steps: settings[steps], stream: RandomStream(seed: seed, "noise"))
    let end = run.predicted.last ?? NoisyHeavyBall.State()

    var outcome = Outcome()
    outcome[squaredError] = run.error
    outcome[predictedSquaredError] = end.squaredError
    outcome[startLeft] = end.mean * end.mean
    outcome[noiseFloor] = theory.noiseFloor
    outcome[plainFloor] = NoisyHeavyBall(rate: theory.rate, momentum: 0).noiseFloor
    outcome[effectiveRate] = theory.effectiveRate
    outcome.findings = [run.finding]
    outcome.draw {
      let way = run.way
      return [run.errorFigure(way), run.chainsFigure(way)]
    }
    outcome.cost = Cost(
      gradientEvaluations: chains * settings[steps], updates: settings[steps],
      multiplyAdds: 5 * chains * settings[steps],
      bytes: 24 * chains + 72 * (settings[steps] + 1))
    return outcome
  }
}

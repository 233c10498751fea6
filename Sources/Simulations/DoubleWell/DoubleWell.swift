import Experiments
import Learning

/// Noisy gradient descent that begins in the poorer of two valleys.
///
/// One parameter, a loss made of three pieces of parabolas: a poor minimum of loss 0.4, a barrier
/// 0.09 above it, and behind that a good minimum of loss 0. The slope of a batch of B samples is off
/// by a normal error of deviation 3/√B. All chains begin in the poor minimum. The law of a single
/// chain is computed on a fine grid, so theory needs no chain; it holds for this landscape alone.
package enum DoubleWell: Simulation {
  package static let name = "double-well"
  package static let summary =
    "Descent from a poor minimum beside a good one: when the noise of batches leads out of it"
  package static let usesChance = true

  // What it takes

  static let batchSize = Knob<Int>(
    "batch-size", 1...256, .log, default: 4, "how many samples an update averages")
  static let learningRate = Knob<Double>(
    "learning-rate", .log(0.02...0.5), default: 0.1, "length of a step per unit of slope")
  static let steps = Knob<Int>("steps", 10...1000, .log, default: 500, "how many steps are taken")

  package static let knobs: [any AnyKnob] = [batchSize, learningRate, steps]

  // What it gives

  static let predictedShare = Metric(
    "predicted-share", "what good-share is in expectation, from the law of a chain",
    .fixed(decimals: 3), isExact: true, kind: .share)
  static let goodShare = Metric(
    "good-share", "share of 256 chains that end on the good side of the barrier",
    .fixed(decimals: 3), theory: .expectation(predictedShare), better: .higher, kind: .share)
  static let longRunShare = Metric(
    "long-run-share", "that share after endless training, by Boltzmann's law for small rates",
    .fixed(decimals: 3), isExact: true, kind: .share)
  static let barrierOverNoise = Metric(
    "barrier-over-noise", "barrier above the poor minimum over ησ²/(2B), the noise's temperature",
    isExact: true)

  package static let metrics = [goodShare, predictedShare, longRunShare, barrierOverNoise]

  static let shareFigure = FigureKind("share", "share of chains in the good valley by step")
  static let landscapeFigure = FigureKind(
    "landscape", "the loss, and where the first 64 chains end")
  static let densityFigure = FigureKind(
    "density", "where a chain is likely to be by step, and the way of one")

  package static let figures = [shareFigure, landscapeFigure, densityFigure]
  package static let time: (any AnyKnob)? = steps
  package static let timeFigures = [shareFigure, densityFigure]

  // What it finds

  static let stuck = FindingKind(
    "stuck", "by theory less than a tenth of the chains end in the good valley", explains: metrics)
  static let onTheWay = FindingKind(
    "on-the-way", "chains are still crossing: more steps would bring more of them over",
    explains: metrics)
  static let settled = FindingKind(
    "settled", "by theory at least nine tenths of the chains end in the good valley",
    explains: metrics)
  static let wandering = FindingKind(
    "wandering", "chains cross the barrier in both directions, so the good valley keeps not all",
    explains: metrics)

  package static let findings = [stuck, onTheWay, settled, wandering]

  // How

  /// How many independent runs there are.
  static let chains = 256

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let walk = NoisyWalk(rate: settings[learningRate], batchSize: settings[batchSize])
    let steps = settings[steps]
    let law = ChainLaw(walk, steps: steps)
    let chains = WellChains(walk, steps: steps, seed: seed)
    var outcome = Outcome()
    outcome[goodShare] = chains.shares[steps]
    outcome[predictedShare] = law.shares[steps]
    outcome[longRunShare] = walk.longRunShare
    outcome[barrierOverNoise] = walk.barrierOverNoise
    outcome.findings = [chains.finding(law)]
    outcome.draw { [chains.shareFigure(law), chains.landscapeFigure, chains.densityFigure(law)] }
    outcome.cost = Cost(
      gradientEvaluations: Self.chains * steps * walk.batchSize, updates: Self.chains * steps,
      multiplyAdds: 3 * Self.chains * steps + law.multiplyAdds,
      bytes: 8 * (law.numbers + Self.chains + 5 * (steps + 1)))
    return outcome
  }
}

import Experiments
import Learning
import Numerics

/// Estimating a mean from a fixed budget of samples, in batches.
///
/// The loss of an example xᵢ is ½(w − xᵢ)²; the 512 examples of a seed are standardized to mean 0
/// and variance 1, and w starts at 5. A batch of B samples makes one update, so samples that do not
/// fill a batch at the end of the budget are not used. Under `epoch-shuffle`, an epoch ends when
/// fewer than B examples are left, and these are left out of it.
package enum BatchNoise: Simulation {
  package static let name = "batch-noise"
  package static let summary =
    "Estimating a mean from a budget of samples: many noisy updates or a few quiet ones"
  package static let usesChance = true

  /// How the examples of a batch are chosen.
  enum Sampling: String, CaseIterable, KnobValue {
    /// Each on its own, from all examples.
    case withReplacement = "with-replacement"
    /// All examples in random order, one after another; then in another order.
    case epochShuffle = "epoch-shuffle"
  }

  // What it takes

  static let batchSize = Knob<Int>(
    "batch-size", 1...256, .log, default: 32, "how many samples an update averages")
  static let learningRate = Knob<Double>(
    "learning-rate", .log(0.001...1.9), default: 0.1, "length of a step per unit of slope")
  static let samples = Knob<Int>(
    "samples", 100...20_000, .log, default: 2000, "how many samples may be used in all")
  static let sampling = Knob<Sampling>(
    "sampling", default: .withReplacement, "how the samples of a batch are drawn")

  package static let knobs: [any AnyKnob] = [batchSize, learningRate, samples, sampling]

  // What it gives

  static let predictedSquaredError = Metric(
    "predicted-squared-error", "what squared-error is in expectation", isExact: true)
  static let squaredError = Metric(
    "squared-error", "squared distance from the mean at the end, averaged over 256 chains",
    theory: .expectation(predictedSquaredError), better: .lower)
  static let predictedGradientVariance = Metric(
    "predicted-gradient-variance",
    "1/B with replacement, times (512 − B)/511 without", isExact: true)
  static let gradientVariance = Metric(
    "gradient-variance", "variance of a batch's mean gradient at the start, over 1024 batches",
    theory: .expectation(predictedGradientVariance))
  static let noiseFloor = Metric(
    "noise-floor", "squared error that independent batches never get below at this rate",
    isExact: true)
  static let updates = Metric(
    "updates", "whole batches in the budget", .count, isExact: true)

  package static let metrics = [
    squaredError, predictedSquaredError, gradientVariance, predictedGradientVariance, noiseFloor,
    updates,
  ]

  static let varianceFigure = FigureKind("variance", "gradient variance against batch size")
  static let errorFigure = FigureKind("error", "squared error against samples used")
  static let noiseBallFigure = FigureKind(
    "noise-ball", "the way of three chains, and how far chains spread by theory")

  package static let figures = [varianceFigure, errorFigure, noiseBallFigure]
  package static let time: (any AnyKnob)? = samples
  package static let timeFigures = [errorFigure, noiseBallFigure]

  // What it finds

  static let tooFewUpdates = FindingKind(
    "too-few-updates",
    "no update, or over twice the least error any rate reaches, mostly what is left of the start",
    explains: [squaredError, predictedSquaredError])
  static let noiseDominates = FindingKind(
    "noise-dominates",
    "more than twice the least error any rate reaches, mostly the noise of the batches",
    explains: [squaredError, predictedSquaredError])
  static let balanced = FindingKind(
    "balanced", "at most twice the least error any rate reaches in as many updates, of one or more",
    explains: [squaredError, predictedSquaredError])
  static let updateCount = FindingKind(
    "update-count", "always: how many batches the samples fill, and what is left of them",
    explains: [updates])

  package static let findings = [tooFewUpdates, noiseDominates, balanced, updateCount]

  // How

  /// How many independent runs the error is averaged over; they share nothing but the examples.
  static let chains = 256

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let sampling = settings[sampling]
    let examples = standardizedExamples(seed: seed)
    let theory = MeanEstimation(
      rate: settings[learningRate], batchSize: settings[batchSize], sampling: sampling)
    let estimate = Estimate(
      theory, updates: settings[samples] / settings[batchSize],
      order: Order(examples, sampling), seed: seed)
    let noise = GradientNoise(
      theory, order: Order(examples, sampling), stream: RandomStream(seed: seed, "gradient"))

    var outcome = Outcome()
    outcome[squaredError] = estimate.squaredError
    outcome[predictedSquaredError] = theory.squaredError(after: estimate.updates)
    outcome[gradientVariance] = noise.variance(at: theory.batchSize)
    outcome[predictedGradientVariance] = theory.gradientVariance
    outcome[noiseFloor] = theory.noiseFloor
    outcome[updates] = Double(estimate.updates)
    outcome.findings = [estimate.finding(sampling), estimate.countFinding(settings[samples])]
    outcome.draw {
      [
        noise.figure(theory, sampling), estimate.errorFigure(sampling), estimate.noiseBallFigure,
      ]
    }
    outcome.cost = estimate.cost(and: noise)
    return outcome
  }

  /// Normal draws, shifted and scaled to mean 0 and variance 1, so that theory is exact.
  static func standardizedExamples(seed: UInt64) -> [Double] {
    var stream = RandomStream(seed: seed, "data")
    var examples = stream.normals(MeanEstimation.examples)
    let count = Double(examples.count)
    let mean = examples.reduce(0, +) / count
    for index in examples.indices { examples[index] -= mean }
    let deviation = Elementary.squareRoot(examples.reduce(0) { $0 + $1 * $1 } / count)
    for index in examples.indices { examples[index] /= deviation }
    return examples
  }

  /// All chains of a run, and where they end.
  struct Estimate {
    let theory: MeanEstimation
    let updates: Int

    /// The updates after which the chains were looked at: evenly spaced, the last one included.
    let recorded: [Int]

    /// The mean of w² over the chains at those updates.
    let errors: [Double]

    /// The positions of the first chains at those updates.
    let paths: [[Double]]

    init(_ theory: MeanEstimation, updates: Int, order: Order, seed: UInt64) {
      let every = max(1, (updates + 998) / 999)
      var recorded = Array(stride(from: 0, to: updates, by: every))
      recorded.append(updates)
      var sums = [Double](repeating: 0, count: recorded.count)
      var paths: [[Double]] = []
      for chain in 0..<BatchNoise.chains {
        let path = Self.path(
          theory, recorded, order, RandomStream(seed: seed, "order", chain))
        for index in path.indices { sums[index] += path[index] * path[index] }
        if chain < 3 { paths.append(path) }
      }
      self.theory = theory
      self.updates = updates
      self.recorded = recorded
      errors = sums.map { $0 / Double(BatchNoise.chains) }
      self.paths = paths
    }

    /// The positions of one chain at the updates to be recorded.
    private static func path(
      _ theory: MeanEstimation, _ recorded: [Int], _ order: Order, _ stream: RandomStream
    ) -> [Double] {
      var order = order
      var stream = stream
      var weight = MeanEstimation.start
      var done = 0
      return recorded.map { update in
        for _ in done..<update {
          let gradient = weight - order.batchMean(theory.batchSize, from: &stream)
          weight -= theory.rate * gradient
        }
        done = update
        return weight
      }
    }

    var squaredError: Double { errors.last ?? MeanEstimation.start * MeanEstimation.start }

    func cost(and noise: GradientNoise) -> Cost {
      let samples = BatchNoise.chains * updates * theory.batchSize
      let steps = BatchNoise.chains * updates
      return Cost(
        gradientEvaluations: samples + noise.evaluations, updates: steps,
        multiplyAdds: samples + 2 * steps + noise.evaluations,
        bytes: 8 * (2 * MeanEstimation.examples + (3 + paths.count) * recorded.count))
    }
  }
}

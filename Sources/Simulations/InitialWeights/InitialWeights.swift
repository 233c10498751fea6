import Experiments
import Learning

/// The size of the signal and of the gradient in deep networks with random weights.
///
/// Eight networks, every layer as wide as the next, without biases. A random input with second
/// moment 1 goes forward, a random gradient with second moment 1 goes back. Theory is the layer's
/// factor in the second moment: nσ²/2 for ReLU, and an integral over the normal distribution for
/// the others. A small network is trained too, to see whether its units come to differ.
package enum InitialWeights: Simulation {
  package static let name = "initial-weights"
  package static let summary =
    "Size of the signal and of the gradient through many layers, by the initial weights"
  package static let usesChance = true

  /// Where the weights come from; a layer has as many inputs as outputs, n.
  enum Scheme: String, CaseIterable, KnobValue {
    case zeros
    /// A normal distribution with the chosen deviation.
    case normal
    /// Uniform with variance 2/(n + n).
    case glorot
    /// Normal with variance 2/n.
    case he
    /// Normal with variance 1/n.
    case lecun
  }

  /// What every unit does.
  enum Unit: String, CaseIterable, KnobValue {
    case relu
    case tanh
    case sigmoid
    case identity
  }

  // What it takes

  static let scheme = Knob<Scheme>(
    "scheme", default: .normal, "the law that the initial weights are drawn from")
  static let deviation = Knob<Double>(
    "deviation", .log(0.02...2), default: 0.05,
    "standard deviation of the weights for the scheme normal; the others set their own")
  static let width = Knob<Int>("width", 2...256, .log, default: 64, "how many units a layer has")
  static let depth = Knob<Int>("depth", 1...50, default: 20, "how many layers there are")
  static let activation = Knob<Unit>("activation", default: .relu, "what every unit does")

  package static let knobs: [any AnyKnob] = [scheme, deviation, width, depth, activation]

  // What it gives

  static let predictedSignal = Metric(
    "predicted-signal-ratio",
    "what signal-ratio is with normal weights; with tanh and sigmoid, in wide layers",
    isExact: true)
  static let signal = Metric(
    "signal-ratio", "second moment of the signal, end over start: geometric mean of 8 networks",
    theory: .limit(predictedSignal, as: width, .grows))
  static let predictedMean = Metric(
    "predicted-mean-ratio",
    "what mean-ratio is in expectation; with tanh and sigmoid, in wide layers",
    isExact: true)
  static let mean = Metric(
    "mean-ratio", "the same, arithmetic mean of the 8 networks",
    theory: .limit(predictedMean, as: width, .grows))
  static let spread = Metric(
    "spread", "largest signal ratio of the 8 networks over the smallest")
  static let predictedGradient = Metric(
    "predicted-gradient-ratio",
    "what gradient-ratio is with normal weights; with tanh and sigmoid, in wide layers",
    isExact: true)
  static let gradient = Metric(
    "gradient-ratio", "second moment of the gradient, first layer over last: geometric mean of 8",
    theory: .limit(predictedGradient, as: width, .grows))
  static let weightDeviation = Metric(
    "weight-deviation", "standard deviation of the weights", isExact: true)
  static let distinctUnits = Metric(
    "distinct-units", "of 8 hidden units of a small network, how many differ after 100 steps",
    .count)

  package static let metrics = [
    signal, predictedSignal, mean, predictedMean, spread, gradient, predictedGradient,
    weightDeviation, distinctUnits,
  ]

  static let signalFigure = FigureKind(
    "signal", "second moment of the signal, layer by layer: geometric mean of the networks")
  static let gradientFigure = FigureKind(
    "gradient", "second moment of the gradient, layer by layer: geometric mean of the networks")
  static let networksFigure = FigureKind(
    "networks", "second moment of the signal in each of five networks, layer by layer")
  static let unitsFigure = FigureKind(
    "units", "incoming weights of the small network's units, before and after 100 steps")

  package static let figures = [signalFigure, gradientFigure, networksFigure, unitsFigure]

  // What it finds

  private static let sizes = [signal, predictedSignal, mean, predictedMean, spread]
  private static let gradients = [gradient, predictedGradient]

  static let vanishing = FindingKind(
    "vanishing", "signal or gradient keeps less than a tenth of its second moment",
    explains: sizes + gradients)
  static let exploding = FindingKind(
    "exploding", "the second moment of signal or gradient grows more than tenfold",
    explains: sizes + gradients)
  static let steady = FindingKind(
    "steady", "signal and gradient keep their second moments within a factor of ten",
    explains: sizes + gradients)
  static let symmetric = FindingKind(
    "symmetric-units", "the units of the small network stayed copies of each other",
    explains: [distinctUnits])

  package static let findings = [vanishing, exploding, steady, symmetric]

  // How

  /// How many networks a run draws.
  static let networks = 8

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let law = WeightLaw(
      settings[scheme], deviation: settings[deviation], width: settings[width])
    let (depth, unit) = (settings[depth], settings[activation])
    let passes = (0..<networks).map {
      LayerPass(law, unit, depth: depth, seed: seed, network: $0)
    }
    let theory = SignalTheory(law, unit, depth: depth)
    let symmetry = SymmetryTraining(law, unit, seed: seed)
    let found = InitialRun(law: law, unit: unit, passes: passes, theory: theory)

    var outcome = Outcome()
    outcome[signal] = found.signal
    outcome[predictedSignal] = theory.typicalSignal
    outcome[mean] = found.mean
    outcome[predictedMean] = theory.signals.last
    outcome[spread] = found.spread
    outcome[gradient] = found.gradient
    outcome[predictedGradient] = theory.typicalGradient
    outcome[weightDeviation] = law.deviation
    outcome[distinctUnits] = Double(symmetry.distinctUnits)
    outcome.findings = [found.finding] + symmetry.findings
    outcome.draw {
      [found.signalFigure, found.gradientFigure, found.networksFigure, symmetry.figure]
    }
    let weights = law.width * law.width * depth
    outcome.cost = Cost(
      gradientEvaluations: networks + symmetry.cost.gradientEvaluations,
      updates: symmetry.cost.updates,
      multiplyAdds: 2 * networks * weights + symmetry.cost.multiplyAdds,
      bytes: 8 * (weights + networks * 2 * (depth + 1)) + symmetry.cost.bytes)
    return outcome
  }
}

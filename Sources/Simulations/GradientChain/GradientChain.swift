import Experiments
import Learning

/// A gradient on its way back through a chain of layers with one unit each.
///
/// Every layer takes the value below times the weight and applies the activation; there are no
/// biases, and the input is 1. The gradient of the output in a layer's input is the product of
/// weight times slope over the layers above. Its bound takes the largest slope there is; its factor
/// a layer, in the long run, follows from where the signal settles.
package enum GradientChain: Simulation {
  package static let name = "gradient-chain"
  package static let summary =
    "A gradient on its way back through many layers: it vanishes, keeps its size or explodes"
  package static let usesChance = false

  /// What every unit does.
  enum Unit: String, CaseIterable, KnobValue {
    case sigmoid
    case tanh
    case relu
    case identity
  }

  // What it takes

  static let activation = Knob<Unit>("activation", default: .sigmoid, "what every unit does")
  static let depth = Knob<Int>("depth", 1...50, default: 10, "how many layers there are")
  static let weight = Knob<Double>(
    "weight", .log(0.1...10), default: 2, "by what every layer multiplies the value below it")

  package static let knobs: [any AnyKnob] = [activation, depth, weight]

  // What it gives

  static let gradient = Metric(
    "gradient", "gradient of the output in the input of the first layer", .scientific)
  static let bound = Metric(
    "bound", "what gradient can at most be: (largest slope · weight) to the power of depth",
    .scientific)
  static let predictedFactor = Metric(
    "predicted-factor", "weight · slope where the signal settles in the long run",
    .fixed(decimals: 4))
  static let factor = Metric(
    "factor", "weight · slope at the last layer", .fixed(decimals: 4),
    theory: .limit(predictedFactor, as: depth, .grows))
  static let layersToThousandth = Metric(
    "layers-to-thousandth", "layers after which, going back, a thousandth or less is left",
    .count, absent: "never")

  package static let metrics = [gradient, bound, factor, predictedFactor, layersToThousandth]

  static let gradientFigure = FigureKind("gradient", "gradient of the output at every layer")
  static let signalFigure = FigureKind("signal", "the signal after every layer")

  package static let figures = [gradientFigure, signalFigure]

  // What it finds

  private static let sizes = [gradient, bound, factor, predictedFactor, layersToThousandth]

  static let vanishing = FindingKind(
    "vanishing-gradient", "a hundredth or less of the gradient reaches the first layer",
    explains: sizes)
  static let exploding = FindingKind(
    "exploding-gradient", "the gradient at the first layer is 100 times as large or more",
    explains: sizes)
  static let keeping = FindingKind(
    "steady-gradient", "between a hundredth and a hundred times of the gradient arrives",
    explains: sizes)

  package static let findings = [vanishing, exploding, keeping]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let chain = UnitChain(
      settings[activation], weight: settings[weight], depth: settings[depth])
    var outcome = Outcome()
    outcome[gradient] = chain.gradient
    outcome[bound] = chain.bound
    outcome[factor] = chain.factors.last
    outcome[predictedFactor] = chain.predictedFactor
    outcome[layersToThousandth] = chain.layersToThousandth.map(Double.init)
    outcome.findings = [chain.finding]
    outcome.draw { [chain.gradientFigure, chain.signalFigure] }
    outcome.cost = Cost(
      gradientEvaluations: 1, multiplyAdds: 3 * settings[depth], bytes: 24 * (settings[depth] + 1))
    return outcome
  }
}

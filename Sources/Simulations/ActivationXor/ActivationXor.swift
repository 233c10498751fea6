import Experiments
import Learning

/// Twenty-four small networks learn XOR: which activation functions can, how often and how fast.
///
/// Four points, the corners of a square, the target 1 where the signs of the coordinates differ and
/// −1 where they agree. Each network is 2-H-1 with a linear output, squared error and gradient
/// descent on all four points at once; the networks of a run differ only in their initial weights,
/// drawn uniformly within ±1/√inputs, biases too.
package enum ActivationXor: Simulation {
  package static let name = "activation-xor"
  package static let summary =
    "Twenty-four small networks learn XOR: which activations can, how often, how fast"
  package static let usesChance = true

  /// How many networks a run trains.
  static let networks = 24

  /// The squared error under which a network has solved it: every corner is then on its own side.
  static let solvedLoss = 0.1

  /// How many networks have to solve it for a setting to count as reliable.
  static let reliableCount = 22

  /// The part of the largest slope under which a slope counts as flat.
  static let flatness = 0.01

  /// The activation functions to choose from.
  enum Function: String, CaseIterable, KnobValue {
    case identity, sigmoid, tanh, relu, gelu
    case leakyReLU = "leaky-relu"
  }

  // What it takes

  static let activation = Knob<Function>(
    "activation", default: .sigmoid, "what each hidden unit makes of its weighted sum")
  static let hiddenUnits = Knob<Int>(
    "hidden-units", 1...16, .log, default: 3, "how many hidden units each network has")
  static let learningRate = Knob<Double>(
    "learning-rate", .log(0.001...1), default: 0.01, "length of a step per unit of slope")
  static let epochs = Knob<Int>(
    "epochs", 10...1000, .log, default: 300, "how many steps each network takes")

  package static let knobs: [any AnyKnob] = [activation, hiddenUnits, learningRate, epochs]

  // What it gives

  static let solved = Metric(
    "solved", "how many of the 24 networks end with a squared error under 0.1", .count,
    better: .higher)
  static let epochsToSolve = Metric(
    "epochs-to-solve", "first epoch under 0.1, the median of the networks that end there", .count,
    better: .lower,
    absent: "never")
  static let predictedLowestLoss = Metric(
    "predicted-lowest-loss", "what no network of this shape can get below", .fixed(decimals: 3),
    isExact: true)
  static let lowestLoss = Metric(
    "lowest-loss", "lowest squared error that any of the 24 networks ends with",
    .fixed(decimals: 3), theory: .lowerBound(predictedLowestLoss), absent: "overflow")
  static let medianLoss = Metric(
    "median-loss", "squared error at the end, the median of the 24 networks", .fixed(decimals: 3),
    better: .lower,
    absent: "overflow")
  static let predictedLargestSlope = Metric(
    "predicted-largest-slope", "largest slope of the activation function by its formula",
    .fixed(decimals: 3), isExact: true)
  static let largestSlope = Metric(
    "largest-slope", "largest slope of the activation function between −8 and 8",
    .fixed(decimals: 3), theory: .exact(predictedLargestSlope), isExact: true)
  static let flatShare = Metric(
    "flat-share", "share of units and corners whose slope ends under a hundredth of the largest",
    .fixed(decimals: 3), kind: .share)
  static let deadUnits = Metric(
    "dead-units", "share of hidden units that end flat at all four corners", .fixed(decimals: 3),
    better: .lower, kind: .share)

  static let parameters = Metric(
    "parameters", "numbers that each network learns: 4 a hidden unit and 1", .count, isExact: true)

  package static let metrics = [
    solved, epochsToSolve, lowestLoss, predictedLowestLoss, medianLoss, largestSlope,
    predictedLargestSlope, flatShare, deadUnits, parameters,
  ]

  static let functionFigure = FigureKind(
    "function", "the activation function and its slope against the weighted sum")
  static let lossFigure = FigureKind(
    "loss", "squared error by epoch: the best, the median and the worst of the networks")
  static let solvedFigure = FigureKind("solved", "share of the networks under 0.1 by epoch")
  static let boundaryFigure = FigureKind(
    "boundary", "the four corners over what the first network that solved it says of the plane")

  package static let figures = [functionFigure, lossFigure, solvedFigure, boundaryFigure]
  package static let time: (any AnyKnob)? = epochs
  package static let timeFigures = [lossFigure, solvedFigure]

  // What it finds

  /// What becomes of the networks.
  private static let outcomes = [
    solved, epochsToSolve, lowestLoss, medianLoss, flatShare, deadUnits,
  ]

  static let cannotBend = FindingKind(
    "cannot-bend", "the activation is the identity, so the network is a plane", explains: outcomes)
  static let bendsOnce = FindingKind(
    "bends-once", "one unit that only rises cannot separate XOR", explains: outcomes)
  static let reliable = FindingKind(
    "reliable", "at least 22 of the 24 networks solve it", explains: outcomes)
  static let overflowing = FindingKind(
    "overflowing", "under 22 solve it, and some network's numbers overflowed", explains: outcomes)
  static let stillLearning = FindingKind(
    "still-learning", "under 22 solve it; most of the others still fell, measured by their rate",
    explains: outcomes)
  static let thrownAbout = FindingKind(
    "thrown-about", "under 22 solve it; most of the others also rose late in the run",
    explains: outcomes)
  static let stuck = FindingKind(
    "stuck", "under 22 solve it; most of the others hardly fell, even measured by their rate",
    explains: outcomes)
  static let slopes = FindingKind(
    "slopes", "always: the largest slope, by formula and measured", explains: [largestSlope])

  package static let findings = [
    cannotBend, bendsOnce, reliable, overflowing, stillLearning, thrownAbout, stuck, slopes,
  ]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let function = settings[activation]
    let networks = XorNetworks(
      function, units: settings[hiddenUnits], rate: settings[learningRate],
      epochs: settings[epochs], seed: seed)
    var outcome = Outcome()
    outcome[solved] = Double(networks.solvedCount)
    outcome[epochsToSolve] = networks.epochsToSolve
    outcome[lowestLoss] = networks.lowestLoss
    outcome[predictedLowestLoss] = function.lowestLoss(units: settings[hiddenUnits])
    outcome[medianLoss] = networks.medianLoss
    outcome[largestSlope] = function.measuredLargestSlope
    outcome[predictedLargestSlope] = function.largestSlope
    outcome[flatShare] = networks.flatShare
    outcome[deadUnits] = networks.deadShare
    outcome[parameters] = Double(4 * settings[hiddenUnits] + 1)
    outcome.findings = networks.findings
    outcome.draw {
      [function.figure, networks.lossFigure, networks.solvedFigure, networks.boundaryFigure]
    }
    outcome.cost = networks.cost
    return outcome
  }
}

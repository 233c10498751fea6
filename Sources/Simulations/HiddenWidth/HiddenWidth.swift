import Experiments
import Learning

/// One hidden layer of more and more units on two circles, until it can close a boundary.
///
/// Class 1 lies on a circle of radius ½, class 0 around it on one of radius 1, 100 points each.
/// Networks 2-H-1 with tanh units are trained with Adam on all points at once, each from a start and
/// on points of its own; a network counts as a solver where it gives at least 95 % of its training
/// points their own class.
package enum HiddenWidth: Simulation {
  package static let name = "hidden-width"
  package static let summary =
    "How many hidden units it takes to enclose a circle, and what more of them bring"
  package static let usesChance = true

  /// How many networks are trained in a run.
  static let networks = 16
  static let trainingSize = 200
  static let testSize = 400

  /// The training accuracy from which on a network counts as a solver.
  static let solved = 0.95

  // What it takes

  static let hiddenUnits = Knob<Int>(
    "hidden-units", 1...32, .log, default: 2, "how many tanh units the hidden layer has")
  static let epochs = Knob<Int>(
    "epochs", 10...300, .log, default: 100, "how often training goes through all points")
  static let learningRate = Knob<Double>(
    "learning-rate", .log(0.01...1), default: 0.1, "learning rate of Adam")
  static let noise = Knob<Double>(
    "noise", .linear(0...0.3), default: 0.1,
    "standard deviation of the noise in both coordinates; the circles have radii 0.5 and 1")

  package static let knobs: [any AnyKnob] = [hiddenUnits, epochs, learningRate, noise]

  // What it gives

  static let solvers = Metric(
    "solvers", "share of 16 networks that give at least 95 % of their points the right class",
    .fixed(decimals: 3), better: .higher, kind: .share)
  static let cutAccuracy = Metric(
    "cut-accuracy", "share that as many cuts that touch the inner circle get right, without noise",
    .fixed(decimals: 3), isExact: true, kind: .share)
  static let medianAccuracy = Metric(
    "median-accuracy", "median over the networks of the share of training points called right",
    .fixed(decimals: 3), better: .higher, kind: .share)
  static let worstAccuracy = Metric(
    "worst-accuracy", "the lowest training accuracy of the networks", .fixed(decimals: 3),
    better: .higher, kind: .share)
  static let testAccuracy = Metric(
    "test-accuracy", "median over the networks of the accuracy on 400 fresh points",
    .fixed(decimals: 3), better: .higher, kind: .share)
  static let parameters = Metric(
    "parameters", "numbers that a network learns: four a hidden unit and one more", .count,
    isExact: true)

  package static let metrics = [
    solvers, medianAccuracy, cutAccuracy, worstAccuracy, testAccuracy, parameters,
  ]

  static let boundaryFigure = FigureKind(
    "boundary", "points of the median network over the regions it divides the plane into")
  static let accuracyFigure = FigureKind(
    "accuracy", "training accuracy of every network, from the worst to the best")

  package static let figures = [boundaryFigure, accuracyFigure]

  // What it finds

  private static let results = [solvers, medianAccuracy, worstAccuracy, testAccuracy]

  static let cannotEnclose = FindingKind(
    "cannot-enclose", "at most two units: no closed boundary exists, however long the training",
    explains: results)
  static let unreliable = FindingKind(
    "unreliable", "three units or more, and fewer than 9 of 10 networks get there",
    explains: results)
  static let reliable = FindingKind(
    "reliable", "at least 9 of 10 networks get there", explains: results)

  package static let findings = [cannotEnclose, unreliable, reliable]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let training = WidthTraining(
      hiddenUnits: settings[hiddenUnits], epochs: settings[epochs],
      learningRate: settings[learningRate], noise: settings[noise], seed: seed)
    var outcome = Outcome()
    outcome[solvers] = training.solvers
    outcome[medianAccuracy] = training.middle.accuracy
    outcome[cutAccuracy] = training.cutAccuracy
    outcome[worstAccuracy] = training.trials.first?.accuracy
    outcome[testAccuracy] = training.testAccuracy
    outcome[parameters] = Double(training.middle.network.parameters.count)
    outcome.findings = [training.finding]
    outcome.draw { [training.boundaryFigure, training.accuracyFigure] }
    outcome.cost = training.cost
    return outcome
  }
}

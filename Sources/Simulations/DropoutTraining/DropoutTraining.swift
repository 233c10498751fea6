import Experiments
import Learning

/// Small networks trained with and without dropout on few, noisy points of a wave.
///
/// Networks 1-H-1 with tanh units and squared error, 300 steps of Adam at 0.1 on all points at once.
/// The points are y = sin(4πx) + noise at even places in [0, 1]. Every network is trained twice, from
/// one start and on one set of points: once with dropout on the hidden units and once without. The
/// test is the mean squared distance from the wave itself, and drops nothing.
package enum DropoutTraining: SharingSimulation {
  package static let name = "dropout-training"
  package static let summary =
    "Small networks with and without dropout on noisy points: too little, enough and too much"
  package static let usesChance = true

  /// How many networks are trained with dropout, and as many without.
  static let networks = 16
  static let epochs = 300
  static let learningRate = 0.1

  /// The places at which a network is compared with the wave.
  static let testSize = 96

  // What it takes

  static let dropout = Knob<Double>(
    "dropout", .linear(0...1), default: 0.5,
    "probability of dropping a hidden unit in training")
  static let hiddenUnits = Knob<Int>(
    "hidden-units", 1...32, .log, default: 16, "how many tanh units the hidden layer has")
  static let trainingSize = Knob<Int>(
    "training-size", 10...200, .log, default: 40, "how many points are trained on")
  static let noise = Knob<Double>(
    "noise", .linear(0...1.5), default: 1,
    "standard deviation of the noise in the targets; the wave goes from −1 to 1")

  package static let knobs: [any AnyKnob] = [dropout, hiddenUnits, trainingSize, noise]

  // What it gives

  static let lossOverWithout = Metric(
    "loss-over-without", "test-loss over loss-without: below 1 dropout helped",
    .fixed(decimals: 3), better: .lower, formerly: "relative-loss")
  static let testLoss = Metric(
    "test-loss", "mean squared distance from the wave with dropout, mean of 16 networks",
    .fixed(decimals: 3), better: .lower)
  static let lossWithout = Metric(
    "loss-without", "the same for the same networks trained without dropout", .fixed(decimals: 3))
  static let trainingLoss = Metric(
    "training-loss", "mean squared error on the training points with dropout, nothing dropped",
    .fixed(decimals: 3), better: .lower)
  static let trainingLossWithout = Metric(
    "training-loss-without", "the same for the same networks trained without dropout",
    .fixed(decimals: 3))
  static let helped = Metric(
    "helped", "how many of the 16 networks have a lower test loss with dropout", .count,
    better: .higher)

  package static let metrics = [
    lossOverWithout, testLoss, lossWithout, trainingLoss, trainingLossWithout, helped,
  ]

  static let fitFigure = FigureKind(
    "fit", "the wave, and what one network learns of its noisy points with dropout")
  static let networksFigure = FigureKind(
    "networks", "test loss of every network with dropout and without")

  package static let figures = [fitFigure, networksFigure]

  // What it finds

  private static let losses = [
    lossOverWithout, testLoss, lossWithout, trainingLoss, trainingLossWithout, helped,
  ]

  static let dropoutHelps = FindingKind(
    "dropout-helps", "test loss is at most 0.95 times that without dropout", explains: losses)
  static let noGain = FindingKind(
    "no-gain", "test loss is within 5 % of that without dropout", explains: losses)
  static let dropoutHurts = FindingKind(
    "dropout-hurts", "test loss is at least 1.05 times that without dropout", explains: losses)
  static let nothingLearned = FindingKind(
    "nothing-learned", "the dropout rate is 1: training changes only the last bias",
    explains: losses)

  package static let findings = [dropoutHelps, noGain, dropoutHurts, nothingLearned]

  // How

  /// The networks without dropout are the same at every rate.
  package static let sharing: [any AnyKnob] = [dropout]

  package static func runs(_ all: [Settings], seed: UInt64) -> [Outcome] {
    guard let first = all.first else { return [] }
    return DropoutPairs.all(
      all.map { $0[dropout] }, hiddenUnits: first[hiddenUnits],
      trainingSize: first[trainingSize], noise: first[noise], seed: seed
    ).map(outcome)
  }

  private static func outcome(_ pairs: DropoutPairs) -> Outcome {
    var outcome = Outcome()
    outcome[lossOverWithout] = pairs.relativeLoss
    outcome[testLoss] = pairs.testLoss
    outcome[lossWithout] = pairs.lossWithout
    outcome[trainingLoss] = DropoutPairs.mean(pairs.pairs.map(\.with.trainingLoss))
    outcome[trainingLossWithout] = DropoutPairs.mean(pairs.pairs.map(\.without.trainingLoss))
    outcome[helped] = Double(pairs.helped)
    outcome.findings = [pairs.finding]
    outcome.draw { [pairs.fitFigure, pairs.networksFigure] }
    outcome.cost = pairs.cost
    return outcome
  }
}

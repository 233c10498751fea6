import Experiments
import Learning

/// A network trained on few noisy examples: first it learns, then it learns the noise.
///
/// Two moons, a network 2-H-1 with tanh units and cross-entropy, gradient descent on all training
/// examples at once. Every run trains through the whole horizon of 1000 epochs and reports the
/// state after `epochs` of them, so that what would have come, and the lowest validation loss there
/// is, are known whatever `epochs` says. 200 examples validate after every epoch; 1000 others test
/// once, at the end.
package enum EpochOverfitting: SharingSimulation {
  package static let name = "epoch-overfitting"
  package static let summary =
    "A network on few noisy examples: too few epochs, the turn, and learning the noise"
  package static let usesChance = true

  /// How many epochs every run trains: as many as can be chosen.
  static let horizon = 1000
  static let validationSize = 200
  static let testSize = 1000

  /// How far over its lowest the validation loss may be to count as near the turn.
  static let tolerance = 1.1

  // What it takes

  static let epochs = Knob<Int>(
    "epochs", 1...horizon, .log, default: 600, "how often training goes through all examples")
  static let hiddenUnits = Knob<Int>(
    "hidden-units", 1...64, .log, default: 16, "how many tanh units the hidden layer has")
  static let learningRate = Knob<Double>(
    "learning-rate", .log(0.01...10), default: 2, "length of a step per unit of slope")
  static let trainingSize = Knob<Int>(
    "training-size", 10...400, .log, default: 40, "how many examples are trained on")
  static let noise = Knob<Double>(
    "noise", .linear(0...0.5), default: 0.3,
    "standard deviation of the noise in both coordinates; the moons have radius 1")

  package static let knobs: [any AnyKnob] = [
    epochs, hiddenUnits, learningRate, trainingSize, noise,
  ]

  // What it gives

  static let trainingLoss = Metric(
    "training-loss", "mean cross-entropy of the training examples after the chosen epochs",
    better: .lower)
  static let validationLoss = Metric(
    "validation-loss", "mean cross-entropy of 200 fresh examples after the chosen epochs",
    better: .lower)
  static let testLoss = Metric(
    "test-loss", "mean cross-entropy of 1000 other examples, looked at once at the end",
    better: .lower)
  static let testAccuracy = Metric(
    "test-accuracy", "share of the 1000 test examples whose class is right", .fixed(decimals: 3),
    better: .higher, kind: .share)
  static let bestEpoch = Metric(
    "best-epoch", "epoch with the lowest validation loss of all 1000, chosen or not", .count)
  static let lossOverBest = Metric(
    "loss-over-best", "validation loss over the lowest of all 1000 epochs: 1 is the turn itself",
    .fixed(decimals: 3), better: .lower, formerly: "excess")
  static let generalizationGap = Metric("generalization-gap", "test loss minus training loss")

  package static let metrics = [
    trainingLoss, validationLoss, testLoss, testAccuracy, bestEpoch, lossOverBest,
    generalizationGap,
  ]

  static let lossesFigure = FigureKind(
    "losses", "training and validation loss by epoch, and what would have come")
  static let boundaryFigure = FigureKind(
    "boundary", "training examples over the regions that the network divides the plane into")

  package static let figures = [lossesFigure, boundaryFigure]
  package static let time: (any AnyKnob)? = epochs
  package static let timeFigures = [lossesFigure]

  // What it finds

  /// What the epochs decide.
  private static let losses = [
    trainingLoss, validationLoss, testLoss, testAccuracy, bestEpoch, lossOverBest,
    generalizationGap,
  ]

  static let underfitting = FindingKind(
    "underfitting", "validation loss is over 1.1 times its lowest, which is still to come",
    explains: losses)
  static let overfitting = FindingKind(
    "overfitting", "validation loss is over 1.1 times its lowest, which is past",
    explains: losses)
  static let nearTheTurn = FindingKind(
    "near-the-turn", "validation loss is at most 1.1 times the lowest of all 1000 epochs",
    explains: losses)

  package static let findings = [underfitting, overfitting, nearTheTurn]

  // How

  /// Every run trains through the horizon; the epochs only say where one looks.
  package static let sharing: [any AnyKnob] = [epochs]

  package static func runs(_ all: [Settings], seed: UInt64) -> [Outcome] {
    guard let first = all.first else { return [] }
    let course = EpochCourse(
      epochs: Set(all.map { $0[epochs] }), hiddenUnits: first[hiddenUnits],
      learningRate: first[learningRate], trainingSize: first[trainingSize], noise: first[noise],
      seed: seed)
    return all.map { outcome(EpochTraining(course, epochs: $0[epochs])) }
  }

  private static func outcome(_ training: EpochTraining) -> Outcome {
    var outcome = Outcome()
    outcome[trainingLoss] = training.trainingLoss
    outcome[validationLoss] = training.validationLoss
    outcome[testLoss] = training.testLoss
    outcome[testAccuracy] = training.testAccuracy
    outcome[bestEpoch] = Double(training.bestEpoch)
    outcome[lossOverBest] = training.excess
    outcome[generalizationGap] = training.testLoss - training.trainingLoss
    outcome.findings = [training.finding]
    outcome.draw { [training.lossesFigure, training.boundaryFigure] }
    outcome.cost = training.cost
    return outcome
  }
}

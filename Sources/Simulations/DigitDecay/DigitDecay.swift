import Experiments
import Learning

/// Weight decay in a small network that reads handwritten digits, some of them labelled wrong.
///
/// 8 × 8 pixels, one hidden layer of tanh units, ten classes, cross-entropy; 200 epochs of gradient
/// descent with momentum on all training examples at once, decay as an L2 penalty on weights and
/// biases. 150 of the 300 digits test. A twin with the same digits and the same start is trained
/// without decay.
package enum DigitDecay: SharingSimulation {
  package static let name = "digit-decay"
  package static let summary =
    "Weight decay in a small network that reads handwritten digits: too little, enough, too much"
  package static let usesChance = true

  static let epochs = 200
  static let testSize = 150
  static let learningRate = 0.1
  static let momentum = 0.9

  // What it takes

  static let alpha = Knob<Double>(
    "alpha", .log(1e-5...1), default: 1e-5, "the weight decay: what half the squared weights cost")
  static let trainingSize = Knob<Int>(
    "training-size", 20...150, .log, default: 60, "how many digits are trained on")
  static let hiddenUnits = Knob<Int>(
    "hidden-units", 2...32, .log, default: 8, "how many tanh units the hidden layer has")
  static let wrongLabels = Knob<Double>(
    "wrong-labels", .linear(0...0.5), default: 0.2,
    "share of the training labels that are drawn anew from all ten, a tenth of them right")

  package static let knobs: [any AnyKnob] = [alpha, trainingSize, hiddenUnits, wrongLabels]

  // What it gives

  static let trainingLoss = Metric(
    "training-loss", "mean cross-entropy of the digits trained on, with the labels they came with",
    better: .lower)
  static let testLoss = Metric(
    "test-loss", "mean cross-entropy of 150 other digits", better: .lower)
  static let testAccuracy = Metric(
    "test-accuracy", "share of the 150 test digits that are read right", .fixed(decimals: 3),
    better: .higher, kind: .share)
  static let undecayedTestLoss = Metric(
    "undecayed-test-loss", "test-loss of the twin that is trained without decay")
  static let lossOverUndecayed = Metric(
    "loss-over-undecayed", "test-loss over undecayed-test-loss, that of the twin without decay",
    .fixed(decimals: 3), better: .lower, formerly: "relative-loss")
  static let weightNorm = Metric(
    "weight-norm", "length of the vector of all weights and biases")
  static let undecayedNorm = Metric("undecayed-norm", "weight-norm of the twin without decay")

  package static let metrics = [
    trainingLoss, testLoss, testAccuracy, undecayedTestLoss, lossOverUndecayed, weightNorm,
    undecayedNorm,
  ]

  static let lossesFigure = FigureKind(
    "losses", "training and test loss by epoch, with decay and without")
  static let weightsFigure = FigureKind(
    "weights", "sizes of all weights, largest first, with decay and without")

  package static let figures = [lossesFigure, weightsFigure]
  package static let timeFigures = [lossesFigure]

  // What it finds

  private static let losses = [trainingLoss, testLoss, testAccuracy, lossOverUndecayed, weightNorm]

  static let tooLittle = FindingKind(
    "too-little", "test loss is within 5 % of the twin's: decay does next to nothing",
    explains: losses)
  static let helps = FindingKind(
    "helps", "test loss is over 5 % lower than the twin's", explains: losses)
  static let tooMuch = FindingKind(
    "too-much", "test loss is over 5 % higher than the twin's: decay costs more than it saves",
    explains: losses)
  static let realData = FindingKind(
    "real-data", "always: whom the digits are owed to", explains: [testAccuracy])

  package static let findings = [tooLittle, helps, tooMuch, realData]

  // How

  /// The twin without decay is the same at every decay.
  package static let sharing: [any AnyKnob] = [alpha]

  package static func runs(_ all: [Settings], seed: UInt64) -> [Outcome] {
    guard let first = all.first else { return [] }
    let trainings = DigitTraining.all(
      all.map { $0[alpha] }, trainingSize: first[trainingSize],
      hiddenUnits: first[hiddenUnits], wrongLabels: first[wrongLabels], isFollowed: false,
      seed: seed)
    return zip(all, trainings).map { outcome($0, $1, seed: seed) }
  }

  private static func outcome(_ settings: Settings, _ end: DigitTraining, seed: UInt64) -> Outcome {
    var outcome = Outcome()
    outcome[trainingLoss] = end.decayed.trainingLoss
    outcome[testLoss] = end.decayed.testLoss
    outcome[testAccuracy] = end.testAccuracy
    outcome[undecayedTestLoss] = end.twin.testLoss
    outcome[lossOverUndecayed] = end.relativeLoss
    outcome[weightNorm] = end.decayed.norm
    outcome[undecayedNorm] = end.twin.norm
    outcome.findings = end.findings
    outcome.draw {
      let way = DigitTraining(
        decay: settings[alpha], trainingSize: settings[trainingSize],
        hiddenUnits: settings[hiddenUnits], wrongLabels: settings[wrongLabels], isFollowed: true,
        seed: seed)
      return [way.lossesFigure, way.weightsFigure]
    }
    outcome.cost = end.cost
    return outcome
  }
}

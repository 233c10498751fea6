import Experiments
import Learning

/// A workbench: a small network trained on a chosen data set, and what its curves say.
///
/// Dense layers with softmax cross-entropy. Features are standardized by the training rows. The
/// validation rows are looked at after every epoch, the test rows once at the end; both keep their
/// true labels. A mystery is a run whose settings are hidden, so that its fault can be named from
/// its curves alone.
package enum TrainingRun: Simulation {
  package static let name = "training-run"
  package static let summary =
    "A workbench: a small network on a chosen data set, its curves, and what is wrong with them"
  package static let usesChance = true

  // What it takes

  static let data = Knob<RunData.Source>(
    "data", default: .twoMoons, "what is learned; penguins and digits are measured, the rest drawn")
  static let trainingRows = Knob<Int>(
    "training-rows", 10...180, .log, default: 100, "how many rows are trained on")
  static let labelNoise = Knob<Double>(
    "label-noise", .linear(0...0.5), default: 0,
    "share of the training rows that are given a wrong class")
  static let leak = Knob<RunData.Leak>(
    "leak", default: .none, "whether the validation rows are among the training rows too")
  static let width = Knob<Int>(
    "width", 1...32, .log, default: 16, "how many units each hidden layer has")
  static let depth = Knob<Int>("depth", 1...3, default: 1, "how many hidden layers there are")
  static let activation = Knob<RunPlan.HiddenActivation>(
    "activation", default: .relu, "what hidden units make of their weighted sums")
  static let optimizer = Knob<RunPlan.Rule>(
    "optimizer", default: .adam, "the rule that makes steps of slopes")
  static let momentum = Knob<Double>(
    "momentum", .linear(0...0.99), default: 0.9,
    "share of the velocity kept at each step, where the rule is momentum")
  static let learningRate = Knob<Double>(
    "learning-rate", .log(0.0001...10), default: 0.001, "the optimizer's learning rate")
  static let batchSize = Knob<Int>(
    "batch-size", 4...256, .log, default: 32, "rows a batch; at most all there are")
  static let epochs = Knob<Int>(
    "epochs", 1...200, .log, default: 20, "how often training goes through all rows")
  static let weightDecay = Knob<Double>(
    "weight-decay", .log(0.00001...10), default: 0.00001,
    "decay per unit of learning rate, kept out of the slopes; the lowest is next to none")
  static let dropout = Knob<Double>(
    "dropout", .linear(0...0.9), default: 0, "probability of leaving out a hidden unit")
  static let mystery = Knob<RunPlan.Mystery>(
    "mystery", default: .none, "a run whose settings are hidden and replace all of the above")
  static let diagnosis = Knob<RunDiagnosis.Name>(
    "diagnosis", default: .undecided, "what you say is wrong with the run")

  package static let knobs: [any AnyKnob] = [
    data, trainingRows, labelNoise, leak, width, depth, activation, optimizer, momentum,
    learningRate, batchSize, epochs, weightDecay, dropout, mystery, diagnosis,
  ]

  // What it gives

  static let validationLoss = Metric(
    "validation-loss", "mean cross-entropy of the validation rows at the end", better: .lower,
    absent: "overflow")
  static let trainingLoss = Metric(
    "training-loss", "mean cross-entropy of the training rows at the end", better: .lower,
    absent: "overflow")
  static let testLoss = Metric(
    "test-loss", "mean cross-entropy of the test rows, looked at once at the end", better: .lower,
    absent: "overflow")
  static let blindLoss = Metric(
    "blind-loss", "cross-entropy of giving every class the same probability: ln(classes)",
    .fixed(decimals: 3), isExact: true)
  static let validationAccuracy = Metric(
    "validation-accuracy", "share of the validation rows called right at the end",
    .fixed(decimals: 3), better: .higher, kind: .share)
  static let trainingAccuracy = Metric(
    "training-accuracy", "share of the training rows given the label they have",
    .fixed(decimals: 3), better: .higher, kind: .share)
  static let testAccuracy = Metric(
    "test-accuracy", "share of the test rows called right at the end", .fixed(decimals: 3),
    better: .higher, kind: .share)
  static let precision = Metric(
    "validation-precision", "how often a class is right where it is called, mean of the classes",
    .fixed(decimals: 3), better: .higher, absent: "a class never called", kind: .share)
  static let recall = Metric(
    "validation-recall", "how much of a class is called so, mean of the classes",
    .fixed(decimals: 3), better: .higher, kind: .share)
  static let fScore = Metric(
    "validation-f-score", "F1: 2TP/(2TP + FP + FN), mean of the classes", .fixed(decimals: 3),
    better: .higher)
  static let lowestLoss = Metric(
    "lowest-validation-loss", "lowest validation loss of any epoch", better: .lower,
    absent: "overflow")
  static let bestEpoch = Metric("best-epoch", "epoch with the lowest validation loss", .count)
  static let lossOverLowest = Metric(
    "loss-over-lowest", "validation loss at the end over its lowest", .fixed(decimals: 2),
    better: .lower, absent: "overflow", formerly: "excess")
  static let gap = Metric(
    "gap", "validation loss minus training loss at the end", .fixed(decimals: 3),
    absent: "overflow")
  static let predictedUpdates = Metric(
    "predicted-updates", "epochs times batches an epoch, the last of which may be smaller", .count)
  static let updates = Metric(
    "updates", "steps that were taken", .count, theory: .exact(predictedUpdates))
  static let predictedTrainingMultiplyAdds = Metric(
    "predicted-training-multiply-adds",
    "rows times epochs, three a weight, two a weight of the first layer", .count, isExact: true)
  static let trainingMultiplyAdds = Metric(
    "training-multiply-adds",
    "multiplications with an addition that the steps took; looking at losses takes others", .count,
    theory: .exact(predictedTrainingMultiplyAdds), better: .lower, isExact: true)
  static let isNamed = Metric(
    "named-right", "1 if the diagnosis is what the stated rules find, 0 if not", .count,
    better: .higher,
    absent: "not named")

  package static let metrics = [
    validationLoss, trainingLoss, testLoss, blindLoss, validationAccuracy, trainingAccuracy,
    testAccuracy, precision, recall, fScore, lowestLoss, bestEpoch, lossOverLowest, gap, updates,
    predictedUpdates, trainingMultiplyAdds, predictedTrainingMultiplyAdds, isNamed,
  ]

  static let lossesFigure = FigureKind(
    "losses", "training and validation loss by epoch, and the loss of knowing nothing")
  static let accuracyFigure = FigureKind(
    "accuracy", "training and validation accuracy by epoch")
  static let boundaryFigure = FigureKind(
    "boundary", "the training rows, and where one class is the likeliest; not for digits")

  package static let figures = [lossesFigure, accuracyFigure, boundaryFigure]
  package static let time: (any AnyKnob)? = epochs
  package static let timeFigures = [lossesFigure, accuracyFigure]

  // What it finds

  static let unnamed = FindingKind(
    "unnamed", "a mystery, and no diagnosis was given", explains: [isNamed])
  static let namedRight = FindingKind(
    "named-right", "the diagnosis is what the rules find", explains: [isNamed])
  static let namedWrong = FindingKind(
    "named-wrong", "the diagnosis is not what the rules find", explains: [isNamed])
  static let realData = FindingKind(
    "real-data", "the rows are measured: whom the data are owed to", explains: [testAccuracy])

  package static let findings =
    RunDiagnosis.kinds + [unnamed, namedRight, namedWrong, realData]

  // How

  /// Under a mystery every knob that it replaces; else the momentum of a rule that has none.
  package static func idleKnobs(_ settings: Settings) -> Set<String> {
    guard settings[mystery] != .none else {
      return settings[optimizer] == .momentum ? [] : [momentum.name]
    }
    return Set(knobs.map(\.name)).subtracting([mystery.name, diagnosis.name])
  }

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let result = RunResult(RunPlan(settings), seed: seed)
    let report = RunReport(result, named: settings[diagnosis])
    var outcome = Outcome()
    for (metric, value) in report.values where value.isFinite { outcome[metric] = value }
    outcome.findings = report.findings
    outcome.draw { result.figures }
    outcome.cost = result.cost
    return outcome
  }
}

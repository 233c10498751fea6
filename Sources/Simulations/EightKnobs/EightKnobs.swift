import Experiments
import Learning

/// A task for tuning: one training under eight knobs, what it reaches, and what its steps cost.
///
/// It is a run of `training-run` on 180 training rows with one hidden layer of ReLU units, to the last
/// bit, whose losses nobody watches on the way; so it takes half of the time. Ranges are those that are
/// worth a search.
package enum EightKnobs: Simulation {
  package static let name = "eight-knobs"
  package static let summary =
    "A task for tuning: one training under eight knobs, what it reaches and what its steps cost"
  package static let usesChance = true

  /// The data sets to choose from.
  enum Source: String, CaseIterable, KnobValue {
    case digits, penguins

    var data: RunData.Source { self == .digits ? .digits : .penguins }
  }

  /// The optimizers to choose from; plain gradient descent is a momentum of 0.
  enum Rule: String, CaseIterable, KnobValue {
    case momentum, adam

    var rule: RunPlan.Rule { self == .momentum ? .momentum : .adam }
  }

  /// The rows that are trained on.
  static let trainingRows = 180

  // What it takes

  static let data = Knob<Source>("data", default: .digits, "what is learned; both are measured")
  static let labelNoise = Knob<Double>(
    "label-noise", .linear(0...0.5), default: 0,
    "share of the training rows that are given a wrong class")
  static let optimizer = Knob<Rule>(
    "optimizer", default: .adam, "the rule that makes steps of slopes")
  static let learningRate = Knob<Double>(
    "learning-rate", .log(0.0001...1), default: 0.001, "the optimizer's learning rate")
  static let momentum = Knob<Double>(
    "momentum", .linear(0...0.99), default: 0.9,
    "share of the velocity kept at each step, where the rule is momentum")
  static let batchSize = Knob<Int>(
    "batch-size", 4...180, .log, default: 32, "rows a batch")
  static let epochs = Knob<Int>(
    "epochs", 1...100, .log, default: 20, "how often training goes through all rows")
  static let width = Knob<Int>(
    "width", 8...32, .log, default: 16, "how many units the hidden layer has")
  static let weightDecay = Knob<Double>(
    "weight-decay", .log(0.0001...10), default: 0.0001,
    "decay per unit of learning rate, kept out of the slopes; the lowest is next to none")
  static let dropout = Knob<Double>(
    "dropout", .linear(0...0.9), default: 0, "probability of leaving out a hidden unit")

  /// The eight that are tuned.
  static let tuned: [any AnyKnob] = [
    optimizer, learningRate, momentum, batchSize, epochs, width, weightDecay, dropout,
  ]

  package static let knobs: [any AnyKnob] = [data, labelNoise] + tuned

  // What it gives

  static let validationAccuracy = Metric(
    "validation-accuracy", "share of 60 validation rows called right at the end",
    .fixed(decimals: 3), better: .higher, kind: .share)
  static let validationLoss = Metric(
    "validation-loss", "mean cross-entropy of the validation rows at the end", better: .lower,
    absent: "overflow")
  static let testAccuracy = Metric(
    "test-accuracy", "share of 60 test rows called right at the end", .fixed(decimals: 3),
    better: .higher, kind: .share)
  static let rowDeviation = Metric(
    "row-deviation", "√(p(1 − p)/60): what 60 rows alone scatter, p being the test accuracy",
    .fixed(decimals: 3))
  static let predictedTrainingMultiplyAdds = Metric(
    "predicted-training-multiply-adds",
    "rows times epochs, three a weight, two a weight of the first layer", .count, isExact: true)
  static let trainingMultiplyAdds = Metric(
    "training-multiply-adds", "multiplications with an addition that the steps took", .count,
    theory: .exact(predictedTrainingMultiplyAdds), better: .lower, isExact: true)

  package static let metrics = [
    validationAccuracy, validationLoss, testAccuracy, rowDeviation, trainingMultiplyAdds,
    predictedTrainingMultiplyAdds,
  ]

  static let lossesFigure = FigureKind(
    "losses", "training and validation loss by epoch, and the loss of knowing nothing")

  package static let figures = [lossesFigure]
  package static let time: (any AnyKnob)? = epochs
  package static let timeFigures = [lossesFigure]

  // What it finds

  static let fewRows = FindingKind(
    "few-rows", "always: what 60 rows alone scatter",
    explains: [validationAccuracy, testAccuracy, rowDeviation])
  static let realData = FindingKind(
    "real-data", "always: whom the data are owed to", explains: [testAccuracy])

  package static let findings = [fewRows, realData]

  // How

  /// The momentum of a rule that has none.
  package static func idleKnobs(_ settings: Settings) -> Set<String> {
    settings[optimizer] == .momentum ? [] : [momentum.name]
  }

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let plan = RunPlan(tuning: settings)
    let training = TunedTraining(plan, RunData(plan, seed: seed), seed: seed)
    var outcome = Outcome()
    for (metric, value) in training.values where value.isFinite { outcome[metric] = value }
    outcome.findings = training.findings
    outcome.draw { RunResult(plan, seed: seed).figures.filter { $0.name == lossesFigure.name } }
    outcome.cost = training.cost
    return outcome
  }
}

import Experiments

/// Fine-tuning of a linear model: what the new task gains, and what the old one loses.
///
/// Five directions of curvatures 4 … 0.015, in which the new task's right weights are all 0.6 and the
/// pretrained ones off by a part of that. Gradient descent starts from the pretrained weights. 256 fits,
/// each with targets of its own, are compared with the exact expectation.
package enum FineTuning: Simulation {
  package static let name = "fine-tuning"
  package static let summary =
    "Fine-tuning a linear model: rate, steps, directions and share, the new task's loss and the old's"
  package static let usesChance = true

  /// How many fits are averaged.
  static let fits = 256

  /// How far over the best the predicted target loss may be to count as near it.
  static let nearness = 1.1

  // What it takes

  static let learningRate = Knob<Double>(
    "learning-rate", .log(1e-3...0.4), default: 0.2, "length of a step per unit of slope")
  static let steps = Knob<Int>("steps", 1...1000, .log, default: 50, "how many steps are taken")
  static let distance = Knob<Double>(
    "distance", .linear(0...1), default: 0.3,
    "how far the pretrained weights are off, as a part of the way from zero; 1 is from scratch")
  static let trainingSize = Knob<Int>(
    "training-size", 10...200, .log, default: 20, "how many examples of the new task there are")
  static let tunedDirections = Knob<Int>(
    "tuned-directions", 0...5, default: 5,
    "how many directions are tuned, the steepest first; the others are frozen")
  static let share = Knob<Double>(
    "share", .linear(0...1), default: 1,
    "how much is kept of the way from the pretrained weights to the tuned ones")

  package static let knobs: [any AnyKnob] = [
    learningRate, steps, distance, trainingSize, tunedDirections, share,
  ]

  /// Where nothing is tuned or kept, nothing of how it is done matters.
  package static func idleKnobs(_ settings: Settings) -> Set<String> {
    guard settings[share] > 0 else {
      return Set([learningRate.name, steps.name, trainingSize.name, tunedDirections.name])
    }
    guard settings[tunedDirections] > 0 else {
      return Set([learningRate.name, steps.name, trainingSize.name, share.name])
    }
    return []
  }

  // What it gives

  static let predictedTargetLoss = Metric(
    "predicted-target-loss", "what target-loss is in expectation", isExact: true)
  static let targetLoss = Metric(
    "target-loss", "mean squared error on the new task beyond its right weights', mean of 256 fits",
    theory: .expectation(predictedTargetLoss), better: .lower)
  static let predictedSourceLoss = Metric(
    "predicted-source-loss", "what source-loss is in expectation", isExact: true)
  static let sourceLoss = Metric(
    "source-loss", "the same on the old task: how much of it is forgotten, mean of 256 fits",
    theory: .expectation(predictedSourceLoss), better: .lower)
  static let predictedTotalLoss = Metric(
    "predicted-total-loss", "what total-loss is in expectation", isExact: true)
  static let totalLoss = Metric(
    "total-loss", "target-loss and source-loss together",
    theory: .expectation(predictedTotalLoss), better: .lower)
  static let untouchedLoss = Metric(
    "untouched-loss", "target loss of the pretrained weights as they are", isExact: true)
  static let convergedLoss = Metric(
    "converged-loss", "predicted target loss of all directions tuned to the end: 5/training-size",
    isExact: true)

  package static let metrics = [
    targetLoss, predictedTargetLoss, sourceLoss, predictedSourceLoss, totalLoss,
    predictedTotalLoss, untouchedLoss, convergedLoss,
  ]

  static let rateFigure = FigureKind("rate", "loss on the new task and on the old one by rate")
  static let wayFigure = FigureKind(
    "way", "both losses on the way from the pretrained weights to the tuned ones")
  static let directionsFigure = FigureKind(
    "directions", "target loss by direction, as it was and as it is")

  package static let figures = [rateFigure, wayFigure, directionsFigure]

  // What it finds

  private static let targets = [targetLoss, predictedTargetLoss]

  static let untouched = FindingKind(
    "untouched", "nothing is tuned, or nothing of it kept: the pretrained weights are as they were")
  static let tooGentle = FindingKind(
    "too-gentle", "target loss is over 1.1 times that of the best rate, which is higher",
    explains: targets)
  static let tooRough = FindingKind(
    "too-rough", "target loss is over 1.1 times that of the best rate, which is lower",
    explains: targets)
  static let nearBest = FindingKind(
    "near-best", "target loss is at most 1.1 times that of the best rate", explains: targets)
  static let harmful = FindingKind(
    "harmful", "by theory the tuned weights are worse on the new task than the pretrained ones",
    explains: [untouchedLoss])
  static let forgetting = FindingKind(
    "forgetting", "where anything is tuned: what the old task loses",
    explains: [sourceLoss, predictedSourceLoss])

  package static let findings = [
    untouched, tooGentle, tooRough, nearBest, harmful, forgetting,
  ]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let tuning = Tuning(settings, seed: seed)
    let measured = tuning.measured(at: tuning.rate, share: tuning.share)
    var outcome = Outcome()
    for (metric, value) in tuning.values(measured) { outcome[metric] = value }
    outcome.findings = tuning.findings(measured)
    outcome.draw { [tuning.rateFigure, tuning.wayFigure, tuning.directionsFigure] }
    let numbers = fits * TuningTheory.curvatures.count
    outcome.cost = Cost(
      gradientEvaluations: fits * tuning.steps, updates: fits * tuning.steps,
      multiplyAdds: numbers * (2 * tuning.steps + 6), bytes: 16 * numbers)
    return outcome
  }
}

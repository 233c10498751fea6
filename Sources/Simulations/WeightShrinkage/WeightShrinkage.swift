import Experiments
import Learning

/// Weight decay on a linear model: which directions it holds back, and what that costs and saves.
///
/// Ridge regression on rows of five orthogonal features of curvatures 4 … 0.015, where every true
/// weight is 0.6. 512 fits, each with targets of its own, are compared with the exact expectation.
package enum WeightShrinkage: Simulation {
  package static let name = "weight-shrinkage"
  package static let summary =
    "Weight decay on a linear model: shrinkage by direction, degrees of freedom and the loss it leaves"
  package static let usesChance = true

  /// How many fits are averaged.
  static let fits = 512

  /// How far over the best the predicted loss may be to count as near it.
  static let nearness = 1.1

  // What it takes

  static let alpha = Knob<Double>(
    "alpha", .log(1e-4...100), default: 1e-4,
    "the weight decay: how often the squared weights are added to the mean squared error")
  static let trainingSize = Knob<Int>(
    "training-size", 10...200, .log, default: 20, "how many examples are trained on")
  static let noise = Knob<Double>(
    "noise", .log(0.1...3), default: 1, "standard deviation of the targets' noise")

  package static let knobs: [any AnyKnob] = [alpha, trainingSize, noise]

  // What it gives

  static let predictedTrueLoss = Metric(
    "predicted-true-loss", "what true-loss is in expectation", isExact: true)
  static let trueLoss = Metric(
    "true-loss", "mean squared error on new examples beyond the right weights', mean of 512 fits",
    theory: .expectation(predictedTrueLoss), better: .lower)
  static let squaredBias = Metric(
    "squared-bias", "the part of predicted-true-loss that comes from shrinking", better: .lower,
    isExact: true, formerly: "bias")
  static let variance = Metric(
    "variance", "the part of predicted-true-loss that comes from noise", better: .lower,
    isExact: true)
  static let lossOverBest = Metric(
    "loss-over-best", "predicted-true-loss over that of the best weight decay",
    .fixed(decimals: 3), better: .lower, isExact: true)
  static let undecayedLoss = Metric(
    "undecayed-loss", "predicted-true-loss without weight decay: 5·noise²/training-size",
    isExact: true)
  static let predictedDegrees = Metric(
    "predicted-degrees-of-freedom", "what degrees-of-freedom is by theory: Σλ/(λ + α)",
    .fixed(decimals: 2), isExact: true)
  static let degrees = Metric(
    "degrees-of-freedom", "how many directions are fitted in effect: the share of noise taken up",
    .fixed(decimals: 2), theory: .expectation(predictedDegrees))
  static let predictedMiddleShare = Metric(
    "predicted-middle-share", "what middle-share is by theory: λ/(λ + α)", .fixed(decimals: 3),
    isExact: true, kind: .share)
  static let middleShare = Metric(
    "middle-share", "mean fitted weight over the true one in the middle direction (λ = 0.25)",
    .fixed(decimals: 3), theory: .expectation(predictedMiddleShare))

  package static let metrics = [
    trueLoss, predictedTrueLoss, squaredBias, variance, lossOverBest, undecayedLoss, degrees,
    predictedDegrees, middleShare, predictedMiddleShare,
  ]

  static let lossFigure = FigureKind("loss", "true loss by weight decay, and its two parts")
  static let sharesFigure = FigureKind("shares", "the share of each weight that is left")
  static let traceFigure = FigureKind("trace", "the five weights of one fit by weight decay")

  package static let figures = [lossFigure, sharesFigure, traceFigure]

  // What it finds

  private static let losses = [trueLoss, predictedTrueLoss, squaredBias, variance, lossOverBest]

  static let tooLittle = FindingKind(
    "too-little", "true loss is over 1.1 times the best by theory, which more decay has",
    explains: losses)
  static let tooMuch = FindingKind(
    "too-much", "true loss is over 1.1 times the best by theory, which less decay has",
    explains: losses)
  static let nearBest = FindingKind(
    "near-best", "true loss is at most 1.1 times the best by theory", explains: losses)
  static let freedom = FindingKind(
    "freedom", "always: how many of the five directions are left to fit",
    explains: [degrees, predictedDegrees])

  package static let findings = [tooLittle, tooMuch, nearBest, freedom]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let fits = RidgeFits(
      decay: settings[alpha], examples: settings[trainingSize], noise: settings[noise],
      count: fits, seed: seed)
    var outcome = Outcome()
    for (metric, value) in fits.values { outcome[metric] = value }
    outcome.findings = fits.findings
    outcome.draw { [fits.lossFigure, fits.sharesFigure, fits.traceFigure] }
    outcome.cost = Cost(
      multiplyAdds: 10 * settings[trainingSize] * Self.fits,
      bytes: 8 * (6 * settings[trainingSize] + 11 * Self.fits))
    return outcome
  }
}

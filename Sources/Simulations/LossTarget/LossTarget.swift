import Experiments
import Learning

/// One number that stands for many, found by gradient descent: what each loss asks for.
///
/// The many are 1, 2, 3, 4 and an outlier, which leave nothing to chance, or 400 waiting times,
/// exponential with mean 10; fresh ones then show how many stay at or under the answer. A network
/// without features is its bias, and that is the number. It starts at 0.
package enum LossTarget: Simulation {
  package static let name = "loss-target"
  package static let summary =
    "One number for many by gradient descent: the mean, the median, or a quantile, as the loss asks"
  package static let usesChance = true

  /// What the difference between the answer and a number costs.
  enum Rule: String, CaseIterable, KnobValue {
    case squared, absolute, huber, pinball
  }

  /// The numbers that the answer has to stand for.
  enum Numbers: String, CaseIterable, KnobValue {
    /// 1, 2, 3, 4 and the outlier.
    case five = "five-numbers"
    /// 400 draws from an exponential distribution with mean 10.
    case waits = "waiting-times"
  }

  static let waitingTimes = 400
  static let freshTimes = 10_000
  static let meanWait = 10.0

  // What it takes

  static let rule = Knob<Rule>("loss", default: .squared, "what a distance costs")
  static let outlier = Knob<Double>(
    "outlier", .linear(5...200), default: 100, "the last of the five numbers 1, 2, 3, 4 and this")
  static let quantile = Knob<Double>(
    "quantile", .linear(0.01...0.99), default: 0.5,
    "τ of the pinball loss: too low costs τ a unit, too high 1 − τ")
  static let threshold = Knob<Double>(
    "threshold", .log(0.1...200), default: 1,
    "distance at which the Huber loss turns from a square to a line")
  static let numbers = Knob<Numbers>(
    "numbers", default: .five, "what is summed up: five numbers, or 400 random waiting times")

  package static let knobs: [any AnyKnob] = [rule, outlier, quantile, threshold, numbers]

  // What it gives

  static let predictedEstimate = Metric(
    "predicted-estimate",
    "the number with the least loss, over all waiting times there could be; none if not unique or hard to reach",
    isExact: true, absent: Metric.noTheory)
  static let estimate = Metric(
    "estimate", "the number at which 1000 steps of gradient descent end",
    theory: .approximation(predictedEstimate, within: 0.052))
  static let predictedCoverage = Metric(
    "predicted-coverage", "share of all waiting times that are at most predicted-estimate",
    .fixed(decimals: 3), isExact: true, absent: Metric.noTheory, kind: .share)
  static let coverage = Metric(
    "coverage", "share of 10000 fresh waiting times that are at most the estimate",
    .fixed(decimals: 3), theory: .approximation(predictedCoverage, within: 0.048),
    absent: "none drawn", kind: .share)

  package static let metrics = [estimate, predictedEstimate, coverage, predictedCoverage]

  static let lossFigure = FigureKind("loss", "mean loss by the number that is tried")
  static let pullFigure = FigureKind(
    "pull", "how hard one number pulls at the answer, by its distance from it")
  static let descentFigure = FigureKind("descent", "the answer, step by step")

  package static let figures = [lossFigure, pullFigure, descentFigure]
  package static let timeFigures = [descentFigure]

  // What it finds

  static let mean = FindingKind("asks-for-the-mean", "the loss is the squared error")
  static let median = FindingKind("asks-for-the-median", "the loss is the absolute error")
  static let between = FindingKind("asks-in-between", "the loss is the Huber loss")
  static let share = FindingKind("asks-for-a-quantile", "the loss is the pinball loss")
  static let anywhere = FindingKind(
    "flat-bottom", "the least loss is that of a whole range of numbers")

  package static let findings = [mean, median, between, share, anywhere]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let descent = LocationDescent(
      settings[rule], numbers: settings[numbers], outlier: settings[outlier],
      quantile: settings[quantile], threshold: settings[threshold], seed: seed)
    var outcome = Outcome()
    outcome[estimate] = descent.estimate
    outcome[predictedEstimate] = descent.predictedEstimate
    outcome[coverage] = descent.coverage
    outcome[predictedCoverage] = descent.predictedCoverage
    outcome.findings = [descent.finding]
    outcome.draw { [descent.lossFigure, descent.pullFigure, descent.descentFigure] }
    outcome.cost = descent.cost
    return outcome
  }
}

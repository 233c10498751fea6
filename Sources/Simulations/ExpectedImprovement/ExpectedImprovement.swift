import Experiments
import Numerics
import Tuning

/// What is to be hoped of one look at a point of which a model gives mean and standard deviation.
///
/// The best value so far is 0 and lower is better. Values are drawn from the normal distribution that the
/// model gives; by how much they are below the best, and how often, is compared with the formulas
/// (`Acquisition`).
package enum ExpectedImprovement: Simulation {
  package static let name = "expected-improvement"
  package static let summary =
    "One look at a point of known mean and deviation: by how much it improves the best, how often"
  package static let usesChance = true

  /// How many looks are drawn.
  static let draws = 10_000

  /// The improvement that counts as worth mentioning.
  static let worth = 0.1

  // What it takes

  static let mean = Knob<Double>(
    "mean", .linear(-2...2), default: 0.5, "what the value is expected to be; the best so far is 0")
  static let deviation = Knob<Double>(
    "deviation", .log(0.01...3), default: 1, "the standard deviation of that")
  static let margin = Knob<Double>(
    "margin", .linear(0...1), default: 0, "by how much the best has to be improved to count")

  package static let knobs: [any AnyKnob] = [mean, deviation, margin]

  // What it gives

  static let predictedImprovement = Metric(
    "predicted-improvement", "what improvement is in expectation", isExact: true)
  static let improvement = Metric(
    "improvement", "by how much a look is below best and margin, 0 if above, mean of 10,000",
    theory: .expectation(predictedImprovement), better: .higher)
  static let predictedProbability = Metric(
    "predicted-probability", "what probability is in expectation", isExact: true, kind: .share)
  static let probability = Metric(
    "probability", "share of 10,000 looks below best and margin",
    theory: .expectation(predictedProbability), better: .higher, kind: .share)

  package static let metrics = [
    improvement, predictedImprovement, probability, predictedProbability,
  ]

  static let deviationFigure = FigureKind(
    "deviation", "improvement and probability by deviation, for this mean")
  static let meanFigure = FigureKind("mean", "improvement by mean, for this deviation and others")

  package static let figures = [deviationFigure, meanFigure]

  // What it finds

  static let safe = FindingKind(
    "safe", "a look improves the best by over 0.1 in expectation, more often than not")
  static let bold = FindingKind(
    "bold", "a look improves the best by over 0.1 in expectation, in at most half of all cases")
  static let modest = FindingKind(
    "modest", "a look improves the best by at most 0.1 in expectation")

  package static let findings = [safe, bold, modest]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let look = SingleLook(settings, seed: seed)
    let measured = look.measured
    var outcome = Outcome()
    outcome[improvement] = measured.improvement
    outcome[predictedImprovement] = look.expectedImprovement
    outcome[probability] = measured.probability
    outcome[predictedProbability] = look.expectedProbability
    outcome.findings = look.findings(measured)
    outcome.draw { [look.deviationFigure, look.meanFigure] }
    outcome.cost = Cost(multiplyAdds: 20 * draws, bytes: 8 * draws)
    return outcome
  }
}

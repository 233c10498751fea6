import Experiments

/// A learning rate that was best for a slow drift, kept when the drift is another.
///
/// A target walks at random, with steps of variance `drift`, and is seen through noise of variance 1. Each
/// step moves the estimate by a rate toward what is seen. The rate is the best one for `tuned-for`. 200
/// trackers are followed and compared with the exact expectation.
package enum StaleSettings: Simulation {
  package static let name = "stale-settings"
  package static let summary =
    "A tracker whose rate was tuned for one drift and meets another: what the stale rate costs"
  package static let usesChance = true

  /// How many trackers are averaged, and how many steps each takes.
  static let trackers = 200
  static let steps = 200

  /// The price from which on settings count as stale.
  static let tolerance = 1.2

  // What it takes

  static let drift = Knob<Double>(
    "drift", .log(1e-4...1), default: 0.1, "variance of the target's steps now")
  static let tunedFor = Knob<Double>(
    "tuned-for", .log(1e-4...1), default: 0.001, "the drift for which the rate was best")

  package static let knobs: [any AnyKnob] = [drift, tunedFor]

  // What it gives

  static let rate = Metric(
    "rate", "the rate in use: the best one for the drift it was tuned for", isExact: true)
  static let predictedKeptError = Metric(
    "predicted-kept-error", "what kept-error is in expectation", isExact: true)
  static let keptError = Metric(
    "kept-error", "mean squared distance from the target with the rate in use",
    theory: .expectation(predictedKeptError), better: .lower)
  static let predictedRetunedError = Metric(
    "predicted-retuned-error", "what retuned-error is in expectation", isExact: true)
  static let retunedError = Metric(
    "retuned-error", "the same with the rate that is best for the drift now",
    theory: .expectation(predictedRetunedError), better: .lower)
  static let price = Metric(
    "price", "predicted-kept-error over predicted-retuned-error", better: .lower, isExact: true)

  package static let metrics = [
    keptError, predictedKeptError, retunedError, predictedRetunedError, price, rate,
  ]

  static let ratesFigure = FigureKind("rates", "error by rate under the drift then and now")

  package static let figures = [ratesFigure]

  // What it finds

  static let tooSlow = FindingKind(
    "too-slow", "the error is over 1.2 times the best, and the rate in use too low for the drift")
  static let tooNervous = FindingKind(
    "too-nervous",
    "the error is over 1.2 times the best, and the rate in use too high for the drift")
  static let stillGood = FindingKind(
    "still-good", "the error is at most 1.2 times that of the best rate")

  package static let findings = [tooSlow, tooNervous, stillGood]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let tracked = Tracked(drift: settings[drift], tunedFor: settings[tunedFor], seed: seed)
    var outcome = Outcome()
    for (metric, value) in tracked.values { outcome[metric] = value }
    outcome.findings = [tracked.finding]
    outcome.draw { [tracked.ratesFigure] }
    outcome.cost = Cost(
      updates: 2 * trackers * steps, multiplyAdds: 6 * trackers * steps,
      bytes: 8 * (2 * steps + 1))
    return outcome
  }
}

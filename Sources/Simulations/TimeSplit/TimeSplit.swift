import Experiments

/// A model judged by a random split of a series in time, and by the future.
///
/// Values of mean 0 and variance 1 keep a part of the value before, their correlation. A value is predicted
/// by the nearest one in time that was trained on, by that value shrunk toward the mean as its distance says,
/// or by the mean alone. 200 series are judged both ways and compared with the exact expectation.
package enum TimeSplit: Simulation {
  package static let name = "time-split"
  package static let summary =
    "A series in time: the error that a random split promises, and the one that the future brings"
  package static let usesChance = true

  /// How many series there are, how many values of each are split at random, and how many more on
  /// either side are there to be neighbours.
  static let series = 200
  static let judged = 200
  static let margin = 50

  /// What a value is predicted by.
  enum Model: String, CaseIterable, KnobValue {
    /// The nearest value trained on.
    case nearest
    /// That value times the correlation at its distance.
    case shrunken
    /// The mean of all, 0.
    case mean
  }

  // What it takes

  static let correlation = Knob<Double>(
    "correlation", .linear(0...0.99), default: 0.9, "how much of a value is kept to the next step")
  static let testShare = Knob<Double>(
    "test-share", .linear(0.05...0.5), default: 0.2, "share of the values a random split tests on")
  static let horizon = Knob<Int>(
    "horizon", 1...200, .log, default: 50, "how many steps of the future are predicted")
  static let model = Knob<Model>(
    "model", default: .nearest, "what a value is predicted by")

  package static let knobs: [any AnyKnob] = [correlation, testShare, horizon, model]

  // What it gives

  static let predictedRandomError = Metric(
    "predicted-random-error", "what random-error is in expectation", isExact: true)
  static let randomError = Metric(
    "random-error", "mean squared error on values that a random split left out",
    theory: .expectation(predictedRandomError), better: .lower)
  static let predictedFutureError = Metric(
    "predicted-future-error", "what future-error is in expectation", isExact: true)
  static let futureError = Metric(
    "future-error", "mean squared error on the steps after the last one trained on",
    theory: .expectation(predictedFutureError), better: .lower)
  static let optimism = Metric(
    "optimism", "by how much the random split promises too little: the difference of the two")

  package static let metrics = [
    randomError, predictedRandomError, futureError, predictedFutureError, optimism,
  ]

  static let errorsFigure = FigureKind("errors", "both errors by correlation")
  static let seriesFigure = FigureKind(
    "series", "the end of one series, and its future as predicted")

  package static let figures = [errorsFigure, seriesFigure]
  package static let time: (any AnyKnob)? = horizon
  package static let timeFigures = [seriesFigure]

  // What it finds

  static let leak = FindingKind(
    "leak", "the random split promises under nine tenths of the error that the future brings")
  static let honest = FindingKind(
    "honest", "the random split promises nine tenths of the future's error, or more")
  static let wrongChoice = FindingKind(
    "wrong-choice", "the random split prefers the model to the mean, and in the future it is worse")

  package static let findings = [leak, honest, wrongChoice]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let judged = SplitSeries(settings, seed: seed)
    let errors = judged.errors
    var outcome = Outcome()
    for (metric, value) in judged.values(errors) { outcome[metric] = value }
    outcome.findings = judged.findings(errors)
    outcome.draw { [judged.errorsFigure, judged.seriesFigure] }
    let numbers = series * (TimeSplit.judged + 2 * margin + judged.horizon)
    outcome.cost = Cost(
      multiplyAdds: 2 * numbers, bytes: 16 * (TimeSplit.judged + 2 * margin + judged.horizon))
    return outcome
  }
}

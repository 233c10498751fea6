import Experiments

/// The error of least squares, estimated by holding out one fold after another.
///
/// The features of a row are independent standard normal draws, and so is the noise of its target;
/// the error of a fit does not depend on the true weights, so these are 0. 256 data sets, each with
/// its folds and its true error, are compared with the exact expectations.
package enum CrossValidation: Simulation {
  package static let name = "cross-validation"
  package static let summary =
    "The error of a linear model estimated in folds: how far off, how unsteady, and at what cost"
  package static let usesChance = true

  /// How many data sets are drawn.
  static let sets = 256

  /// How far off the estimate may be in expectation, as a share, to count as near.
  static let nearness = 0.05

  // What it takes

  static let folds = Knob<Int>(
    "folds", 2...40, default: 5, "in how many parts the rows are held out")
  static let rows = Knob<Int>(
    "rows", 40...200, .log, default: 40, "how many rows there are")
  static let features = Knob<Int>("features", 1...16, default: 10, "how many weights are fitted")

  package static let knobs: [any AnyKnob] = [folds, rows, features]

  // What it gives

  static let predictedFoldsError = Metric(
    "predicted-cv-error", "what cv-error is in expectation", .fixed(decimals: 4), isExact: true)
  static let foldsError = Metric(
    "cv-error", "mean squared error on held-out rows, mean of 256 data sets", .fixed(decimals: 4),
    theory: .expectation(predictedFoldsError))
  static let predictedTrueError = Metric(
    "predicted-true-error", "what true-error is in expectation", .fixed(decimals: 4),
    isExact: true)
  static let trueError = Metric(
    "true-error", "mean squared error on new rows of the model fitted to all rows, mean of 256",
    .fixed(decimals: 4), theory: .expectation(predictedTrueError), better: .lower)
  static let bias = Metric(
    "bias", "predicted-cv-error minus predicted-true-error", .fixed(decimals: 4), better: .lower,
    isExact: true)
  static let spread = Metric(
    "spread", "standard deviation of the estimate over the 256 data sets", .fixed(decimals: 3),
    better: .lower)
  static let fits = Metric(
    "fits", "how many models are fitted for one estimate", .count, better: .lower, isExact: true)
  static let correlation = Metric(
    "correlation", "correlation of the estimate with the true error of the same data's model",
    .fixed(decimals: 2))
  static let predictedOneOutError = Metric(
    "predicted-one-out-error", "what one-out-error is in expectation", .fixed(decimals: 4),
    isExact: true)
  static let oneOutError = Metric(
    "one-out-error", "error with every row left out once, from one fit by the shortcut",
    .fixed(decimals: 4), theory: .expectation(predictedOneOutError))
  static let predictedTrainingError = Metric(
    "predicted-training-error", "what training-error is in expectation: 1 − features/rows",
    .fixed(decimals: 4), isExact: true)
  static let trainingError = Metric(
    "training-error", "mean squared error on the rows that were fitted, mean of 256",
    .fixed(decimals: 4), theory: .expectation(predictedTrainingError))

  package static let metrics = [
    foldsError, predictedFoldsError, trueError, predictedTrueError, bias, spread, fits,
    correlation, oneOutError, predictedOneOutError, trainingError, predictedTrainingError,
  ]

  static let errorFigure = FigureKind(
    "error", "the estimate by the number of folds, with one standard deviation to both sides")
  static let spreadFigure = FigureKind(
    "spread", "standard deviation of the estimate by the number of folds")
  static let modelsFigure = FigureKind(
    "models", "the estimate against the true error, a dot for each data set")

  package static let figures = [errorFigure, spreadFigure, modelsFigure]

  // What it finds

  private static let errors = [
    foldsError, predictedFoldsError, trueError, predictedTrueError, bias,
  ]

  static let pessimistic = FindingKind(
    "pessimistic", "in expectation the estimate is over a twentieth higher than the true error",
    explains: errors)
  static let nearlyUnbiased = FindingKind(
    "nearly-unbiased",
    "in expectation the estimate is at most a twentieth higher than the true error",
    explains: errors)
  static let notThisModel = FindingKind(
    "not-this-model", "always: how the estimate goes with the true error of the very model",
    explains: [correlation])

  package static let findings = [pessimistic, nearlyUnbiased, notThisModel]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let estimates = FoldEstimates(
      folds: settings[folds], rows: settings[rows], features: settings[features], seed: seed)
    var outcome = Outcome()
    for (metric, value) in estimates.values { outcome[metric] = value }
    outcome.findings = estimates.findings
    outcome.draw { estimates.figures }
    outcome.cost = estimates.cost
    return outcome
  }
}

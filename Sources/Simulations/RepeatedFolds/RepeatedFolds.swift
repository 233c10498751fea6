import Experiments

/// Cross-validation of a mean: how far an estimate is spread, what repeats change, and what its error
/// bar says.
///
/// The model predicts every value by the mean of those it was given; values are independent standard
/// normal draws. The rows are dealt into folds at random, as often as chosen, and the estimate is the
/// mean of the errors of all folds. 512 data sets are compared with exact expectations.
package enum RepeatedFolds: Simulation {
  package static let name = "repeated-folds"
  package static let summary =
    "The error of a mean by repeated cross-validation: its spread, and the error bar it would give"
  package static let usesChance = true

  /// How many data sets are drawn.
  static let sets = 512

  /// The share of the spread that an error bar has to reach to count as fair.
  static let fairness = 0.75

  // What it takes

  static let folds = Knob<Int>(
    "folds", 2...24, default: 4, "in how many parts the rows are held out")
  static let repeats = Knob<Int>(
    "repeats", 1...50, .log, default: 1, "how often the rows are dealt into folds anew")
  static let rows = Knob<Int>("rows", 24...200, .log, default: 24, "how many rows there are")

  package static let knobs: [any AnyKnob] = [folds, repeats, rows]

  // What it gives

  static let predictedFoldsError = Metric(
    "predicted-cv-error", "what cv-error is in expectation", .fixed(decimals: 4), isExact: true)
  static let foldsError = Metric(
    "cv-error", "mean squared error of the folds, mean of 512 data sets", .fixed(decimals: 4),
    theory: .expectation(predictedFoldsError))
  static let targetError = Metric(
    "target-error", "expected squared error on new rows of the mean of all rows: 1 + 1/rows",
    .fixed(decimals: 4), isExact: true)
  static let predictedSpread = Metric(
    "predicted-spread", "what spread is by theory", .fixed(decimals: 4), isExact: true)
  static let spread = Metric(
    "spread", "standard deviation of the estimate over the 512 data sets", .fixed(decimals: 4),
    theory: .approximation(predictedSpread, within: 0.02), better: .lower)
  static let spreadFloor = Metric(
    "spread-floor", "what predicted-spread falls to with endless repeats", .fixed(decimals: 4),
    isExact: true)
  static let predictedErrorBar = Metric(
    "predicted-error-bar", "what error-bar is by theory", .fixed(decimals: 4), isExact: true)
  static let errorBar = Metric(
    "error-bar",
    "deviation of the folds' errors over the root of their number, root mean square of 512",
    .fixed(decimals: 4), theory: .approximation(predictedErrorBar, within: 0.02))
  static let claimedShare = Metric(
    "claimed-share", "predicted-error-bar over predicted-spread", .fixed(decimals: 2),
    isExact: true)
  static let fits = Metric(
    "fits", "how many means are taken for one estimate", .count, better: .lower, isExact: true)

  package static let metrics = [
    foldsError, predictedFoldsError, targetError, spread, predictedSpread, spreadFloor, errorBar,
    predictedErrorBar, claimedShare, fits,
  ]

  static let repeatsFigure = FigureKind(
    "repeats", "spread and error bar by the number of repeats")
  static let foldsFigure = FigureKind(
    "folds", "the expected estimate by the number of folds, with its spread to both sides")

  package static let figures = [repeatsFigure, foldsFigure]

  // What it finds

  static let tooSure = FindingKind(
    "too-sure", "the error bar is below three quarters of the spread that it stands for",
    explains: [errorBar, predictedErrorBar, claimedShare])
  static let fairBar = FindingKind(
    "fair-bar", "the error bar is at least three quarters of the spread that it stands for",
    explains: [errorBar, predictedErrorBar, claimedShare])
  static let floor = FindingKind(
    "floor", "always: how far repeats can lower the spread",
    explains: [spread, predictedSpread, spreadFloor])

  package static let findings = [tooSure, fairBar, floor]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let sample = DealtSample(
      deals: settings[repeats],
      of: DealtMeans(rows: settings[rows], folds: settings[folds]), seed: seed)
    var outcome = Outcome()
    for (metric, value) in sample.values { outcome[metric] = value }
    outcome.findings = sample.findings
    outcome.draw { [sample.repeatsFigure, sample.foldsFigure] }
    outcome.cost = Cost(
      multiplyAdds: 4 * sets * settings[repeats] * settings[rows],
      bytes: 8 * (2 * settings[rows] + 2 * sets))
    return outcome
  }
}
